import { z } from 'zod';
import { TIMELINE_KINDS, TIMELINE_MARKS } from '#domain/timeline/vocabulary';
import { Count, Id, Instant, Precision } from '../common';
import { Said } from '../define';

const TimelineEvent = z.object({
  key: z.string(),
  kind: z.enum(TIMELINE_KINDS),
  /** When it took effect; `null`: not known. */
  at: Instant.nullable(),
  precision: Precision,
  mark: z.enum(TIMELINE_MARKS).nullable(),
  what: Said,
  detail: Said,
  /** '': a rule or a tool. */
  who: z.string(),
  incidentId: Id.nullable(),
  /** The entries of the journal that it tells. */
  seqs: z.array(Count),
});

const TimelineSpan = z.object({
  key: z.string(),
  lane: z.enum(['drift', 'incidents', 'retraining', 'challengers']),
  from: Instant,
  /** `null`: it goes on. */
  to: Instant.nullable(),
  mark: z.enum(TIMELINE_MARKS).nullable(),
  label: z.string(),
  title: Said,
});

/** All that happened to a model, in one list and one picture. */
export const ModelTimeline = z.object({
  /** How it is, since when, and what is open: a sentence without a full stop. */
  finding: Said,
  /** What came before, counted. */
  counted: Said,
  /** The latest of moves, releases, approvals, results, incidents, retraining and challengers. */
  lastSign: z.object({ at: Instant, precision: Precision, what: Said }).nullable(),
  /** The newest first; what has no date stands at the end. Each entry of the journal that concerns the model is in one at least. */
  events: z.array(TimelineEvent),
  spans: z.array(TimelineSpan),
});
