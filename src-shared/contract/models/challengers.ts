import { z } from 'zod';
import { CHALLENGER_MODES, CHALLENGER_OUTCOMES } from '#domain/vocabulary';
import { CalendarDate, Count, Id, Instant, Tier } from '../common';
import { command, query, Said } from '../define';

const Figure = z.object({ at: Instant, value: z.number() });

/** One series of both: of the newest window that both have, else each one's newest since the challenger began. */
const SideBySide = z.object({
  column: z.string(),
  metric: z.string(),
  label: z.string(),
  champion: Figure.nullable(),
  challenger: Figure.nullable(),
  sameWindow: z.boolean(),
  /** Which drifts less, where both are of one window and the metric has a direction. */
  better: z.enum(['champion', 'challenger', 'same']).nullable(),
  championN: Count,
  challengerN: Count,
});

/** What stands side by side, or stood when it was decided. */
export const Comparison = z.object({
  /** Up to when it was counted. */
  at: Instant,
  champion: z.string(),
  challenger: z.string(),
  figures: z.array(SideBySide),
  /** Incidents opened since the challenger began that name the version. */
  incidents: z.object({ champion: Count, challenger: Count, withoutVersion: Count }),
});
export type Comparison = z.output<typeof Comparison>;

export const Challenger = z.object({
  id: Id,
  modelId: Id,
  model: z.string(),
  tier: Tier.nullable(),
  version: z.string(),
  /** The version that was live when it began, and the one that is now. */
  champion: z.string(),
  live: z.string(),
  mode: z.enum(CHALLENGER_MODES),
  /** Of the traffic, between 0 and 1; `null`: in the shadow. */
  share: z.number().nullable(),
  startedAt: Instant,
  decideBy: CalendarDate.nullable(),
  note: z.string(),
  startedBy: z.string(),
  running: z.boolean(),
  days: Count,
  /** Runs past the day of the decision or, without one, for more than 90 days. */
  undecided: z.boolean(),
  outcome: z.enum(CHALLENGER_OUTCOMES).nullable(),
  endedAt: Instant.nullable(),
  endedBy: z.string(),
  reason: z.string(),
  /** What stood side by side when it was decided. */
  evidence: Comparison.nullable(),
  /** `5.2 on 10 % of the traffic`. */
  words: Said,
});
export type Challenger = z.output<typeof Challenger>;

const Line = z.string().trim().min(1).max(500);
const Reason = z.string().trim().min(1).max(2000);

/** Versions that run beside the one that is live. */
export const challengers = {
  /** The running ones, of one model or of all; `running: false` also those that are decided. `at`: as of the end of that day. */
  list: query(
    z.object({ modelId: Id.optional(), running: z.boolean().default(true), at: Instant.optional() }).prefault({}),
    z.object({ challengers: z.array(Challenger) }),
  ),
  compare: query(z.object({ id: Id }), Comparison),
  /** From then on results and incidents of that version are its own and not the model's. */
  start: command(
    z.object({
      modelId: Id,
      version: Line,
      mode: z.enum(CHALLENGER_MODES),
      share: z.number().nullable().default(null),
      at: Instant.optional(),
      decideBy: CalendarDate.nullable().default(null),
      note: z.string().trim().max(2000).default(''),
    }),
    Challenger,
  ),
  /** It goes live in place of the champion, with what stood side by side kept as evidence. */
  promote: command(z.object({ id: Id, reason: Reason, at: Instant.optional() }), Challenger),
  giveUp: command(z.object({ id: Id, reason: Reason, at: Instant.optional() }), Challenger),
};
