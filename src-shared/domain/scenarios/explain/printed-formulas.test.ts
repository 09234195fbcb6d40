import { describe, expect, it } from 'vitest';
import { annualisedCosts, steadyYear } from '../finance/break-even';
import { withHorizon } from '../plan/carried-years';
import { pairName, pairsOf } from '../plan/comparison-flows';
import { horizonOf, type InvestmentInputs, levelKeys } from '../plan/inputs';
import { projectInvestment } from '../plan/project';
import { presetInputs } from '../plan/scenario-presets';
import { calculate, equationsOf, errorOf } from '../testing/calculator';
import { inputsOf } from '../testing/cases';
import { explainYear } from './explain';
import { explainComparison } from './explain-comparison';
import { explainLevel } from './explain-level';

/** Half a tenth of a per cent. */
const ALLOWED = 0.0005;

/** Numbers with many digits, inflation, whole engineers, a late capability, an exit and cost lines. */
const awkward: InvestmentInputs = (() => {
  const inputs = withHorizon(presetInputs('expected'), 7);
  const { L1, L2, L3 } = inputs.levels;
  if (!L1 || !L2 || !L3) throw new Error('The preset has three levels.');
  return {
    ...inputs,
    loadedAnnual: 112_345.67,
    discountRate: 0.0825,
    inflation: 0.0234,
    updatesPerYear: 1.473872,
    incidentCost: 2_884.62,
    modelsAtStart: 31,
    retired: [0, 1, 2, 3, 1, 0, 2],
    levels: {
      L1: { ...L1, incidentsPerModel: 1.30297, deployWeeks: 17.4583 },
      L2: { ...L2, modelsPerEngineer: 4.7, minEngineers: 2, rampMonths: 17, delayMonths: 5, exitCost: 123_456 },
      L3: { ...L3, rampMonths: 31, progressRatio: 0.8137 },
    },
    costLines: [
      { id: 'own:1', label: 'Licence', levels: ['L2', 'L3'], startMonth: 5, months: 11, oneOff: 43_210, yearly: 8_765 },
      { id: 'own:2', label: 'Course', levels: ['L3'], startMonth: 14, months: 0, oneOff: 9_999, yearly: 0 },
    ],
  };
})();

const plans: readonly (readonly [string, InvestmentInputs])[] = [
  ['the expected preset', presetInputs('expected')],
  ['the article', presetInputs('article')],
  ['every kind of input at once', awkward],
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
