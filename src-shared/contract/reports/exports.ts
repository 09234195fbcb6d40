import { z } from 'zod';
import { EXPORTED_NAMES, type ExportedName } from '#domain/models/model-fields';
import { FileReference, Id, JobId } from '../common';
import { query } from '../define';
import { FindingsQuery } from '../governance/evidence';
import { IncidentQuery } from '../incidents/parts';
import { Exported } from './exported';
import { interchange } from './interchange';
import { Locale } from './reports';

export const MODEL_EXPORT_COLUMNS = EXPORTED_NAMES;
export type ModelExportColumn = ExportedName;

export const INCIDENT_EXPORT_COLUMNS = [
  'number',
  'title',
  'severity',
  'status',
  'modelName',
  /** What the source called the model, where it is of none that is known. */
  'modelText',
  'version',
  'tier',
  'unit',
  'openedAt',
  'acknowledgedAt',
  'mitigatedAt',
  'resolvedAt',
  'closedAt',
  'reviewedAt',
  'timeToAcknowledgeHours',
  'timeToResolveHours',
  'cause',
  'causedByChange',
  'detectedBy',
  'harmCategory',
  'reportable',
  'owner',
  'mitigationOwner',
  'mitigationDue',
  'mitigation',
  'mitigationVersion',
  'personHours',
  'costMinor',
  'source',
  'externalId',
  'updatedAt',
] as const;
export type IncidentExportColumn = (typeof INCIDENT_EXPORT_COLUMNS)[number];

const each = <const T extends readonly string[]>(columns: T) =>
  z
    .array(z.enum(columns))
    .min(1)
    .refine((names) => new Set(names).size === names.length, 'name each column once');

export const ExportRequest = z.object({
  /** Where it goes; an older file there is replaced when the new one is whole. */
  out: FileReference,
  /**
   * `csv` (RFC 4180, UTF-8 with its mark) is for programs: days and instants as ISO writes them, money in major units, and an
   * apostrophe before typed text that a spreadsheet would take for a formula. Where the locale writes decimals behind a comma,
   * fields are parted by semicolons; the import reads both.
   */
  format: z.enum(['csv', 'xlsx']),
  /** How an XLSX writes dates and money, and a CSV its decimals. */
  locale: Locale,
  jobId: JobId.optional(),
});

/** Lists as they are shown, as files. */
export const exports = {
  models: query(
    ExportRequest.extend({
      /** In the order in which they are written (those that are gone are left out); left out: all by name. */
      ids: z.array(Id).max(200_000).optional(),
      columns: each(MODEL_EXPORT_COLUMNS),
    }).strict(),
    Exported,
  ),
  /** The incidents that `incidents.list` gives for the same question. */
  incidents: query(
    ExportRequest.extend({ ...IncidentQuery.shape, columns: each(INCIDENT_EXPORT_COLUMNS) }).strict(),
    Exported,
  ),
  /** The findings that `findings.register` gives for the same question, each with its age in days. */
  findings: query(ExportRequest.extend(FindingsQuery.omit({ limit: true }).shape).strict(), Exported),
  /**
   * What falls due, as iCalendar (RFC 5545): reviews, retraining and mitigations with a day, and the roadmap. An entry keeps
   * its UID from file to file.
   */
  calendar: query(
    ExportRequest.pick({ out: true, jobId: true })
      .extend({
        /** Only what this person answers for; '' = what nobody is named for. Left out: all. */
        owner: z.string().max(200).optional(),
      })
      .strict(),
    Exported,
  ),
  ...interchange,
};
