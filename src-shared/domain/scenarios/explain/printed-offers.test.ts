import { describe, expect, it } from 'vitest';
import { decide } from '../options/decide';
import type { PlacedOffer } from '../options/offers';
import { presetInputs } from '../plan/scenario-presets';
import { awkwardPlan } from '../testing/awkward-plan';
import { expectReproducible } from '../testing/reproducible';
import { explainOffers } from './explain-offer';

const suite: PlacedOffer = {
  ...{ id: 'suite', level: 'L2', oneOff: 150_000, perYear: 180_000, perModel: 3_500.25, exit: 80_000 },
  ...{ escalator: 0.05, coverage: 0.8 },
};
const offers: readonly PlacedOffer[] = [
  suite,
  { ...suite, id: 'flat', perModel: 0, escalator: 0, coverage: 0, exit: 0, keepPlatform: 20_000, rampMonths: 9 },
  { ...suite, id: 'all of it', level: 'L3', coverage: 1, escalator: -0.02 },
  { ...suite, id: 'dear', oneOff: 9e6, perYear: 4e6 },
];

describe.each([
  ['the expected preset', { inputs: presetInputs('expected') }],
  ['inflation, cost lines and exits', { inputs: awkwardPlan, startDate: '2026-11', horizon: 7 }],
])('every printed formula of the offers of %s', (_name, request) => {
  const answer = decide({ ...request, offers });
  const opened = explainOffers({ ...request, offers });

  it('comes out on a calculator', () => {
    expect(opened.map(({ id }) => id)).toEqual(['L2:suite', 'L2:flat', 'L3:all of it', 'L2:dear']);
    for (const { id, figures, years } of opened) {
      for (const { key, value, numbers } of figures)
        expectReproducible(numbers, key === 'yearCost' ? null : value, `${id} ${key}`);
      for (const { year, lines, under, total } of years) {
        for (const line of [...lines, ...under]) expectReproducible(line.numbers, line.value, `${id} ${year}`);
        expect(lines.reduce((all, { value }) => all + value, 0) / total).toBeCloseTo(1, 9);
      }
    }
  });

  it('is of the figure that is shown', () => {
    for (const { id, figures } of opened) {
      const shown = answer.offers[id];
      if (!shown) throw new Error(id);
      const { investment, yearParts, peakFunding, paybackVsL1, npvVsL1, npvVsBuild, totalCost, pvCost } = shown;
      const first = (yearParts[0]?.platform ?? 0) + (yearParts[0]?.lines ?? 0);
      const own = {
        investment,
        firstYear: first,
        peakFunding,
        payback: paybackVsL1,
        npvVsL1,
        npvVsBuild,
        totalCost,
        pvCost,
      };
      const found = Object.keys(own).map((key) => [key, figures.find((one) => one.key === key)?.value]);
      expect(Object.fromEntries(found), id).toEqual(own);
    }
  });
});
