import { describe, expect, it } from 'vitest';
import { decideIdentities } from './decide-identities';
import { INVENTED_INVENTORIES, type InventedInventory } from './testing/invented-inventories';
import { input, model, row } from './testing/inputs';

const decide = ({ then, now }: InventedInventory) =>
  decideIdentities(
    input(
      then.map(({ name, unit, purpose }) => model(name, name, unit, { texts: [purpose] })),
      now.map(({ name, unit, purpose }, at) => row(at + 2, name, unit, { texts: [purpose] })),
    ),
  );

describe.each(INVENTED_INVENTORIES.map((one) => [one.language, one] as const))('an inventory in %s', (_, inventory) => {
  const decision = decide(inventory);
  const nameOf = (number: number) => inventory.now[number - 2]?.name;
  const offers = decision.rows.flatMap(({ row: number, offers: [offer] }) =>
    offer ? [{ name: nameOf(number), offer }] : [],
  );

  it('finds every renamed model, and none besides, probable', () => {
    const probable = offers
      .filter(({ offer }) => offer.band === 'probably')
      .map(({ name, offer }) => [offer.model, name]);
    expect(probable.sort()).toEqual([...inventory.same].map((pair) => [...pair]).sort());
  });

  it('matches what kept its name and creates what is new', () => {
    const kept = new Set(inventory.then.map(({ name }) => name));
    for (const { row: number, outcome, model: id } of decision.rows) {
      const name = nameOf(number) ?? '';
      expect([name, outcome, id]).toEqual(kept.has(name) ? [name, 'matched', name] : [name, 'created', null]);
    }
  });

  it('has a reason for each offer', () => {
    for (const { offer } of offers) expect(offer.reasonsFor.length).toBeGreaterThan(0);
  });
});
