import { describe, expect, it } from 'vitest';
import { annualisedCosts, steadyYear } from '../finance/break-even';
import { decide } from '../options/decide';
import { pairName, pairsOf } from '../plan/comparison-flows';
import { horizonOf, type InvestmentInputs, levelKeys } from '../plan/inputs';
import { projectInvestment } from '../plan/project';
import { presetInputs } from '../plan/scenario-presets';
import { awkwardPlan } from '../testing/awkward-plan';
import { calculate, equationsOf, errorOf } from '../testing/calculator';
import { inputsOf } from '../testing/cases';
import { explainYear } from './explain';
import { explainComparison } from './explain-comparison';
import { explainLevel } from './explain-level';
import { explainPeak } from './explain-peak';

/** Half a tenth of a per cent. */
const ALLOWED = 0.0005;

const plans: readonly (readonly [string, InvestmentInputs])[] = [
  ['the expected preset', presetInputs('expected')],
  ['the article', presetInputs('article')],
  ['every kind of input at once', awkwardPlan],
  ...Array.from({ length: 8 }, (_, at) => [`case ${at + 1}`, inputsOf(at + 1)] as const),
];

describe.each(plans)('every printed formula of %s', (_name, inputs) => {
  const projection = projectInvestment(inputs);
  const expectReproducible = (numbers: string, value: number | null, what: string): number => {
    const equations = equationsOf(numbers);
    for (const equation of equations) expect(errorOf(equation), `${what}: ${equation.text}`).toBeLessThan(ALLOWED);
    const [first] = equations;
    // One equation says the figure itself; several say what stands on both sides of it.
    if (equations.length === 1 && first && value !== null && first.said !== 0)
      expect(Math.abs(first.said / value - 1), `${what}: ${value}`).toBeLessThan(ALLOWED);
    return equations.length;
  };

  it('comes out on a calculator: the years', () => {
    let seen = 0;
    for (const key of levelKeys(inputs)) {
      for (let year = 1; year <= horizonOf(inputs); year += 1) {
        for (const line of explainYear(inputs, key, year).lines) {
          if (line.value === 0 || line.key === 'exit') continue;
          seen += expectReproducible(line.numbers, line.value, `${key} ${year} ${line.key}`);
        }
      }
    }
    expect(seen).toBeGreaterThanOrEqual(levelKeys(inputs).length * horizonOf(inputs));
  });

  it('comes out on a calculator: the levels', () => {
    for (const key of levelKeys(inputs)) {
      const level = projection.levels[key];
      if (!level) throw new Error(key);
      const { pvCost } = explainLevel(key, level, inputs.discountRate);
      expect(expectReproducible(pvCost.numbers, pvCost.value, key)).toBe(1);
    }
  });

  it('comes out on a calculator: every figure that has a value opens', () => {
    for (const pair of pairsOf(inputs)) {
      const comparison = projection.comparisons[pairName(pair)];
      if (!comparison) throw new Error(pairName(pair));
      for (const { key, value, numbers } of explainComparison(comparison, inputs, pair)) {
        // A rate and a number of models are what the equations hold at, not what comes out of them.
        const sum = ['irr', 'breakEvenSteady', 'breakEvenNpv'].includes(key) ? null : value;
        const seen = expectReproducible(numbers, sum, `${pairName(pair)} ${key}`);
        if (value !== null && value !== 0) expect(seen, `${pairName(pair)} ${key}: ${numbers}`).toBeGreaterThan(0);
      }
    }
  });

  it('comes out on a calculator: the deepest point', () => {
    for (const pair of pairsOf(inputs)) {
      const { value, numbers } = explainPeak(inputs, pair);
      const [first, ...more] = equationsOf(numbers);
      for (const equation of first ? [first, ...more] : [])
        expect(Math.abs(equation.found - equation.said), equation.text).toBeLessThan(0.15);
      expect(first?.said ?? 0, pairName(pair)).toBeCloseTo(value, 1);
      if (pair.a === levelKeys(inputs)[0]) expect(value).toBe(decide({ inputs }).levels[pair.b]?.peakFunding);
    }
  });

  it('spreads a steady year as its break-even does', () => {
    for (const key of levelKeys(inputs)) {
      const costs = annualisedCosts(inputs, key);
      for (const n of [1, 2, 17, 63]) {
        const { once, recovery, ...parts } = steadyYear(inputs, key, n);
        const sum = Object.values(parts).reduce((total, part) => total + part, once * recovery);
        expect(sum / (costs[n - 1] ?? Number.NaN)).toBeCloseTo(1, 9);
      }
    }
  });
});

it('is held against a calculator that knows brackets, powers, shares and signs', () => {
  expect(calculate('70% × (536,000 − 164,130.5) + -2 / 4^0.5')).toBeCloseTo(260_307.65, 6);
  expect(calculate('((100 × 1.1^2 + 5) / (80))^(1 / 2) − 1')).toBeCloseTo(Math.sqrt(126 / 80) - 1, 9);
  expect(() => calculate('12 apples')).toThrow('no formula');
  expect(() => calculate('(1 + 2')).toThrow('bracket');
});
