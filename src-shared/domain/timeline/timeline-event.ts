import type { DatePrecision } from '../base/period';
import type { TimelineKind, TimelineMark } from './vocabulary';

/** One row of a model's timeline: what happened, when, by whom. */
export interface TimelineEvent {
  readonly key: string;
  readonly kind: TimelineKind;
  /** When it took effect, ISO; `null`: not known. What was only recorded has the time of its entry. */
  readonly at: string | null;
  readonly precision: DatePrecision;
  readonly mark: TimelineMark | null;
  readonly what: string;
  readonly detail: string;
  /** '' = nobody is noted: a rule or a tool did. */
  readonly who: string;
  readonly incidentId: string | null;
  /** The entries of the journal that it tells, the newest first; none: what it tells follows from results and dates. */
  readonly seqs: readonly number[];
}

/** An event of a fact, with what in the journal is told by it. */
export interface FactEvent {
  readonly event: Omit<TimelineEvent, 'seqs'>;
  /** The rows that it is of: the entry that inserted one is told by it. */
  readonly rows: readonly { readonly table: string; readonly id: string }[];
  /** A step of that row: an entry of one of these channels that changed the row, at this instant where one is given. */
  readonly step?: { readonly channels: readonly string[]; readonly recordedAt?: string };
}

/** A stretch of time, for the picture above the list. */
export interface TimelineSpan {
  readonly key: string;
  readonly lane: 'drift' | 'incidents' | 'retraining' | 'challengers';
  /** ISO instants; `to: null` = it goes on. */
  readonly from: string;
  readonly to: string | null;
  readonly mark: TimelineMark | null;
  readonly label: string;
  readonly title: string;
}

type Told = Pick<TimelineEvent, 'key' | 'kind' | 'at' | 'what'> & Partial<Omit<TimelineEvent, 'seqs'>>;

/** An event with what most of them leave empty. */
export const eventOf = (told: Told): FactEvent['event'] => ({
  precision: 'day',
  mark: null,
  detail: '',
  who: '',
  incidentId: null,
  ...told,
});
