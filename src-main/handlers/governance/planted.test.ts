import { describe, expect, it } from 'vitest';
import { packName } from '#domain/governance/rule-pack';
import { expected } from '../../../resources/packs/testing/planted';
import { plant } from '../../testing/planted-portfolio';

describe('the planted portfolio, told to a real engine', { timeout: 60_000 }, () => {
  it('counts every line of four texts on three days', async () => {
    const { call, ids } = await plant();
    const nameOf = new Map([...ids].map(([own, id]) => [id, own]));
    for (const [line, days] of Object.entries(expected))
      for (const [day, wanted] of Object.entries(days)) {
        const found = await call('governance.completeness', { pack: line, at: day });
        const order = found.rows.map(({ modelId }) => nameOf.get(modelId) ?? '');
        expect([line, day, packName(found.pack), order.toSorted()]).toEqual([
          line,
          day,
          wanted.pack,
          [...wanted.order].toSorted(),
        ]);
        const told = [
          ...found.fields.map(({ id, held, missing, later, notApplicable, unknown }) => ({
            id,
            held,
            missing,
            later,
            notApplicable,
            unknown,
          })),
          ...found.duties.map(({ id, met, missing, due, notApplicable, unknown }) => ({
            id,
            met,
            missing,
            due,
            notApplicable,
            unknown,
          })),
        ];
        const counts = [...wanted.fields, ...wanted.duties].map(({ rows: _rows, ...one }) => one);
        expect(told).toEqual(counts);
      }
    expect(await call('journal.verify', {})).toMatchObject({ ok: true });
  });
});
