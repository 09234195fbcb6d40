import type { GivenRange, ScenarioRange } from '#domain/scenarios/plan/scenario-ranges';
import { keptDrawable } from '#domain/scenarios/statistics/kept-drawables';
import { formatPercent } from '../../../lib/format';

/** What the rows behind a measured value say of it. The interval that is shown and the middle of the draws are two things. */
export function ownRangeWords(
  range: Pick<ScenarioRange, 'of' | 'low' | 'high'>,
  say: (value: number) => string,
): string {
  const drawn = `The simulation draws nine in ten between ${say(range.low)} and ${say(range.high)}.`;
  if (!range.of) return drawn;
  const { shown95, shown95Cover, shown90, shown90Cover } = keptDrawable(range.of);
  const interval = shown95 ?? shown90;
  const cover = shown95 ? shown95Cover : shown90Cover;
  if (!interval || cover === null) return drawn;
  return `Its own rows: ${say(interval[0])} to ${say(interval[1])} (${formatPercent(cover)} interval). ${drawn}`;
}

/** That a range that somebody gave is kept, and when it counts again; '' where none rests. */
export function restingWords(range: GivenRange | null, say: (value: number) => string, derived: boolean): string {
  if (range === null) return '';
  return `The range that was given, ${say(range.low)} to ${say(range.high)}, is kept and counts again once ${derived ? 'a number is entered' : 'the plan is worked out from this number'}.`;
}
