import { describe, expect, it } from 'vitest';
import { CASES, inputsOf } from '../testing/cases';
import type { InvestmentInputs } from './inputs';
import { projectInvestment } from './project';

/** Every leaf of a tree with its path: `levels.L1.yearCost.0`. */
function leaves(tree: unknown, path: string): [string, unknown][] {
  if (typeof tree !== 'object' || tree === null) return [[path, tree]];
  if (Array.isArray(tree) && tree.length === 0) return [[path, 'empty']];
  return Object.entries(tree).flatMap(([key, value]) => leaves(value, path === '' ? key : `${path}.${key}`));
}

function expectAgrees(actual: unknown, expected: unknown): void {
  const found = new Map(leaves(actual, ''));
  for (const [path, value] of leaves(expected, '')) {
    const is = found.get(path);
    if (typeof value === 'number' && typeof is === 'number') {
      expect(Math.abs(is - value), `${path}: ${is} instead of ${value}`).toBeLessThanOrEqual(1e-6 * Math.abs(value));
    } else expect(is, path).toBe(value);
  }
}

describe('the eight worked cases agree to a millionth', () => {
  it.each(Object.entries(CASES))('%s', (_name, { inputs, portfolio, levels, comparisons }) => {
    // The file's inputs are JSON: its types are wider than the closed words of ours.
    const projection = projectInvestment(inputs as InvestmentInputs);
    expectAgrees(projection, { portfolio, levels, comparisons });
    expect(Object.keys(projection.comparisons)).toEqual(Object.keys(comparisons));
    expect(Object.keys(projection.levels)).toEqual(Object.keys(levels));
  });
});

describe('break-even', () => {
  it('of flat costs is where the straight lines cross', () => {
    // maths.md C2: (F_b − F_a) / (v_a − v_b) = 225,519 / 102,000 = 2.211, so 3.
    expect(projectInvestment(inputsOf(1)).comparisons['L2 vs L1']?.breakEvenSteady).toBe(3);
  });

  it('does not stop at the first hit of a saw-tooth', () => {
    const level = {
      deployWeeks: 0,
      deployFte: 0,
      retrainHours: 0,
      incidentsPerModel: 0,
      platformFixed: 0,
      investment: 0,
    };
    const whole = { ...level, operateFte: 0, platformPerModel: 0, modelsPerEngineer: 10 };
    const inputs = {
      ...inputsOf(1),
      levels: { L1: { ...level, operateFte: 0.09, platformPerModel: 3_000 }, L2: whole },
    };
    // Equal at 10 (1 engineer for 2.1), ahead from there but behind again right after each further engineer.
    const costs = (n: number) => [n * 21_000, Math.ceil(n / 10) * 200_000] as const;
    const behind = Array.from({ length: 500 }, (_, at) => at + 1).filter((n) => costs(n)[1] > costs(n)[0]);
    expect(behind.length).toBeGreaterThan(10);
    const { breakEvenSteady } = projectInvestment(inputs).comparisons['L2 vs L1'] ?? {};
    expect(breakEvenSteady).toBe((behind.at(-1) ?? 0) + 1);
  });
});

it('projects 10,000 models over ten years quickly', () => {
  const inputs = { ...inputsOf(3), newModels: Array.from({ length: 10 }, () => 1_000) };
  const start = performance.now();
  const { levels, portfolio } = projectInvestment(inputs);
  expect(performance.now() - start).toBeLessThan(500);
  expect(portfolio.at(-1)).toEqual({ newModels: 1_000, living: 9_500, deployedBefore: 9_000 });
  expect(levels.L2?.components[9]?.deploy).toBe(4_000_000);
});
