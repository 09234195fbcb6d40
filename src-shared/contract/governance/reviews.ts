import { z } from 'zod';
import { EVIDENCE_OUTCOMES, REVIEW_EVENTS, REVIEW_KINDS } from '#domain/governance/vocabulary';
import { CalendarDate, Count, Id, Tier } from '../common';
import { command, query, Said } from '../define';

const Line = z.string().trim().max(500);
const Month = z.string().regex(/^\d{4}-\d{2}$/);

const Planned = z.object({
  modelId: Id,
  name: z.string(),
  tier: Tier.nullable(),
  unit: z.string(),
  owner: z.string(),
  /** Who is to look at it; '' = nobody is named. */
  reviewer: z.string(),
  day: CalendarDate,
  /** The regular day, where an event brought the review forward. */
  before: CalendarDate.nullable(),
  event: z
    .object({
      kind: z.enum(REVIEW_EVENTS),
      on: CalendarDate,
      name: z.string(),
      incidentId: Id.nullable(),
    })
    .nullable(),
  why: Said,
  overdue: z.boolean(),
  /** Whether the reviewer is another person than whoever built the model or answers for it. */
  fourEyes: z.object({ state: z.enum(['kept', 'broken', 'unknown']), words: z.string() }),
});

const Load = z.object({ total: Count, overdue: Count, months: z.array(Count) });
/** What is beyond the first 200 people, together; `null`: nothing is. */
const Rest = Load.extend({ people: Count }).nullable();

export const reviews = {
  /**
   * Reviews that are overdue or due in the months ahead, by their day: regular ones (typed, or by tier), and those that an event
   * brought forward. `models.reviewDue` is the regular day.
   */
  calendar: query(
    z
      .object({
        /** This month and those after it. */
        months: z.number().int().min(1).max(36).default(12),
        modelId: Id.optional(),
        /** Only those that an event called for. */
        called: z.literal(true).optional(),
        limit: z.number().int().min(1).max(1000).default(300),
      })
      .default({ months: 12, limit: 300 }),
    z.object({
      total: Count,
      overdue: Count,
      /** Of those that are overdue: after an event alone; the others are overdue by their own day too, as Overview counts. */
      overdueCalled: Count,
      /** Brought forward by an event, or called by one alone. */
      called: Count,
      broken: Count,
      months: z.array(z.object({ month: Month, due: Count })),
      /** By who is to review: a count for what is overdue, then one a month. */
      workload: z.array(Load.extend({ reviewer: z.string() })),
      workloadRest: Rest,
      /** By who answers for the model. */
      owners: z.array(Load.extend({ owner: z.string() })),
      ownersRest: Rest,
      rows: z.array(Planned),
    }),
  ),
  /**
   * A review that was held, by its evidence: the next regular day follows from it, and events before it are done with. A typed day
   * that lay ahead is done with too.
   */
  complete: command(
    z.object({
      modelId: Id,
      kind: z.enum(REVIEW_KINDS).default('review'),
      on: CalendarDate,
      by: Line.min(1),
      outcome: z.enum(EVIDENCE_OUTCOMES).default('passed'),
      validUntil: CalendarDate.nullable().default(null),
      covers: z.array(Line).max(100).default([]),
      link: Line.default(''),
      hash: Line.default(''),
      note: z.string().trim().max(50_000).default(''),
      /** Why one person may do both, where four eyes are broken. */
      sameReason: Line.default(''),
    }),
    z.object({ evidenceId: Id, next: CalendarDate.nullable() }),
  ),
};
