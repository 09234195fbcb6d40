import { applyDerived } from '../plan/derived-inputs';
import { type LevelKey, levelKeys } from '../plan/inputs';
import type { Distribution } from '../statistics/distribution';
import { keptDrawable } from '../statistics/kept-drawables';
import { type DecisionInputs, type Growth, levelPath } from './decision-inputs';
import { decisionDraft, hasDecisionPlace, parseDecisionPath } from './decision-place';
import { followGrowth } from './horizon';
import { leastOf, pricing } from './pricing';

export interface TwoWayQuestion {
  /** What the second level saves against the first. */
  readonly pair: readonly [a: LevelKey, b: LevelKey];
  readonly pathX: string;
  readonly xs: readonly number[];
  readonly pathY: string;
  readonly ys: readonly number[];
  /** Where the plan is judged over more years than it has: its own, and how it goes on. Left out: it is not. */
  readonly beyond?: { readonly planYears: number; readonly growth: Growth } | undefined;
}

export interface TwoWayCell {
  readonly npv: number;
  readonly cheapest: LevelKey;
}

/** The NPV of a pair and the cheapest level for two inputs at once, rows by y; derived inputs follow. RangeError: no such input. */
export function twoWay(inputs: DecisionInputs, { pair, pathX, xs, pathY, ys, beyond }: TwoWayQuestion): TwoWayCell[][] {
  const keys = levelKeys(inputs);
  const [baseline = 'L1'] = keys;
  const draft = decisionDraft(inputs);
  const follow = beyond && followGrowth(draft, beyond.planYears, beyond.growth);
  const placeOf = (path: string) => {
    const place = parseDecisionPath(path);
    if (!place || !hasDecisionPlace(inputs, place)) {
      throw new RangeError(
        `${path} is not an input of this case: name one like updatesPerYear or levels.L1.operateFte.`,
      );
    }
    return place;
  };
  const [placeX, placeY] = [placeOf(pathX), placeOf(pathY)];
  const priced = pricing(
    draft.inputs,
    keys.map((key) => levelPath(key, baseline)),
  );
  const [a, b] = pair.map((key) => keys.indexOf(key));
  return ys.map((y) =>
    xs.map((x) => {
      draft.set(placeX, x);
      draft.set(placeY, y);
      follow?.();
      applyDerived(draft);
      priced.refresh(true);
      const costs = keys.map((_, at) => priced.pvCost(at));
      return { npv: (costs[a ?? 0] ?? 0) - (costs[b ?? 0] ?? 0), cheapest: keys[leastOf(costs)] ?? baseline };
    }),
  );
}

/** Ticks of a two-way table: the 5th of a hundred draws, midway, the value, midway, the 95th; equal ones once. */
export function ticksOf(of: Distribution, value: number): number[] {
  const { quantile } = keptDrawable(of);
  if (!quantile) return [value];
  const [low, high] = [quantile(0.05), quantile(0.95)];
  const ticks = [low, (low + value) / 2, value, (value + high) / 2, high].toSorted((a, b) => a - b);
  return ticks.filter((tick, at) => at === 0 || tick !== ticks[at - 1]);
}
