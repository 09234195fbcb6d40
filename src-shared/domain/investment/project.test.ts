import { describe, expect, it } from 'vitest';
import type { InvestmentInputs } from './inputs';
import { projectInvestment } from './project';
import cases from './testing/roi-cases.json';

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
  it.each(Object.entries(cases))('%s', (_name, { inputs, portfolio, levels, comparisons }) => {
    // The file's inputs are JSON: its types are wider than the closed words of ours.
    const projection = projectInvestment(inputs as InvestmentInputs);
    expectAgrees(projection, { portfolio, levels, comparisons });
    expect(Object.keys(projection.comparisons)).toEqual(Object.keys(comparisons));
    expect(Object.keys(projection.levels)).toEqual(Object.keys(levels));
  });
});
