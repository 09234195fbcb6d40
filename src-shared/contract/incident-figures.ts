import { z } from 'zod';
import { Count, Instant } from './common';

/** Hours. Quantiles lie straight between neighbours (type 7); `low`–`high` is the median's distribution-free 95 % interval. */
export const DurationSummary = z.object({
  median: z.number().nullable(),
  p90: z.number().nullable(),
  n: Count,
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Legacy: durations are skewed. */
  mean: z.number().nullable(),
});

/** A share with Wilson's 95 % interval; `null` where n = 0. */
export const Proportion = z.object({
  rate: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  n: Count,
});

export const IncidentMetricsGroup = z.object({
  /** A model's id, a unit, `1`–`3`, a cause, `2026-11`, `1`–`5`; '' = not known; `all` when not grouped. */
  key: z.string(),
  /** For people: the model's name, the cause in words. */
  label: z.string(),
  opened: Count,
  open: Count,
  reopened: Count,
  /** `never`: not acknowledged (yet); counted beside, not as zero. */
  timeToAcknowledge: DurationSummary.extend({ never: Count }),
  /** `withoutTime`: over, but nobody noted when. */
  timeToResolve: DurationSummary.extend({ withoutTime: Count }),
  /** Failed-deployment recovery time: caused by a change, opening to mitigation, else to resolution. */
  recovery: DurationSummary,
  /** Failed releases of all releases (n) in the window. `unattributed`: incidents by a change that fit no release. */
  changeFailRate: Proportion.extend({ failed: Count, unattributed: Count }),
  causedByChange: z.object({ yes: Count, no: Count, unknown: Count }),
  per100ModelMonths: z.object({ rate: z.number().nullable(), incidents: Count, modelMonths: z.number() }),
  /** `n`: incidents for which it was noted. */
  personHours: z.object({ total: z.number(), n: Count }),
  costMinor: z.object({ total: z.number(), n: Count }),
});

export const Window = z.object({
  from: Instant.optional(),
  /** A day is part of the window; an instant is its end. */
  to: Instant.optional(),
});
