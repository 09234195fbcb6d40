import { z } from 'zod';
import { Count, Empty, FileReference, Id, Instant, JobId, LocaleName } from '../common';
import { command, query } from '../define';

/**
 * What does not leave the house: names become stable aliases, owners are left out, money is given in bands, and texts that
 * somebody typed are withheld whole (left out: as soon as names or owners are, for they may hold either).
 */
export const Redaction = z
  .object({ names: z.boolean(), owners: z.boolean(), money: z.boolean(), texts: z.boolean() })
  .partial()
  .strict();

/** Unlike a screen, a report knows its reader's way of writing numbers only from here. */
export const Locale = LocaleName.default('en-GB');

export const ReportRequest = z
  .object({
    /** Where it goes; an older file there is replaced when the new one is whole. */
    out: FileReference,
    locale: Locale,
    redact: Redaction.default({}),
    jobId: JobId.optional(),
  })
  .strict();
export type ReportRequest = z.output<typeof ReportRequest>;

/** What deck, PDF and page tell, and what stands at their foot. */
const TellingRequest = ReportRequest.extend({
  /** `board`: the answer first, about eight slides or sections; `steering`: everything. */
  length: z.enum(['board', 'steering']).default('board'),
  /** Also a list of all models at the end. */
  models: z.boolean().default(false),
  /** At the foot of each slide or page: `Confidential, for the board`. */
  line: z.string().trim().max(120).default(''),
});

export const DeckRequest = TellingRequest.extend({
  /** A PPTX or POTX whose masters, fonts and colours carry the slides; left out: our own. */
  template: FileReference.optional(),
});
export type DeckRequest = z.output<typeof DeckRequest>;

export const Paper = z.enum(['A4', 'Letter']).default('A4');
/** Longer than a deck where nobody says otherwise: whoever reads a document wants all of it. */
export const PageRequest = TellingRequest.extend({ length: TellingRequest.shape.length.default('steering') });
export type PageRequest = z.output<typeof PageRequest>;

export const PaperRequest = PageRequest.extend({ paper: Paper });
export type PaperRequest = z.output<typeof PaperRequest>;

export const BriefRequest = ReportRequest.extend({ paper: Paper, line: TellingRequest.shape.line });
export type BriefRequest = z.output<typeof BriefRequest>;

export const MadeReport = z.object({
  /** As it was given in `out`. */
  path: z.string(),
  bytes: Count,
  /** Of the portfolio's content, as the report itself names it. */
  contentHash: z.string(),
});
export type MadeReport = z.output<typeof MadeReport>;

export const ReportKind = z.enum(['deck', 'pdf', 'brief', 'html', 'workbook']);
export type ReportKind = z.output<typeof ReportKind>;

/** Reports of the portfolio as it is now; each remembers that it was made, for *what changed since*. */
export const reports = {
  deck: command(DeckRequest, MadeReport),
  pdf: command(PaperRequest, MadeReport),
  /** The board paper on exactly one page (PDF): what has no room is left out and counted there. */
  brief: command(BriefRequest, MadeReport),
  /** The report as a file of HTML that needs no network, with the parts and options of the PDF. */
  html: command(PageRequest, MadeReport),
  workbook: command(ReportRequest, MadeReport),
  /** Which layouts of a template would carry the slides, found by what they hold. */
  template: query(
    z.object({ file: FileReference }).strict(),
    z.object({
      fileName: z.string(),
      layouts: Count,
      /** By what a slide mainly shows; '' = the layout has no name. */
      uses: z.object({ cover: z.string(), chart: z.string(), table: z.string(), text: z.string() }),
      /** What a reader should know before she sends it, as sentences. */
      notes: z.array(z.string()),
    }),
  ),
  /** The newest first. */
  list: query(
    Empty,
    z.object({
      /** Of the portfolio as it is now: a report that names the same one says the same. */
      contentHash: z.string(),
      reports: z.array(
        z.object({
          id: Id,
          kind: ReportKind,
          at: Instant,
          actor: z.string(),
          fileName: z.string(),
          bytes: Count,
          contentHash: z.string(),
          locale: z.string(),
          redacted: z.array(z.string()),
        }),
      ),
    }),
  ),
};
