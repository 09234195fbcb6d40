import { type LevelKey, levelKeys } from '../plan/inputs';
import { type Distribution, drawable } from '../statistics/distribution';
import { type DecisionInputs, levelPath } from './decision-inputs';
import { type DecisionDraft, decisionDraft } from './decision-place';
import { applyDerived } from './derived-inputs';
import { pricing } from './pricing';
import { placedUncertain, type UncertainInput } from './uncertain-inputs';

/** What one uncertain input alone can do to the NPV of a pair. */
export interface DecisionSwing {
  readonly path: string;
  /** Below and above which 5 % of its draws lie: the same for what was assumed and what was measured. */
  readonly low: number;
  readonly high: number;
  readonly npvLow: number;
  readonly npvHigh: number;
  readonly swing: number;
}

/**
 * The tornado of a pair: each input from the 5th to the 95th of a hundred draws, the others at their values, derived inputs
 * following. It ranks inputs within the ranges given, and says nothing of inputs without one. maths.md C7.
 */
export function decisionSensitivity(
  inputs: DecisionInputs,
  pair: readonly [a: LevelKey, b: LevelKey],
  uncertain: readonly UncertainInput[],
): { readonly base: number; readonly rows: readonly DecisionSwing[] } {
  const [baseline = 'L1'] = levelKeys(inputs);
  const npvOf = (move: (draft: DecisionDraft) => void): number => {
    const draft = decisionDraft(inputs);
    move(draft);
    applyDerived(draft);
    const priced = pricing(
      draft.inputs,
      pair.map((key) => levelPath(key, baseline)),
    );
    return priced.pvCost(0) - priced.pvCost(1);
  };
  const rows = placedUncertain(uncertain).flatMap(({ path, place, of }): DecisionSwing[] => {
    const { quantile } = drawable(of);
    if (!quantile) return [];
    const [low, high] = [quantile(0.05), quantile(0.95)];
    const at = (value: number): number => npvOf((draft) => draft.set(place, value));
    const [npvLow, npvHigh] = [at(low), at(high)];
    return [{ path, low, high, npvLow, npvHigh, swing: Math.abs(npvHigh - npvLow) }];
  });
  return { base: npvOf(() => undefined), rows: rows.toSorted((p, q) => q.swing - p.swing) };
}

/** Ticks of a two-way table: the 5th of a hundred draws, midway, the value, midway, the 95th; equal ones once. */
export function ticksOf(of: Distribution, value: number): number[] {
  const { quantile } = drawable(of);
  if (!quantile) return [value];
  const [low, high] = [quantile(0.05), quantile(0.95)];
  const ticks = [low, (low + value) / 2, value, (value + high) / 2, high].toSorted((a, b) => a - b);
  return ticks.filter((tick, at) => at === 0 || tick !== ticks[at - 1]);
}
