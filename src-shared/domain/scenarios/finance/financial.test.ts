import fc from 'fast-check';
import { irr as libraryIrr, npv as libraryNpv } from 'financial';
import { expect, it } from 'vitest';
import { projectInvestment } from '../plan/project';
import { CASES, inputsOf } from '../testing/cases';
import { npv } from './cash-flow';
import { internalRate } from './irr';

const flows = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 11 });

it('a finance library finds the same present values', () => {
  fc.assert(
    fc.property(flows, fc.double({ min: -0.5, max: 2, noNaN: true }), (given, rate) => {
      const size = given.reduce((sum, flow, year) => sum + Math.abs(flow) / (1 + rate) ** year, 1);
      expect(Math.abs(npv(rate, given) - libraryNpv(rate, given)) / size).toBeLessThan(1e-12);
    }),
  );
});

it('a finance library finds the same internal rate where there is one', () => {
  const investThenEarn = fc.tuple(
    fc.double({ min: 1e3, max: 1e6, noNaN: true }),
    fc.array(fc.double({ min: 1e3, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 10 }),
  );
  let compared = 0;
  fc.assert(
    fc.property(investThenEarn, ([now, years]) => {
      const given = [-now, ...years];
      const { irr } = internalRate(given);
      // Newton's steps of the library start at 10 % and may leave the road: then it says NaN, or a rate that is none.
      const theirs = libraryIrr(given, 0.1, 1e-10, 500);
      if (irr === null || !(theirs > -0.99 && theirs < 10) || Math.abs(npv(theirs, given)) > 1e-3) return;
      compared += 1;
      expect(irr).toBeCloseTo(theirs, 6);
    }),
  );
  expect(compared).toBeGreaterThan(20);
});

it('agrees on every worked case', () => {
  for (const [at] of Object.keys(CASES).entries()) {
    const inputs = inputsOf(at + 1);
    for (const comparison of Object.values(projectInvestment(inputs).comparisons)) {
      const theirs = libraryNpv(inputs.discountRate, [...comparison.flows]);
      expect(comparison.npv).toBeCloseTo(theirs, 4);
    }
  }
});
