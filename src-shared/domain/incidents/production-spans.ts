import { instantMs } from '../base/calendar';
import { isInProduction } from '../models/lifecycle';
import type { Stage } from '../vocabulary';
import type { Deployment, Span } from './incident-fact';

interface StageMove {
  readonly to: Stage;
  /** ISO instant; `null`: the stage is known, its date is not. */
  readonly at: string | null;
  readonly version: string;
}

/**
 * When a model served its users, as far as dates are known: a span begins with the first dated move of a run of moves in
 * production (an undated start is not guessed, which makes the span rather too short) and ends with the next dated move.
 * @param moves in their order
 */
export function productionSpans(moves: readonly StageMove[]): readonly Span[] {
  const spans: Span[] = [];
  let from: number | null = null;
  for (const { to, at } of moves) {
    const ms = at === null ? null : instantMs(at);
    if (isInProduction(to)) from ??= ms;
    else {
      // Out of production on an unknown day: the span that it ended is not known either.
      if (from !== null && ms !== null && ms > from) spans.push({ from, to: ms });
      from = null;
    }
  }
  if (from !== null) spans.push({ from, to: Number.POSITIVE_INFINITY });
  return spans;
}

/** The releases whose date is known, oldest first. */
export function datedDeployments(moves: readonly StageMove[]): readonly Deployment[] {
  return moves
    .flatMap(({ to, at, version }) => (to === 'deployed' && at !== null ? [{ atMs: instantMs(at), version }] : []))
    .sort((a, b) => a.atMs - b.atMs);
}

/** How much of the spans lies in a window, in milliseconds. */
export function timeWithin(spans: readonly Span[], window: Span): number {
  return spans.reduce(
    (sum, { from, to }) => sum + Math.max(0, Math.min(to, window.to) - Math.max(from, window.from)),
    0,
  );
}
