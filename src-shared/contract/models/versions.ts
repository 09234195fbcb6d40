import { z } from 'zod';
import { DATE_PRECISIONS } from '#domain/base/period';
import { CalendarDate, Id, Instant } from '../common';
import { Said } from '../define';

/** A version that a registry knows and that never went live. */
export const RegisteredVersion = z.object({
  version: z.string(),
  alias: z.string(),
  /** Its own stage in the words of its source. */
  stage: z.string(),
});

/** A version that went live. */
export const ReleasedVersion = RegisteredVersion.extend({
  at: Instant.nullable(),
  precision: z.enum(DATE_PRECISIONS),
  live: z.boolean(),
  /** When it was taken out of use, where somebody said so. */
  until: Instant.nullable(),
  untilPrecision: z.enum(DATE_PRECISIONS),
});

/** A version behind which nothing went live, with its last day. */
export const EndedVersion = z.object({
  version: z.string(),
  until: CalendarDate,
  untilPrecision: z.enum(DATE_PRECISIONS),
});
export type EndedVersion = z.output<typeof EndedVersion>;

/** What was live of a model on a day. A model of which two versions were live has a row for each. */
export const LiveVersion = z.object({
  modelId: Id,
  name: z.string(),
  /** `null`: nothing was live, or it is not certain what. '': a release that nobody named. */
  version: z.string().nullable(),
  /** When it went live and when it ended, or what came next went live: the middle of what is known no finer. */
  from: CalendarDate.nullable(),
  fromPrecision: z.enum(DATE_PRECISIONS),
  until: CalendarDate.nullable(),
  untilPrecision: z.enum(DATE_PRECISIONS),
  /** Whether it is known what was live. */
  certain: z.boolean(),
  /** In few words, of the model as a whole: `5.0`, `1.0 and 1.1`, `0.9 or none`, `not live yet`. */
  said: z.string(),
  /** In a sentence why it is not one version; '' where it is. */
  why: Said,
  /** Where nothing was live since a version ended: that version and its last day. */
  ended: EndedVersion.nullable(),
});
export type LiveVersion = z.output<typeof LiveVersion>;
