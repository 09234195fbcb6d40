import fc from 'fast-check';
import { expect, it } from 'vitest';
import { explainYear } from '../explain/explain';
import { explainComparison } from '../explain/explain-comparison';
import { NO_FLOW } from '../finance/cash-flow';
import { anyInputs } from '../testing/arbitrary-inputs';
import { sensitivity } from '../uncertainty/sensitivity';
import { simulate } from '../uncertainty/simulate';
import { pairName, pairsOf } from './comparison-flows';
import { levelKeys } from './inputs';
import { deploymentCosts } from './marginal-cost';
import { projectInvestment } from './project';
import { sustainedModels } from './sustain';
import { validateInputs } from './validate-inputs';

const RUNS = { numRuns: 60 };

/** Every number of a tree, however deep. */
function numbersIn(tree: unknown): number[] {
  if (typeof tree === 'number') return [tree];
  return typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(numbersIn) : [];
}

function expectRealNumbers(tree: unknown): void {
  const numbers = numbersIn(tree);
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers.filter((value) => !Number.isFinite(value))).toEqual([]);
}

it('every figure of every valid case is a real number or null', () => {
  fc.assert(
    fc.property(anyInputs, (inputs) => {
      expect(validateInputs(inputs)).toEqual([]);
      const projection = projectInvestment(inputs);
      expectRealNumbers(projection);
      for (const pair of pairsOf(inputs)) {
        const comparison = projection.comparisons[pairName(pair)];
        if (comparison) expectRealNumbers(explainComparison(comparison, inputs, pair));
      }
      expectRealNumbers(sustainedModels(inputs));
      expectRealNumbers(deploymentCosts(inputs, 30));
    }),
    RUNS,
  );
});

it('so is every figure of a simulation and a tornado', () => {
  fc.assert(
    fc.property(anyInputs, (inputs) => {
      const compare = 'L2 vs L1';
      const uncertain = [
        { path: 'discountRate', low: -0.5, mode: 0.1, high: 2 },
        { path: 'L2.progressRatio', low: 0.01, mode: 0.7, high: 1 },
        { path: 'L2.rampMonths', low: 0, mode: 18, high: 120 },
        { path: 'L1.operateFte', low: 0, mode: 0, high: 3 },
        { path: 'newModels.0', low: 0.5, mode: 5, high: 90.5 },
      ].filter(({ path }) => path !== 'newModels.0' || inputs.retired?.[0] === 0);
      expectRealNumbers(simulate({ inputs, compare, uncertain, runs: 50, seed: 1 }));
      expectRealNumbers(sensitivity({ inputs, compare, uncertain }));
    }),
    RUNS,
  );
});

it('the lines of a year add up to its cost, and costs add up over the years', () => {
  fc.assert(
    fc.property(anyInputs, (inputs) => {
      const { levels } = projectInvestment(inputs);
      for (const key of levelKeys(inputs)) {
        const level = levels[key];
        let sum = level?.investment ?? 0;
        level?.yearCost.forEach((cost, at) => {
          const explained = explainYear(inputs, key, at + 1);
          const lines = explained.lines.reduce((total, line) => total + line.value, 0);
          const size = explained.lines.reduce((total, line) => total + Math.abs(line.value), 1);
          expect(Math.abs(lines - cost)).toBeLessThanOrEqual(1e-9 * size);
          expect(explained.total).toBe(cost);
          sum += cost;
          expect(level.cumulative[at + 1]).toBeCloseTo(sum, 2);
        });
      }
    }),
    RUNS,
  );
});

/** Whether money on the way is so little that it counts as none: twice as much may count. */
function hasTraces(flows: readonly number[]): boolean {
  let running = 0;
  return flows.some((flow) => {
    running += flow;
    return running !== 0 && Math.abs(running) <= NO_FLOW;
  });
}

it('money scales: twice the prices are twice the NPV, and the same rates, times and numbers of models', () => {
  fc.assert(
    fc.property(anyInputs, (inputs) => {
      const { L1, L2 } = inputs.levels;
      fc.pre(L1 !== undefined && L2 !== undefined);
      const twice = <L extends NonNullable<typeof L1>>(level: L): L => ({
        ...level,
        platformFixed: 2 * level.platformFixed,
        platformPerModel: 2 * level.platformPerModel,
        investment: 2 * level.investment,
        exitCost: 2 * (level.exitCost ?? 0),
      });
      const once = projectInvestment({ ...inputs, levels: { L1, L2 } }).comparisons['L2 vs L1'];
      const doubled = projectInvestment({
        ...inputs,
        loadedAnnual: 2 * inputs.loadedAnnual,
        incidentCost: 2 * inputs.incidentCost,
        levels: { L1: twice(L1), L2: twice(L2) },
      }).comparisons['L2 vs L1'];
      expect(doubled?.npv).toBe(2 * (once?.npv ?? 0));
      expect(doubled?.breakEvenSteady).toBe(once?.breakEvenSteady);
      expect(doubled?.breakEvenNpv).toBe(once?.breakEvenNpv);
      if (once && !hasTraces(once.flows)) expect(doubled?.payback).toBe(once.payback);
    }),
    RUNS,
  );
});
