import { describe, expect, it } from 'vitest';
import { completenessOf } from '#domain/governance/completeness';
import { editionOn, linesOf } from '#domain/governance/editions';
import { STATE_LETTERS } from '#domain/governance/line-state';
import { sortsOf } from '#domain/governance/sorts';
import { weighed } from '#domain/governance/weighed';
import { PACKS } from './index';
import { plantedPortfolio } from './testing/planted';

const DAYS = ['2024-01-01', '2026-04-17', '2026-07-27', '2026-11-29', '2027-05-01', '2027-12-02', '2030-08-02'];

describe('models that are compared as the sorts that they are of', () => {
  // Each model thrice, with other days that lie on the same side of what packs compare with.
  const models = plantedPortfolio.models.flatMap((model) => [
    model,
    { ...model, id: `${model.id}-2`, unit: model.unit },
    { ...model, id: `${model.id}-3`, fields: { ...model.fields, purpose: `${String(model.fields.purpose)} ` } },
  ]);
  const portfolio = { ...plantedPortfolio, models };

  it.each(DAYS)('stand on %s as each of them does by itself, before every text', (day) => {
    for (const line of linesOf(PACKS)) {
      const edition = editionOn(PACKS, line, day);
      if (edition === null) continue;
      const sorts = sortsOf([edition.pack], portfolio, models, day);
      const { found, places } = weighed(edition.pack, edition.state, sorts, day);
      const direct = completenessOf(edition.pack, edition.state, portfolio, day);
      expect(sorts.counts.reduce((sum, count) => sum + count, 0)).toBe(sorts.ids.length);
      const told = new Map(
        sorts.ids.flatMap((id, at) => {
          const place = places[sorts.sorts[at] ?? -1] ?? -1;
          return place < 0 ? [] : [[id, lettersAt(found, place)] as const];
        }),
      );
      const wanted = new Map(direct.models.map(({ id }, at) => [id, lettersAt(direct, at)]));
      expect([line, Object.fromEntries(told)]).toEqual([line, Object.fromEntries(wanted)]);
      // Three of a kind are one sort, or this would test nothing.
      expect(sorts.counts.length).toBeLessThanOrEqual(plantedPortfolio.models.length);
    }
  });
});

const lettersAt = ({ models, fields, duties }: ReturnType<typeof completenessOf>, at: number): string =>
  `${models[at]?.scope} ${models[at]?.class} ${[...fields, ...duties]
    .map(({ line, states }) => STATE_LETTERS[(line.per === 'organisation' ? states[0] : states[at]) ?? 'unknown'])
    .join('')}`;
