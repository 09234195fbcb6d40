import { z } from 'zod';
import {
  DETECTED_BY,
  HARM_CATEGORIES,
  INCIDENT_CAUSES,
  INCIDENT_STATUSES,
  YES_NO_UNKNOWN,
} from '#domain/incidents/vocabulary';
import { CalendarDate, Count, Id, Instant, MinorUnits, Moment, Tier } from '../common';

export const Line = z.string().trim().max(500);
const Text = z.string().max(50_000);

export const IncidentSeverity = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
export const IncidentStatusName = z.enum(INCIDENT_STATUSES);
export const IncidentCauseName = z.enum(INCIDENT_CAUSES);
const YesNo = z.enum(YES_NO_UNKNOWN);

export const IncidentLink = z.object({
  label: z.string().trim().max(200).default(''),
  url: z.string().trim().min(1).max(2000),
});

/** What is written down after an incident; all may stay empty. */
export const Postmortem = z.object({
  overview: Text.default(''),
  whatHappened: Text.default(''),
  contributingFactors: Text.default(''),
  resolution: Text.default(''),
  impact: Text.default(''),
  actions: Text.default(''),
  owner: Line.default(''),
});

/** The fields that a person may type. `null`, '' and `unknown` mean "nobody has said". */
export const IncidentFields = z.object({
  title: z.string().trim().min(1, 'an incident needs a title').max(500),
  description: Text,
  /** SEV 1 (worst) to 5. */
  severity: IncidentSeverity.nullable(),
  /** When it began; where nobody knows, when it was opened. */
  openedAt: Instant,
  detectedAt: Instant.nullable(),
  /** The first acknowledgement. */
  acknowledgedAt: Instant.nullable(),
  mitigatedAt: Instant.nullable(),
  /** The resolution that holds; a reopened incident has none. */
  resolvedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  cause: IncidentCauseName,
  causedByChange: YesNo,
  /** The change or release that caused it. */
  changeReference: Line,
  detectedBy: z.enum(DETECTED_BY),
  personHours: z.number().min(0).max(1_000_000).nullable(),
  costMinor: MinorUnits.min(0).nullable(),
  harmCategory: z.enum(HARM_CATEGORIES),
  /** To an authority, by law or contract. */
  reportable: YesNo,
  owner: Line,
  /** Who mitigates it, and until which day. */
  mitigationOwner: Line,
  mitigationDue: CalendarDate.nullable(),
  /** What mitigated it: the version that went live, where one did, and in words. A reopening takes both back. */
  mitigation: z.string().trim().max(2000),
  mitigationVersion: Line,
  links: z.array(IncidentLink).max(50),
  postmortem: Postmortem,
  /** When the review (postmortem) was held; `null`: not yet. */
  reviewedAt: Instant.nullable(),
  /** `null`: of no known model; `modelText` then holds what its source called it. */
  modelId: Id.nullable(),
  modelText: Line,
  version: Line,
  /** The system that it comes from, and its number there; '' for one that was typed here. */
  source: Line,
  externalId: Line,
  externalUrl: z.string().trim().max(2000),
});
export type IncidentFields = z.output<typeof IncidentFields>;

/** What a list shows. */
export const IncidentRow = IncidentFields.omit({ description: true, links: true, postmortem: true }).extend({
  id: Id,
  /** Counted within the portfolio, for people to name it. */
  number: Count,
  status: IncidentStatusName,
  reopenCount: Count,
  /** Of the model; '' and `null` where it is not known. */
  modelName: z.string(),
  unit: z.string(),
  tier: Tier.nullable(),
  /** Hours from opening; `null`: not (yet), or not known when. */
  timeToAcknowledgeHours: z.number().nullable(),
  timeToResolveHours: z.number().nullable(),
  updatedAt: Instant,
});
export type IncidentRow = z.output<typeof IncidentRow>;

export const IncidentMove = z.object({
  id: Id,
  from: IncidentStatusName.nullable(),
  to: IncidentStatusName,
  at: Instant,
  actor: z.string(),
  note: z.string(),
  recordedAt: Instant,
});

export const Incident = IncidentRow.extend({
  description: Text,
  links: z.array(IncidentLink),
  postmortem: Postmortem,
  /** Its state moves in order; the opening first. */
  moves: z.array(IncidentMove),
  nextStatuses: z.array(IncidentStatusName),
  createdAt: Instant,
  /** The import that brought it, and the row of its file. */
  provenance: z
    .object({ importId: Id, fileName: z.string(), sheet: z.string(), row: Count, importedAt: Instant })
    .nullable(),
});
export type Incident = z.output<typeof Incident>;

export const IncidentFilter = z
  .object({
    status: z.array(IncidentStatusName),
    /** Not resolved yet (true), or resolved and closed (false). */
    open: z.boolean(),
    severity: z.array(IncidentSeverity.nullable()),
    cause: z.array(IncidentCauseName),
    causedByChange: z.array(YesNo),
    detectedBy: z.array(z.enum(DETECTED_BY)),
    reportable: z.array(YesNo),
    /** `null` in the list: of no known model. */
    modelId: z.array(Id.nullable()),
    /** A unit, or the part of it before ' / '. */
    unit: z.array(z.string()),
    tier: z.array(Tier.nullable()),
    source: z.array(z.string()),
    reviewed: z.boolean(),
    reopened: z.boolean(),
    acknowledged: z.boolean(),
    /** Opened at or after, and before; a day given as the end is part of it. */
    openedFrom: Moment,
    openedTo: Moment,
    /** Incidents that this import created or changed. */
    importId: Id,
  })
  .partial()
  .strict();
export type IncidentFilter = z.output<typeof IncidentFilter>;

/** Fields of the filter whose values are listed with their counts. */
export const INCIDENT_FACETS = [
  'status',
  'severity',
  'cause',
  'causedByChange',
  'detectedBy',
  'reportable',
  'modelId',
  'unit',
  'tier',
  'source',
] as const satisfies readonly (keyof IncidentFilter)[];

export const INCIDENT_SORT_FIELDS = [
  'number',
  'title',
  'severity',
  'status',
  'openedAt',
  'acknowledgedAt',
  'resolvedAt',
  'timeToAcknowledgeHours',
  'timeToResolveHours',
  'cause',
  'detectedBy',
  'modelName',
  'unit',
  'tier',
  'owner',
  'personHours',
  'costMinor',
  'updatedAt',
] as const;

export const IncidentQuery = z.object({
  search: z.string().max(500).default(''),
  filter: IncidentFilter.default({}),
  /** Latest first when left out. */
  sort: z
    .array(z.object({ field: z.enum(INCIDENT_SORT_FIELDS), direction: z.enum(['asc', 'desc']).default('asc') }))
    .max(8)
    .default([]),
});
