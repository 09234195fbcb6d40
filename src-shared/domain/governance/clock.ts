import { addDays } from '../base/calendar';
import type { Clock, RulePack } from './rule-pack';

export interface ClockState {
  /** The last day, itself included; `null`: the class of the incident is not known. */
  readonly due: string | null;
  readonly status: 'due' | 'met' | 'missing' | 'unknown';
}

export interface Report {
  /** The day on which somebody became aware, not the day of the incident. */
  readonly awareOn: string;
  readonly class: string;
  readonly reportedOn: string | null;
}

/**
 * Whether an incident was reported in time, on a day: awareness and the days of its class, counted as calendar days; an outer
 * limit. A late report stays missing.
 */
export function clockState(clock: Clock, { awareOn, class: own, reportedOn }: Report, day: string): ClockState {
  const days = clock.classes.find(({ value }) => value === own)?.days;
  if (days === undefined || clock.dayKind === 'working') return { due: null, status: 'unknown' };
  const due = addDays(awareOn, days);
  if (reportedOn !== null && reportedOn <= day) return { due, status: reportedOn <= due ? 'met' : 'missing' };
  return { due, status: day <= due ? 'due' : 'missing' };
}

/**
 * The first day on which a text asks for the reports that a clock times, of whatever system: an Act may be in force long before
 * it asks this. `null`: no day is set.
 */
export function clockAsksFrom({ duties, effectiveFrom }: RulePack, clock: string): string | null {
  const days = duties
    .filter(({ evidence }) => evidence.some((rule) => rule.rule === 'clock_kept' && rule.clock === clock))
    .flatMap(({ appliesFrom = effectiveFrom }) =>
      appliesFrom === null || typeof appliesFrom === 'string' ? [appliesFrom] : appliesFrom.map(({ on }) => on),
    );
  const [first = effectiveFrom] = days.filter((day) => day !== null).toSorted();
  return first;
}
