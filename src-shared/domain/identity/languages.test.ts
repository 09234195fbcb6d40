import { describe, expect, it } from 'vitest';
import { decideIdentities } from './decide-identities';
import { input, model, row } from './testing/inputs';
import type { InventedInventory } from './testing/invented-inventory';
import { FRENCH } from './testing/inventory-french';
import { GERMAN } from './testing/inventory-german';
import { JAPANESE } from './testing/inventory-japanese';
import { SPANISH } from './testing/inventory-spanish';

const decide = ({ before, after }: InventedInventory) =>
  decideIdentities(
    input(
      before.map(({ name, unit, purpose }) => model(name, name, unit, { texts: [purpose] })),
      after.map(({ name, unit, purpose }, at) => row(at + 2, name, unit, { texts: [purpose] })),
    ),
  );

describe.each([GERMAN, FRENCH, SPANISH, JAPANESE].map((one) => [one.language, one] as const))(
  'an inventory in %s',
  (_, inventory) => {
    const decision = decide(inventory);
    const nameOf = (number: number) => inventory.after[number - 2]?.name;
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
      const kept = new Set(inventory.before.map(({ name }) => name));
      for (const { row: number, outcome, model: id } of decision.rows) {
        const name = nameOf(number) ?? '';
        expect([name, outcome, id]).toEqual(kept.has(name) ? [name, 'matched', name] : [name, 'created', null]);
      }
    });

    it('has a reason for each offer', () => {
      for (const { offer } of offers) expect(offer.reasonsFor.length).toBeGreaterThan(0);
    });
  },
);
