import { describe, expect, it } from 'vitest';
import { testBackend } from '../../testing/test-backend';

const PACKS = ['osfi-e-23', 'eu-ai-act'];
const DAY = '2027-12-02';

/** Two models that both texts ask of, one of them with an owner, and one that nobody has placed. */
async function inventory() {
  const engine = await testBackend();
  engine.at('2026-11-30T10:00:00.000Z');
  const { call } = engine;
  const unit = { unit: 'Retail', jurisdictions: ['EU', 'CA'], frameworks: [] };
  await call('governance.setUnit', { ...unit, bodies: ['ca_frfi'] });
  const { id: score } = await call('models.create', { name: 'Score', unit: 'Retail', tier: 1, businessOwner: 'Ann' });
  await call('models.create', { name: 'Price', unit: 'Retail', tier: 2 });
  await call('models.create', { name: 'Elsewhere', unit: 'Other' });
  return { call, score };
}

describe('several texts from one inventory', () => {
  it('ask once for what several of them ask, and one answer fills it for all', async () => {
    const { call, score } = await inventory();
    const before = await call('governance.map', { packs: PACKS, at: DAY });
    const shared = before.columns.filter(({ asked }) => new Set(asked.map(({ pack }) => pack)).size > 1);
    expect(shared.length).toBeGreaterThan(0);
    expect(new Set(before.columns.map(({ key }) => key)).size).toBe(before.columns.length);
    // Each line of each text stands in exactly one column.
    const lines = before.columns.flatMap(({ asked }) => asked.map(({ pack, id }) => `${pack} ${id}`));
    expect(new Set(lines).size).toBe(lines.length);
    const uses = before.columns.findIndex(({ places }) => places.join() === 'new:approvedUses');
    const cell = (map: typeof before): string | undefined =>
      map.rows.find(({ modelId }) => modelId === score)?.cells.charAt(uses);
    expect(cell(before)).toBe('M');
    await call('models.update', { id: score, patch: { approvedUses: 'Cards' } });
    const after = await call('governance.map', { packs: PACKS, at: DAY });
    expect(cell(after)).toBe('H');
  });

  it('have the fractions that each of them has alone', async () => {
    const { call } = await inventory();
    const map = await call('governance.map', { packs: PACKS, at: DAY });
    for (const text of map.texts) {
      const alone = await call('governance.completeness', { pack: text.line, at: DAY });
      const { held, missing } = text.fields;
      expect(alone.share).toBe(held + missing === 0 ? null : held / (held + missing));
      const duties = alone.duties.reduce((sum, { missing: one }) => sum + one, 0);
      expect(text.duties.missing).toBe(duties);
    }
  });

  it('have no share before they ask: held of what is not asked for yet is not all of it', async () => {
    const { call, score } = await inventory();
    const early = { packs: ['osfi-e-23'], at: '2026-11-30' };
    const [before] = (await call('governance.map', early)).texts;
    expect(before).toMatchObject({ fields: { held: 0, missing: 0 }, duties: { held: 0, missing: 0 } });
    expect(await call('governance.completeness', { pack: 'osfi-e-23', at: '2026-11-30' })).toMatchObject({
      share: null,
    });
    const { rows } = await call('governance.map', early);
    expect(rows.find(({ modelId }) => modelId === score)?.fractions).toEqual([{ held: 0, missing: 0 }]);
    const { share } = await call('governance.completeness', { pack: 'osfi-e-23', at: DAY });
    expect(share).toBeGreaterThan(0);
  });

  it('count in groups and columns what the rows say', async () => {
    const { call } = await inventory();
    const map = await call('governance.map', { packs: PACKS, at: DAY });
    expect(map.rows.length).toBe(map.models);
    map.columns.forEach(({ per, counts }, place) => {
      if (per === 'organisation') return;
      const missing = map.rows.filter(({ cells }) => cells.charAt(place) === 'M').length;
      expect(counts.M).toBe(missing);
      expect(map.groups.reduce((sum, group) => sum + (group.missing[place] ?? 0), 0)).toBe(missing);
    });
    const one = await call('governance.map', { packs: PACKS, at: DAY, rows: { tier: 1 } });
    expect(one.rows.map(({ name }) => name)).toEqual(['Score']);
  });

  it('give one list of work: by date, then tier, with who answers and how many have nobody', async () => {
    const { call } = await inventory();
    const map = await call('governance.map', { packs: PACKS, at: DAY });
    const { items } = await call('governance.worklist', { packs: PACKS, at: DAY });
    const days = items.map(({ since }) => since ?? '9999');
    expect(days).toEqual(days.toSorted());
    expect(days.every((day) => day <= DAY || day === '9999')).toBe(true);
    for (const { key, per, counts } of map.columns) {
      const own = items.filter(({ column }) => column === key);
      const models = own.reduce((sum, item) => sum + item.models, 0);
      if (per === 'model') expect([key, models]).toEqual([key, counts.M]);
      else expect([key, own.length]).toEqual([key, counts.M]);
    }
    const uses = items.find(({ places }) => places.join() === 'new:approvedUses');
    expect(uses).toMatchObject({ since: '2027-05-01', models: 2, withoutOwner: 1 });
    expect(uses?.owners).toEqual([{ owner: 'Ann', models: 1 }]);
    // Before its day the guideline misses nothing.
    const today = await call('governance.worklist', { packs: ['osfi-e-23'] });
    expect(today.items).toEqual([]);
  });
});
