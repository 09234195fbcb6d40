import { z } from 'zod';
import { Count } from '../common';
import { LevelKey } from './inputs';

/** A gap of an assessment as a cost that a plan could take over. */
export const GapLine = z.object({
  questionId: z.string(),
  title: z.string(),
  outcome: z.string(),
  /** The levels that need it. */
  levels: z.array(LevelKey),
  effortWeeks: z.number(),
  startMonth: Count,
  months: Count,
  /** Effort × the scenario's cost of a person-week. */
  oneOff: z.number(),
  taken: z.boolean(),
});

/** What a part of a level's investment pays for that no gap explains: said by a person, and no cost of its own. */
export const NamedPart = z
  .object({ level: LevelKey, label: z.string().trim().min(1).max(200), amount: z.number() })
  .strict();
