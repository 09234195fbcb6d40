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
