import type { UpdateFrequency } from '../vocabulary';

/** Silence without any known cadence; rules.md 6. */
export const SILENT_DAYS = 90;

/** Gaps that say how often results come: the newest ones. */
const GAPS_ASKED = 20;
const FEWEST_GAPS = 2;

/** Days between two results that a model's update frequency lets expect; `null`: no rhythm follows from it. */
const DAYS_BETWEEN: Readonly<Record<UpdateFrequency, number | null>> = {
  ad_hoc: null,
  yearly: 365,
  half_yearly: 182,
  quarterly: 91,
  monthly: 30,
  weekly: 7,
  daily: 1,
  on_drift: null,
};

/**
 * The usual distance of results in days: what nine of ten of the newest twenty gaps do not exceed. A weekend in a feed of
 * working days is usual by this, an outage is not. `null`: fewer than three days with results.
 *
 * @param days days with results, ascending, each once
 */
export function usualGap(days: readonly number[]): number | null {
  const newest = days.slice(-GAPS_ASKED - 1);
  const gaps = newest.slice(1).map((day, i) => day - (newest[i] ?? day));
  if (gaps.length < FEWEST_GAPS) return null;
  gaps.sort((a, b) => a - b);
  return gaps[Math.ceil(gaps.length * 0.9) - 1] ?? null;
}

/** How often results are to be expected, in days: as they came, else as the model is updated; `null`: not known. */
export function cadenceDays(observed: number | null, frequency: UpdateFrequency | null): number | null {
  return observed ?? (frequency === null ? null : DAYS_BETWEEN[frequency]);
}

/** Days without a result after which a model is silent: twice its cadence, or 90 days where none is known. */
export const silentAfter = (cadence: number | null): number => (cadence === null ? SILENT_DAYS : 2 * cadence);
