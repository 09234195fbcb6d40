import { z } from 'zod';
import { isMovingDay } from '#domain/base/moving-day';
import { DATE_PRECISIONS } from '#domain/base/period';
import {
  CRITICALITIES,
  HEALTHS,
  MONITORINGS,
  ORIGINS,
  PERSONAL_DATA,
  STAGES,
  UPDATE_FREQUENCIES,
} from '#domain/vocabulary';

export const Id = z.string().min(1).max(64);
/** An ISO instant (`2026-11-23T10:00:00.000Z`) or a calendar date (`2026-11-23`, read as midnight UTC). */
export const Instant = z
  .string()
  .max(40)
  .regex(
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/,
    'write a date as 2026-11-23 or an instant as 2026-11-23T10:00:00Z',
  );
export const CalendarDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'write a date as 2026-11-23')
  .refine((text) => {
    const day = new Date(`${text}T00:00:00Z`);
    // 31 February parses as a day in March: only the round trip tells.
    return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  }, 'this day does not exist');

// One schema and not a union, whose failure would not say what to write.
const orMoving = (fixed: z.ZodString, hint: string): z.ZodString =>
  z
    .string()
    .max(40)
    .refine((text) => isMovingDay(text) || fixed.safeParse(text).success, hint);
/** A day, or one that moves with the calendar: `quarter-end`, `-7d`. */
export const Day = orMoving(CalendarDate, 'write a date as 2026-11-23');
/** An instant, a calendar date, or a day that moves with the calendar. */
export const Moment = orMoving(Instant, 'write a date as 2026-11-23 or an instant as 2026-11-23T10:00:00Z');

export const Stage = z.enum(STAGES);
export const Tier = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export const UpdateFrequency = z.enum(UPDATE_FREQUENCIES);
export const Origin = z.enum(ORIGINS);
export const Criticality = z.enum(CRITICALITIES);
export const PersonalData = z.enum(PERSONAL_DATA);
export const Health = z.enum(HEALTHS);
/** Whether a model in production is watched; `unknown`: nobody has said, and no result shows it. */
export const Monitoring = z.enum(MONITORINGS);
/** How exactly an instant is known: of a month, a quarter or a year it is the middle. */
export const Precision = z.enum(DATE_PRECISIONS);

/** A sentence as what it is made of: words of ours, and what they name of the portfolio's own (`domain/base/sentence`). */
export const SentenceParts = z.array(
  z.union([
    z.string(),
    z.discriminatedUnion('is', [
      z.object({ is: z.literal('model'), id: Id, text: z.string() }),
      z.object({ is: z.literal('person'), text: z.string(), instead: z.string() }),
      z.object({ is: z.literal('typed'), text: z.string(), instead: z.string() }),
    ]),
  ]),
);

/** Money in minor units (cents) of the portfolio's currency. */
export const MinorUnits = z.number().int().min(-9_000_000_000_000_000).max(9_000_000_000_000_000);
export const Count = z.number().int().min(0);

export const Empty = z.object({}).default({});

/** Which country's forms: `en-GB`, `de-DE`. */
export const LocaleName = z
  .string()
  .max(40)
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'write a locale as en-GB, de-DE or ja-JP');

/** A file as its host names it: a path on the command host, a picked or uploaded file's token elsewhere. */
export const FileReference = z.string().min(1).max(4096);

/** Chosen by the caller, so that it can cancel the work before the reply arrives. */
export const JobId = z.string().min(1).max(64);
