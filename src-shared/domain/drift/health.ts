import { DAY_MS, dayNumber } from '../base/calendar';
import { isInProduction } from '../models/lifecycle';
import type { Health, Stage, UpdateFrequency } from '../vocabulary';
import { cadenceDays, SILENT_DAYS, silentAfter, usualGap } from './cadence';
import { type DayVerdicts, lastDayOf, resultDays, VERDICT_CODES, verdictOfCode } from './day-verdicts';

/** Days with results that a cadence is read from: twenty gaps and their ends. */
const CADENCE_DAYS = 21;

/** The last result of one series. */
export interface SeriesState {
  readonly seriesId: number;
  /** Milliseconds. */
  readonly lastAt: number;
  readonly lastCode: number;
  readonly lastValue: number;
  /** Usual distance of this series' own results in days; `null` = fewer than three days. */
  readonly gap: number | null;
}

/** @param at ascending times of one series, milliseconds */
export function seriesState(seriesId: number, at: Float64Array, codes: Uint8Array, values: Float64Array): SeriesState {
  const last = at.length - 1;
  const days: number[] = [];
  for (let i = last; i >= 0 && days.length < CADENCE_DAYS; i -= 1) {
    const day = dayNumber(at[i] ?? 0);
    if (day !== days[days.length - 1]) days.push(day);
  }
  return {
    seriesId,
    lastAt: at[last] ?? Number.NaN,
    lastCode: codes[last] ?? 0,
    lastValue: values[last] ?? Number.NaN,
    gap: usualGap(days.reverse()),
  };
}

export interface HealthInput {
  readonly stage: Stage;
  readonly updateFrequency: UpdateFrequency | null;
  /** Up to today; both ends with a result. */
  readonly days: DayVerdicts;
  readonly series: readonly SeriesState[];
  /** Days since 1970, UTC. */
  readonly today: number;
}

export interface ModelHealth {
  readonly health: Health;
  /** Why, for `unknown`: no result at all, or results that say nothing. */
  readonly reason: 'judged' | 'silent' | 'never' | 'too_few_rows' | 'no_band' | 'retired';
  /** First day of the unbroken run of days with this verdict; of silence, the first day that was one too many. */
  readonly sinceDay: number | null;
  /** The series that decides. */
  readonly worst: SeriesState | null;
  readonly cadence: number | null;
}

/**
 * Health of one model; rules.md 6. Each series speaks with its last result as long as it is still measured: not longer
 * behind the model's newest result than twice its own usual distance (90 days where none is known). Of those the worst
 * counts. A model in production whose newest result is older than twice its cadence is silent, whatever was said last.
 */
export function modelHealth(input: HealthInput): ModelHealth {
  const { days, today } = input;
  const observed = usualGap(resultDays(days, CADENCE_DAYS));
  const cadence = cadenceDays(observed, input.updateFrequency);
  const none = { sinceDay: null, worst: null, cadence };
  if (input.stage === 'retired') return { health: 'unknown', reason: 'retired', ...none };
  if (days.codes.length === 0) return { health: 'unknown', reason: 'never', ...none };
  const silentFrom = lastDayOf(days) + silentAfter(cadence) + 1;
  const worst = worstOf(input.series);
  if (isInProduction(input.stage) && today >= silentFrom)
    return { health: 'silent', reason: 'silent', sinceDay: silentFrom, worst, cadence };
  const verdict = verdictOfCode(worst?.lastCode ?? VERDICT_CODES.none);
  switch (verdict) {
    case 'act':
    case 'watch':
    case 'ok':
      return {
        health: verdict,
        reason: 'judged',
        sinceDay: runStart(days, VERDICT_CODES[verdict], worst),
        worst,
        cadence,
      };
    case 'too_few_rows':
      return { health: 'unknown', reason: 'too_few_rows', sinceDay: null, worst, cadence };
    case 'none':
      return { health: 'unknown', reason: 'no_band', sinceDay: null, worst, cadence };
  }
}

/** The series of a model that are still measured: the others have ended, and say nothing of it any more. */
export function stillMeasured<T extends Pick<SeriesState, 'lastAt' | 'gap'>>(series: readonly T[]): readonly T[] {
  const newest = Math.max(...series.map((one) => one.lastAt));
  return series.filter(
    (one) => (newest - one.lastAt) / DAY_MS <= (one.gap === null ? SILENT_DAYS : silentAfter(one.gap)),
  );
}

/** The worst of the series that are still measured; of equals the newest. */
function worstOf(series: readonly SeriesState[]): SeriesState | null {
  const level = (one: SeriesState): number => one.lastCode & 7;
  return stillMeasured(series).reduce<SeriesState | null>((worst, one) => {
    if (worst === null || level(one) > level(worst)) return one;
    return level(one) === level(worst) && one.lastAt > worst.lastAt ? one : worst;
  }, null);
}

/** The first day of the run of days with results, up to that of the deciding series, whose worst verdict is this one. */
function runStart({ firstDay, codes }: DayVerdicts, code: number, worst: SeriesState | null): number {
  let start = worst === null ? codes.length - 1 : dayNumber(worst.lastAt) - firstDay;
  for (let i = start; i >= 0; i -= 1) {
    const level = (codes[i] ?? 0) & 7;
    if (level === 0) continue;
    if (level !== code) break;
    start = i;
  }
  return firstDay + start;
}
