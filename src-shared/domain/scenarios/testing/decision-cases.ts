import type { DecisionInputs, StagedPath } from '../options/decision-inputs';
import file from './decision-cases.json';

/** A worked case of the decision: what is asked of a plan, and every value of the answer. */
export interface DecisionCase {
  readonly id: string;
  readonly about: string;
  readonly plan?: string;
  readonly ask: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
}

// JSON widens unions to string; the file holds only their members.
export const DECISION_CASES = file.cases as readonly DecisionCase[];
const PLANS = file.plans as unknown as Readonly<Record<string, DecisionInputs>>;

export function caseOf(id: string): DecisionCase {
  const found = DECISION_CASES.find((one) => one.id === id);
  if (!found) throw new RangeError(`There is no case ${id}.`);
  return found;
}

/** The plan of a case: `A1` grows and learns, `A2` is an insurer with 32 models. */
export function planOf(id: string): DecisionInputs {
  const plan = PLANS[caseOf(id).plan ?? ''];
  if (!plan) throw new RangeError(`The case ${id} has no plan.`);
  return plan;
}

/** Level 2 now, level 3 in the third year. */
export const STAGED: StagedPath = {
  id: 'L1>L2>L3@24',
  steps: [
    { level: 'L2', startMonth: 0 },
    { level: 'L3', startMonth: 24 },
  ],
};

export interface Difference {
  readonly where: string;
  readonly found: unknown;
  readonly expected: unknown;
}

const TOLERANCE = 1e-6;

function agrees(found: unknown, expected: unknown): boolean {
  if (typeof expected !== 'number') return found === expected;
  return typeof found === 'number' && Math.abs(found - expected) <= TOLERANCE * Math.max(1, Math.abs(expected));
}

/** Every expected value that was not found, to 1e-6 (relative above 1); `count` is told of each that was looked at. */
export function differences(found: unknown, expected: unknown, where: string, count: () => void): Difference[] {
  if (typeof expected !== 'object' || expected === null) {
    count();
    return agrees(found, expected) ? [] : [{ where, found, expected }];
  }
  const entries: (readonly [string, unknown])[] = Object.entries(expected);
  const inside = typeof found === 'object' && found !== null ? new Map<string, unknown>(Object.entries(found)) : null;
  if (!inside) return [{ where, found, expected }];
  // A list must not be longer than expected either.
  const longer = Array.isArray(expected) && inside.size !== entries.length;
  return [
    ...(longer ? [{ where: `${where}.length`, found: inside.size, expected: entries.length }] : []),
    ...entries.flatMap(([key, value]) => differences(inside.get(key), value, `${where}.${key}`, count)),
  ];
}
