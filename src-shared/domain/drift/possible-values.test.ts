import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whyImpossible } from './possible-values';
import { DRIFT_METRICS } from './vocabulary';

describe('whyImpossible', () => {
  it.each([
    ['ksP', -0.2, /KS p-value, which lies between 0 and 1/],
    ['ksP', 1.2, /lies between 0 and 1/],
    ['psi', -0.01, /PSI, which is never below 0/],
    ['jsBase2', 1.5, /lies between 0 and 1/],
    ['missingShare', 12, /lies between 0 and 1/],
  ])('says of %s why it is not %d', (metric, value, sentence) => {
    expect(whyImpossible(metric, value)).toMatch(sentence);
  });

  it.each([
    ['psi', 18.4],
    ['jsNatural', 0.83],
    ['chi2', 1234.5],
    ['ksP', 1 + 1e-12],
    ['hellinger', -1e-17],
    ['reconstructionError', -3],
    ['my own', -3],
  ])('lets %s be %d', (metric, value) => {
    expect(whyImpossible(metric, value)).toBeNull();
  });

  it('has nothing against any value between 0 and 1 (property)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(DRIFT_METRICS)),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (metric, value) => {
          expect(whyImpossible(metric, value)).toBeNull();
        },
      ),
    );
  });
});
