import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pertFromNormal } from '../statistics/pert';
import { inputsOf } from '../testing/cases';
import { JOINED, TORNADO } from '../testing/tornado';
import { simulate, startSimulation } from './simulate';
import { simulationMemory } from './simulation-memory';

const request = {
  inputs: inputsOf(3),
  compare: 'L2 vs L1',
  uncertain: TORNADO,
  correlations: JOINED,
  runs: 300,
  seed: 7,
};

it('changes no result, whatever was asked before', () => {
  const memory = simulationMemory();
  const asked = fc.record({
    seed: fc.integer({ min: 0, max: 3 }),
    runs: fc.constantFrom(50, 300),
    ranges: fc.integer({ min: 0, max: TORNADO.length }),
    high: fc.constantFrom(1, 1.5),
  });
  fc.assert(
    fc.property(asked, ({ seed, runs, ranges, high }) => {
      const uncertain = TORNADO.slice(0, ranges).map((one) => ({ ...one, high: one.high * high }));
      const question = { ...request, correlations: [], uncertain, seed, runs };
      const simulation = startSimulation(question, memory);
      simulation.advance(runs);
      expect(simulation.result()).toEqual(simulate(question));
    }),
    { numRuns: 40 },
  );
});

it('draws once for a seed and as many columns as were ever needed', () => {
  const memory = simulationMemory();
  const [first] = memory.scores(7, 100, 3);
  expect(memory.scores(7, 100, 2)[0]).toBe(first);
  expect(memory.scores(7, 100, 5)[0]).toEqual(first);
  expect(memory.scores(8, 100, 3)[0]).not.toEqual(first);
  expect(memory.scores(7, 100, 3)).toHaveLength(3);
});

it('keeps the quantiles of a range, and forgets rather than grows without end', () => {
  const memory = simulationMemory();
  const range = { low: 1, mode: 2, high: 5 };
  expect(memory.quantiles(range)).toBe(memory.quantiles({ ...range }));
  expect(memory.quantiles(range)(0.5)).toBe(pertFromNormal(range)(0.5));
  for (let high = 6; high < 300; high++) memory.quantiles({ ...range, high });
  expect(memory.quantiles(range)(0.5)).toBe(pertFromNormal(range)(0.5));
});
