import fc from 'fast-check';
import { expect, it } from 'vitest';
import { meanFrequency } from '../models/update-frequency';
import { demandLoad } from './demand-load';

it('counts the models with a known frequency only', () => {
  expect(demandLoad({ models: 13, updatesPerYear: 44, unknownFrequency: 1 })).toEqual({ load: 528, unknown: 1 });
  expect(demandLoad({ models: 13, updatesPerYear: 44 })).toEqual({ load: 572, unknown: 0 });
  expect(demandLoad({ models: 13, updatesPerYear: 0 })).toEqual({ load: 0, unknown: 13 });
  expect(demandLoad({ models: 13, updatesPerYear: 0, unknownFrequency: 0 })).toEqual({ load: 0, unknown: 0 });
  expect(demandLoad({ models: 3, updatesPerYear: 4, unknownFrequency: 5 })).toEqual({ load: 0, unknown: 3 });
});

it('gives back the load that a mean was taken from', () => {
  const cases = fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), fc.nat(1_000_000));
  fc.assert(
    fc.property(cases, ([known, unknownFrequency, halves]) => {
      const load = halves / 2;
      const updatesPerYear = meanFrequency(load, known);
      expect(demandLoad({ models: known + unknownFrequency, updatesPerYear, unknownFrequency }).load).toBe(load);
    }),
  );
});
