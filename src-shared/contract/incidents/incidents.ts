import { z } from 'zod';
import { DRIFT_VERDICTS } from '#domain/drift/vocabulary';
import { INCIDENT_DIMENSIONS } from '#domain/incidents/vocabulary';
import { CalendarDate, Count, Empty, Id, Instant } from '../common';
import { command, query, Said } from '../define';
import { FieldChange } from '../journal';
import {
  AgeGroup,
  Alarm,
  AnnouncedCounts,
  AnnouncedOutcome,
  CostToCarry,
  DurationSummary,
  FlowPoint,
  IncidentMetricsGroup,
  ParetoBar,
  TrendWord,
  Window,
} from './figures';
import {
  INCIDENT_FACETS,
  Incident,
  IncidentFields,
  IncidentFilter,
  IncidentQuery,
  IncidentRow,
  IncidentSeverity,
  IncidentStatusName,
  Line,
} from './parts';

const Filtered = z.object({ filter: IncidentFilter.default({}) }).prefault({});
const Figures = Window.extend({ filter: IncidentFilter.default({}) });
/** Measured days of a model before an incident in which an alarm counts. */
const Windows = z.number().int().min(1).max(60).default(3);

export const incidents = {
  list: query(
    IncidentQuery.extend({ offset: Count.default(0), limit: Count.max(10_000).default(100) }).prefault({}),
    z.object({ total: Count, rows: z.array(IncidentRow) }),
  ),
  /** The ids of all that a list holds, in its order: for those that act on more than they have fetched. */
  ids: query(IncidentQuery.prefault({}), z.object({ ids: z.array(Id) })),
  /** The values of one field with their counts, among the incidents that the other filters leave; '' = nobody has said. */
  counts: query(
    z.object({
      of: z.enum(INCIDENT_FACETS),
      search: IncidentQuery.shape.search,
      filter: IncidentFilter.default({}),
    }),
    z.object({ values: z.array(z.object({ value: z.string(), label: z.string(), count: Count })) }),
  ),
  get: query(z.object({ id: Id }), Incident),
  /** Who changed what, the newest first; parts of the postmortem are fields like `postmortem.overview`, models have their names. */
  history: query(z.object({ id: Id }), z.object({ changes: z.array(FieldChange) })),
  /** Distinct values with counts, for filters and suggestions. */
  facets: query(
    Empty,
    z.object({
      total: Count,
      open: Count,
      unattached: Count,
      owners: z.array(z.object({ value: z.string(), count: Count })),
      sources: z.array(z.object({ value: z.string(), count: Count })),
      models: z.array(z.object({ id: Id, name: z.string(), count: Count })),
    }),
  ),
  /** Only a title is needed; opened now when left out. The status follows from the times where it is not given. */
  create: command(
    IncidentFields.partial()
      .extend({ title: IncidentFields.shape.title, status: IncidentStatusName.optional() })
      .strict(),
    Incident,
  ),
  update: command(
    z.object({ id: Id, patch: IncidentFields.partial().extend({ status: IncidentStatusName.optional() }).strict() }),
    Incident,
  ),
  updateMany: command(
    z.object({
      ids: z.array(Id).min(1).max(200_000),
      patch: IncidentFields.pick({
        severity: true,
        cause: true,
        causedByChange: true,
        detectedBy: true,
        harmCategory: true,
        reportable: true,
        owner: true,
        modelId: true,
        version: true,
      })
        .partial()
        .strict(),
    }),
    z.object({ updated: Count }),
  ),
  /** One state move; `at` is now when left out. With mitigation, resolution or closing may be said what mitigated it. */
  move: command(
    z.object({
      id: Id,
      to: IncidentStatusName,
      at: Instant.optional(),
      note: z.string().trim().max(2000).default(''),
      mitigation: IncidentFields.shape.mitigation.optional(),
      mitigationVersion: Line.optional(),
    }),
    Incident,
  ),
  /** Who mitigates it, until which day; '' and `null` take the plan back. */
  planMitigation: command(z.object({ id: Id, owner: Line, due: CalendarDate.nullable() }), Incident),
  moveMany: command(
    z.object({
      ids: z.array(Id).min(1).max(200_000),
      to: IncidentStatusName,
      at: Instant.optional(),
      note: z.string().trim().max(2000).default(''),
    }),
    z.object({ moved: Count, refused: z.array(z.object({ id: Id, title: z.string(), message: Said })) }),
  ),
  /** To a model (and version), or to none with `null`. */
  attach: command(
    z.object({ ids: z.array(Id).min(1).max(200_000), modelId: Id.nullable(), version: Line.optional() }),
    z.object({ attached: Count }),
  ),
  remove: command(z.object({ ids: z.array(Id).min(1).max(200_000) }), z.object({ removed: Count })),
  metrics: query(
    Window.extend({
      by: z.enum(INCIDENT_DIMENSIONS).optional(),
      filter: IncidentFilter.default({}),
    }).prefault({}),
    z.object({
      unit: z.literal('hours'),
      /** Of the window that was counted: as asked, else from the first incident to now. */
      from: Instant.nullable(),
      to: Instant,
      /** Below this number of durations nothing is called a trend. */
      enough: Count,
      groups: z.array(IncidentMetricsGroup),
      /** Against the window of the same length before `from`; `null` where no `from` was given. */
      trend: z
        .object({
          from: Instant,
          to: Instant,
          timeToAcknowledge: z.object({ before: DurationSummary, now: DurationSummary, trend: TrendWord }),
          timeToResolve: z.object({ before: DurationSummary, now: DurationSummary, trend: TrendWord }),
          opened: z.object({ before: Count, now: Count }),
        })
        .nullable(),
    }),
  ),
  /** Open incidents by how long they have been open. */
  ageing: query(Filtered, z.object({ groups: z.array(AgeGroup), open: Count })),
  /** The largest groups first, by number, person-hours or cost. */
  pareto: query(
    Figures.extend({
      by: z.enum(INCIDENT_DIMENSIONS).default('cause'),
      weight: z.enum(['count', 'personHours', 'costMinor']).default('count'),
    }).prefault({}),
    z.object({ bars: z.array(ParetoBar), incidents: Count }),
  ),
  /** Opened and closed in each step, and how they add up. `withoutTime`: over, but nobody noted when; in neither line. */
  flow: query(
    Figures.extend({ step: z.enum(['day', 'week', 'month']).default('month') }).prefault({}),
    z.object({ points: z.array(FlowPoint), withoutTime: Count }),
  ),
  /** Incidents by the UTC day on which they were opened. */
  calendar: query(
    Figures.prefault({}),
    z.object({
      days: z.array(z.object({ day: CalendarDate, opened: Count, worst: IncidentSeverity.nullable() })),
    }),
  ),
  /** Drift before incident: which incidents had an *act* in the windows before, and how many alarms were false. */
  announced: query(
    Figures.extend({ windows: Windows, limit: Count.max(10_000).default(1_000) }).prefault({}),
    AnnouncedCounts.extend({
      /** The latest first. */
      incidents: z.array(
        AnnouncedOutcome.extend({
          id: Id,
          title: z.string(),
          severity: IncidentSeverity.nullable(),
          openedAt: Instant,
          modelId: Id,
          modelName: z.string(),
        }),
      ),
      /** The latest first. */
      alarms: z.array(Alarm),
    }),
  ),
  /** One model on one axis: its incidents, each with the alarm before it, its verdicts day by day, and its releases. */
  timeline: query(
    z.object({ modelId: Id, from: Instant.optional(), to: Instant.optional(), windows: Windows }),
    z.object({
      incidents: z.array(IncidentRow.extend(AnnouncedOutcome.shape)),
      days: z.array(z.object({ day: CalendarDate, verdict: z.enum(DRIFT_VERDICTS) })),
      releases: z.array(z.object({ at: Instant, version: z.string() })),
      counts: AnnouncedCounts,
    }),
  ),
  /** What a model's page shows: what is open, the last ones, the figures, and what the model costs with them. */
  ofModel: query(
    z.object({ modelId: Id }),
    z.object({
      open: Count,
      total: Count,
      last: z.array(IncidentRow),
      /** Of all its incidents. */
      metrics: IncidentMetricsGroup,
      enough: Count,
      carry: CostToCarry,
    }),
  ),
};
