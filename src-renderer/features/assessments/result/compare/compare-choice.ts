import type { AssessmentHead } from '#contract/assessments';

/** The engine compares so many at once. */
export const COMPARE_AT_MOST = 20;

/** Oldest first. */
export function byDate(heads: readonly AssessmentHead[]): AssessmentHead[] {
  return heads.toSorted((a, b) => a.startedAt.localeCompare(b.startedAt));
}

/** The assessments of the same unit, oldest first, with this one; where it stands alone, those of all units. */
export function comparableIds(heads: readonly AssessmentHead[], own: Pick<AssessmentHead, 'id' | 'unit'>): string[] {
  const ofUnit = heads.filter((head) => head.unit === own.unit);
  const chosen = byDate(ofUnit.length > 1 ? ofUnit : heads);
  const others = chosen.filter(({ id }) => id !== own.id).slice(-(COMPARE_AT_MOST - 1));
  const kept = new Set([own.id, ...others.map(({ id }) => id)]);
  return chosen.filter(({ id }) => kept.has(id)).map(({ id }) => id);
}

/** Ids from an address: known ones, each once, at most as many as can be compared. */
export function readIds(text: string, heads: readonly AssessmentHead[]): string[] {
  const known = new Set(heads.map(({ id }) => id));
  const wanted = [...new Set(text.split(',').map((id) => id.trim()))];
  return wanted.filter((id) => known.has(id)).slice(0, COMPARE_AT_MOST);
}

/** Takes one in or out; what is chosen stands by date. */
export function toggled(ids: readonly string[], id: string, heads: readonly AssessmentHead[]): string[] {
  const chosen = new Set(ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);
  return byDate(heads)
    .filter((head) => chosen.has(head.id))
    .map((head) => head.id)
    .slice(0, COMPARE_AT_MOST);
}
