import { expect, it } from 'vitest';
import { forEachComponent } from './components';
import { missingPrices, type OfferPrice, proposedCoverage } from './offer-price';

const price: OfferPrice = {
  level: 'L2',
  currency: 'EUR',
  oneOffMinor: 15_000_000,
  perYearMinor: 18_000_000,
  perModelMinor: 0,
  exitMinor: 0,
  keepPlatformMinor: null,
  escalator: 0,
  coverage: 1,
  rampMonths: null,
  note: '',
};

it('takes nothing for 0 that nobody said', () => {
  expect(missingPrices(price)).toEqual([]);
  expect(missingPrices({ ...price, exitMinor: null, escalator: null })).toEqual([
    'the cost of leaving',
    'the yearly growth of the bill',
  ]);
  expect(missingPrices(null)).toHaveLength(6);
});

it('proposes full parts and half of the partial ones', () => {
  expect(proposedCoverage(forEachComponent(() => ({ coverage: 'full' })))).toBe(1);
  const mixed = forEachComponent((component) => ({
    coverage: component === 'model_governance' ? ('none' as const) : ('partial' as const),
  }));
  expect(proposedCoverage(mixed)).toBeCloseTo(5 / 12, 12);
});
