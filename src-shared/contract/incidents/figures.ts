import { z } from 'zod';
import { ALARM_OUTCOMES } from '#domain/incidents/vocabulary';
import { CalendarDate, Count, Id, Instant } from '../common';

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
  /** Failed releases of all releases (n) in the window. `unattributed`: opened in it, by a change, and fit no release. */
  changeFailRate: Proportion.extend({ failed: Count, unattributed: Count }),
  causedByChange: z.object({ yes: Count, no: Count, unknown: Count }),
  /** With the exact Poisson 95 % interval; `null` without months in production. */
  per100ModelMonths: z.object({
    rate: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    incidents: Count,
    modelMonths: z.number(),
  }),
  /** `n`: incidents for which it was noted. */
  personHours: z.object({ total: z.number(), n: Count }),
  costMinor: z.object({ total: z.number(), n: Count }),
});

export const Window = z.object({
  from: Instant.optional(),
  /** A day is part of the window; an instant is its end. */
  to: Instant.optional(),
});

/** Whether the median changed from the window before; `too_few`: below ten in one of the two, nothing is said. */
export const TrendWord = z.enum(['longer', 'shorter', 'no_clear_change', 'too_few']);

export const AgeGroup = z.object({
  fromDays: Count,
  /** `null`: no end. */
  toDays: Count.nullable(),
  open: Count,
  /** Of them SEV 1 and SEV 2. */
  severe: Count,
});

export const AnnouncedOutcome = z.object({
  /** `unwatched`: the model was not measured in the time before. */
  outcome: z.enum(['announced', 'not_announced', 'unwatched']),
  /** Day of the first *act* among the windows before. */
  alarmDay: CalendarDate.nullable(),
  /** Whole days from it to the opening. */
  leadDays: z.number().nullable(),
});

export const AnnouncedCounts = z.object({
  /** So many measured days of the model before the day of the opening are looked at. */
  windows: Count,
  announced: Count,
  notAnnounced: Count,
  unwatched: Count,
  /** Incidents of no known model: nobody can say. */
  withoutModel: Count,
  /** An alarm is a run of measured days with the verdict act; counted are those that began in the window. */
  alarmsFollowed: Count,
  alarmsFalse: Count,
  alarmsPending: Count,
  /** The same of each single day with the verdict act. */
  actDays: z.object({ followed: Count, false: Count, pending: Count }),
  /** `null` below `enough`; n = judged alarms, judged days, watched incidents. */
  precision: Proportion,
  dayPrecision: Proportion,
  recall: Proportion,
  /** Days. */
  leadTime: DurationSummary,
  enough: Count,
});

export const Alarm = z.object({
  modelId: Id,
  modelName: z.string(),
  /** Its first and last day with the verdict act, and the measured days from one to the other. */
  firstDay: CalendarDate,
  lastDay: CalendarDate,
  days: Count,
  outcome: z.enum(ALARM_OUTCOMES),
});

export const ParetoBar = z.object({
  key: z.string(),
  label: z.string(),
  value: z.number(),
  count: Count,
  /** Up to and with this bar, of all that is known; `null` for what is not known, which stands last. */
  cumulativeShare: z.number().nullable(),
});

export const FlowPoint = z.object({
  /** First day of the step, UTC; weeks begin on Monday. */
  from: CalendarDate,
  opened: Count,
  closed: Count,
  openedSoFar: Count,
  closedSoFar: Count,
  openAtEnd: z.number().int(),
});

/** What a model costs in twelve months. */
export const CostToCarry = z.object({
  from: Instant,
  to: Instant,
  /** As declared for the model; `null`: nobody has said. */
  runCostMinor: z.number().nullable(),
  /** Of the incidents opened in these twelve months for which a cost was noted (`n`); `null` where none was. */
  incidentCostMinor: z.number().nullable(),
  incidentCostNoted: Count,
  incidents: Count,
  personHours: z.number().nullable(),
  personHoursNoted: Count,
  /** Run cost and incident cost together; `null` where the run cost is not known. */
  totalMinor: z.number().nullable(),
});
