import type { Health } from '#domain/vocabulary';
import type { HealthCount } from './signals';

/** More marks than this are no longer one a model: three rows of small ones. */
export const MOST_MARKS = 120;

export interface HealthMarks {
  readonly groups: readonly { readonly health: Health; readonly marks: number }[];
  /** Models that one mark stands for, at most. */
  readonly each: number;
}

/** One mark a model, of many models one for up to `each`; whoever is there at all has a mark. */
export function healthMarks(counts: readonly HealthCount[]): HealthMarks {
  const shown = counts.filter(({ count }) => count > 0);
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  // Each group may need one mark more than its share.
  const each = total <= MOST_MARKS ? 1 : Math.ceil(total / (MOST_MARKS - shown.length));
  return { each, groups: shown.map(({ health, count }) => ({ health, marks: Math.ceil(count / each) })) };
}
