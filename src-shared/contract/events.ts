import { z } from 'zod';
import { Count, Id, JobId } from './common';

/** What changed, so that copies of it can be fetched again. */
export const TOPICS = [
  'workspace',
  'backups',
  'models',
  'imports',
  'presets',
  'settings',
  'views',
  'assessments',
  'vendors',
  'drift',
  'incidents',
  'scenarios',
  'reports',
  'journal',
] as const;
export type Topic = (typeof TOPICS)[number];

export const EngineEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('data.changed'),
    topics: z.array(z.enum(TOPICS)),
    /** The models concerned, when they are few; `null` = any of them. */
    modelIds: z.array(Id).nullable(),
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
