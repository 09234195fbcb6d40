import { z } from 'zod';
import { Count, Id, JobId } from './common';
import { Step } from './journal';

export const EngineEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('data.changed'),
    /**
     * Sources that are not what they were: `models` = rows came or went, `models.tier` = a column of some; and what lies beside
     * the tables: `workspace` (which portfolio is open), `preferences`, `backups`. The `reads` of a reply name them alike.
     * `null` = any of them.
     */
    changed: z.array(z.string()).nullable(),
    /** The models concerned, when they are few; `null` = any of them. */
    modelIds: z.array(Id).nullable(),
    /** The journal entry that did it, and what can be undone and redone since; `null` = it was no entry of this engine's. */
    entry: z.object({ seq: Count, undo: Step.nullable(), redo: Step.nullable() }).nullable(),
  }),
  z.object({
    type: z.literal('job.progress'),
    jobId: JobId,
    phase: z.string(),
    done: Count,
    /** `null` while the end is not known. */
    total: Count.nullable(),
  }),
  /** Told by the host, not by the engine: it died and is being started again, or answers again. */
  z.object({ type: z.literal('engine.state'), state: z.enum(['restarting', 'ready']) }),
]);
export type EngineEvent = z.output<typeof EngineEvent>;
