import type { Condition, Operator } from './rule-pack';
import { all, any, not, type Truth, truthOf } from './truth';

/** What a name stands for on a day; `NEVER`: known not to have been; `null`: nobody has said. */
export type Known = string | number | readonly string[] | null;

/** Answers what a name of a condition stands for (`question.role`, `model.stage`); `null`: nobody has said. */
export type Lookup = (name: string) => Known;

/** Whether a condition holds. */
export function holds(condition: Condition, lookup: Lookup): Truth {
  if ('always' in condition) return 'yes';
  if ('all' in condition) return all(condition.all.map((one) => holds(one, lookup)));
  if ('any' in condition) return any(condition.any.map((one) => holds(one, lookup)));
  if ('not' in condition) return not(holds(condition.not, lookup));
  return compared(lookup(condition.of), condition.is, condition.value);
}

/** A day that never was is set nowhere and before no day. */
export const NEVER = 'never';

function compared(known: Known, operator: Operator, value: unknown): Truth {
  const empty = known === null || known === '' || (Array.isArray(known) && known.length === 0);
  if (operator === 'set') return truthOf(!empty && known !== NEVER);
  if (operator === 'empty') return truthOf(empty || known === NEVER);
  if (empty) return 'unknown';
  if (operator === 'ne') return not(compared(known, 'eq', value));
  if (known === NEVER) return 'no';
  const list: readonly unknown[] = Array.isArray(known) ? known : [known];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  switch (operator) {
    case 'eq':
      return truthOf(list.length === 1 && list[0] === value);
    case 'in':
    case 'has':
    case 'hasAny':
      return truthOf(list.some((one) => values.includes(one)));
    case 'gte':
      return truthOf(ordered(list[0], value) >= 0);
    case 'lt':
      return truthOf(ordered(list[0], value) < 0);
  }
}

/** ISO days compare as texts, numbers as numbers. */
function ordered(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [String(a), String(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
