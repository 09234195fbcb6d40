import { z } from 'zod';
import { TEMPLATE_IDS } from '#domain/governance/vocabulary';
import { Count, Day, FileReference, Id, JobId } from '../common';
import { query } from '../define';
import { ModelFilter } from '../models/model-filter';
import { PackReference } from './parts';
import { Exported } from '../reports/exported';
import { ExportRequest } from '../reports/exports';
import { Locale, Paper } from '../reports/reports';

export const templates = {
  /** What is missing on a day, a row each, whose last columns owners fill in; `imports.preview` reads it back. */
  worklistFile: query(
    ExportRequest.extend({
      packs: z.array(PackReference).min(1).max(10),
      at: Day.optional(),
      filter: ModelFilter.optional(),
      locale: Locale.optional(),
    }).strict(),
    Exported,
  ),
  /**
   * A sheet that other houses ask for, of what the portfolio holds on a day: what is missing is listed at its end with the line
   * that asks for it. XLSX takes any number of models, PDF five hundred.
   */
  template: query(
    z
      .object({
        template: z.enum(TEMPLATE_IDS),
        format: z.enum(['xlsx', 'pdf']),
        /** Where it goes; an older file there is replaced when the new one is whole. */
        out: FileReference,
        at: Day.optional(),
        /** Left out: those of `filter`; of neither: all. Those that are gone are left out. */
        ids: z.array(Id).max(200_000).optional(),
        filter: ModelFilter.optional(),
        locale: Locale.optional(),
        paper: Paper.optional(),
        jobId: JobId.optional(),
      })
      .strict(),
    z.object({
      /** As it was given in `out`. */
      path: z.string(),
      bytes: Count,
      rows: Count,
      /** Lines that are asked for and not there, over all rows. */
      missing: Count,
    }),
  ),
};
