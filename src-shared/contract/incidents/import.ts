import { z } from 'zod';
import { Count, Id, Instant } from '../common';
import { matchedModel, previewHead } from '../imports/parts';

export const INCIDENT_TOOLS = ['servicenow', 'pagerduty', 'jira', 'opsgenie', 'plain'] as const;
export const IncidentTool = z.enum(INCIDENT_TOOLS);
export type IncidentTool = z.output<typeof IncidentTool>;

/** What a column of a file of incidents may become. */
export const INCIDENT_IMPORT_FIELDS = [
  'externalId',
  'title',
  'description',
  'status',
  'severity',
  'openedAt',
  'detectedAt',
  'acknowledgedAt',
  'mitigatedAt',
  'resolvedAt',
  'closedAt',
  /** Of an event log: when the row was written. */
  'eventAt',
  /** Of an event log: counts the changes of one incident. */
  'eventNumber',
  /** Durations since the opening; their unit is `durationUnit`. */
  'timeToAcknowledge',
  'timeToResolve',
  'reopenCount',
  'cause',
  'causedByChange',
  'changeReference',
  'detectedBy',
  'owner',
  'model',
  'version',
  'personHours',
  'personSeconds',
  'cost',
  'harmCategory',
  'reportable',
  'externalUrl',
] as const;
export const IncidentImportField = z.enum(INCIDENT_IMPORT_FIELDS);
export type IncidentImportField = z.output<typeof IncidentImportField>;

const Label = z.string().max(2000);

/** What the person decided about a file of incidents. */
export const IncidentMapping = z.object({
  kind: z.literal('incidents'),
  tool: IncidentTool,
  /** The system that the incidents' numbers belong to: with the number it names an incident, so that nothing is doubled. */
  source: z.string().trim().max(120),
  /** Several columns are joined by ' / '; of times and numbers the first filled one counts. */
  fields: z.array(z.object({ field: IncidentImportField, columns: z.array(Label).min(1).max(10) })).max(60),
  /** Cell → value of a vocabulary, compared without case and surplus blanks. A `to` of '' leaves the field empty. */
  values: z
    .array(z.object({ field: IncidentImportField, from: z.string().max(5000), to: z.string().max(200) }))
    .max(2000)
    .default([]),
  /** `event`: an audit log with one row an event. */
  rows: z.enum(['incident', 'event']).default('incident'),
  /** IANA name, for times that do not say their own; left out: that of the request, else UTC. */
  timeZone: z.string().max(80).optional(),
  /** `null`: the file does not show it and nobody has said. */
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).nullable().default(null),
  durationUnit: z.enum(['milliseconds', 'seconds', 'minutes', 'hours']).default('seconds'),
  /** `null`: that of the file's other numbers; where none shows it, `1.250` is refused. */
  decimal: z.enum(['.', ',']).nullable().default(null),
  emptyWords: z.array(z.string().max(200)).max(100).default([]),
  /** Model of all incidents whose own text finds none; one that fits several models is not among them. */
  allToModel: Id.nullable().default(null),
  /** The file's name of a model → the model; `null`: of none. Else it is looked up as in drift results. */
  models: z
    .array(z.object({ from: z.string().max(2000), modelId: Id.nullable() }))
    .max(5000)
    .default([]),
});
export type IncidentMapping = z.output<typeof IncidentMapping>;

const MappedValue = z.object({
  field: IncidentImportField,
  from: z.string(),
  /** '' = nothing fits, the field stays empty. */
  to: z.string(),
  count: Count,
});

export const IncidentPreviewRow = z.object({
  row: Count,
  action: z.enum(['create', 'update', 'unchanged', 'refuse']),
  incidentId: Id.nullable(),
  externalId: z.string(),
  title: z.string(),
  severity: z.number().nullable(),
  status: z.string(),
  /** Rows of the file that speak of it. */
  events: Count,
  /** Each time as the file writes it and as it was read (UTC). */
  times: z.array(z.object({ field: z.string(), text: z.string(), instant: Instant })),
  modelText: z.string(),
  modelId: Id.nullable(),
  modelName: z.string(),
});

export const IncidentsPreview = z.object({
  format: z.literal('incidents'),
  ...previewHead,
  /** With the time zone and the order of dates that were used. */
  mapping: IncidentMapping.required({ timeZone: true }),
  /** Incidents in the file; `rows` counts its rows. */
  incidents: Count,
  /** Times by who says their zone: the text itself, or the time zone asked for. */
  timesWithOwnZone: Count,
  timesInAskedZone: Count,
  /** Whether the file itself shows which number of its dates is the day. */
  dateOrderShown: z.boolean(),
  /** Every word of severity, status and so on with what it becomes. */
  mappedValues: z.array(MappedValue),
  /** The file's names of models, with the model found; at most 500: first those that fit several, then the most frequent. */
  models: z.array(
    z.object({
      text: z.string(),
      count: Count,
      ...matchedModel,
      /** `rest`: the model of all whose own text finds none. */
      found: z.enum(['name', 'external_id', 'own_id', 'chosen', 'rest', 'ambiguous', 'unknown', 'left_out']),
    }),
  ),
  withoutModel: Count,
  /** The first 200 incidents as they would be stored. */
  sample: z.array(IncidentPreviewRow),
});
export type IncidentsPreview = z.output<typeof IncidentsPreview>;
