import { oneOf, sayCount, verb } from '../base/wording';
import type { Health } from '../vocabulary';

/** Models in production by what drift results say of them today. */
export interface VerdictCounts {
  readonly inProduction: number;
  readonly byHealth: Readonly<Partial<Record<Health, number>>>;
  /** Without any result; part of `byHealth.unknown`. */
  readonly neverMeasured: number;
}

/** Models in production of which nobody can say today whether they drifted: silent, and without a verdict so far. */
export const noVerdictToday = ({ byHealth }: Pick<VerdictCounts, 'byHealth'>): number =>
  (byHealth.silent ?? 0) + (byHealth.unknown ?? 0);

/** `15 have no drift verdict today.`, behind a sentence about those in production; '' where nothing is. */
export function sayNoVerdict(counts: VerdictCounts, say: (count: number) => string = sayCount): string {
  const { inProduction } = counts;
  const none = noVerdictToday(counts);
  if (inProduction === 0) return '';
  if (inProduction === 1) return none === 0 ? 'It has a drift verdict today.' : 'It has no drift verdict today.';
  if (none === 0) return 'All have a drift verdict today.';
  if (none === inProduction) return 'None has a drift verdict today.';
  return `${say(none)} ${verb(none, 'has', 'have')} no drift verdict today.`;
}

/** What they consist of, `not judged` being those with results on too few rows or without a band: `3 silent, 11 never measured, 1 not judged`; '' without any. */
export function sayWhyNoVerdict(
  { byHealth, neverMeasured }: Pick<VerdictCounts, 'byHealth' | 'neverMeasured'>,
  say: (count: number) => string = sayCount,
): string {
  const silent = byHealth.silent ?? 0;
  const mute = (byHealth.unknown ?? 0) - neverMeasured;
  const parts = [
    ...(silent > 0 ? [`${say(silent)} silent`] : []),
    ...(neverMeasured > 0 ? [`${say(neverMeasured)} never measured`] : []),
    ...(mute > 0 ? [`${say(mute)} not judged`] : []),
  ];
  return parts.length === 0 ? '' : oneOf(parts, 'and');
}
