import { type InvestmentInputs, LEVEL_KEYS, type LevelKey, levelKeys, levelOf } from './inputs';
import type { LevelYears } from './yearly-cost';

/** Level b held against level a: what b saves. */
export interface Pair {
  readonly a: LevelKey;
  readonly b: LevelKey;
}

/** `L2 vs L1`: the higher level is named first. */
export function pairName({ a, b }: Pair): string {
  return `${b} vs ${a}`;
}

/** Every pair of the case's levels, the higher against the lower: L2 vs L1, L3 vs L1, L3 vs L2. */
export function pairsOf(inputs: InvestmentInputs): Pair[] {
  const keys = levelKeys(inputs);
  return keys.flatMap((b, at) => keys.slice(0, at).map((a) => ({ a, b })));
}

/** Reads `L2 vs L1`, either way round; `null`: not two different levels. */
export function parsePair(text: string): Pair | null {
  const [first, second, ...more] = text.split(' vs ').map((name) => LEVEL_KEYS.find((key) => key === name.trim()));
  return first && second && first !== second && more.length === 0 ? { a: second, b: first } : null;
}

/** What b saves against a: I_a − I_b at t = 0, then cost_a − cost_b of each year. */
export function comparisonFlows(
  inputs: InvestmentInputs,
  years: ReadonlyMap<LevelKey, LevelYears>,
  a: LevelKey,
  b: LevelKey,
): number[] {
  const costsA = years.get(a)?.yearCost ?? [];
  const costsB = years.get(b)?.yearCost ?? [];
  const now = levelOf(inputs, a).investment - levelOf(inputs, b).investment;
  return [now, ...costsA.map((cost, year) => cost - (costsB[year] ?? 0))];
}
