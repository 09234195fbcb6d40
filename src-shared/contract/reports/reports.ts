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

const LayoutNumber = z.number().int().min(1).max(500);

export const DeckRequest = TellingRequest.extend({
  /** Who it is from, at the foot of each slide and on the cover. */
  company: z.string().trim().max(80).default(''),
  /** A PPTX or POTX whose masters, fonts and colours carry the slides; left out: our own. */
  template: FileReference.optional(),
  /** Layouts of the template by their number there; those left out are guessed by what they hold. */
  layouts: z
    .object({ cover: LayoutNumber, chart: LayoutNumber, table: LayoutNumber, text: LayoutNumber })
    .partial()
    .default({}),
  /** A PNG or JPEG that every slide bears. */
  logo: FileReference.optional(),
  /** True: the logo that this computer keeps, where no other is given. */
  keptLogo: z.boolean().default(false),
});
export type DeckRequest = z.output<typeof DeckRequest>;

/** The same deck before it is made. */
export const DeckPreview = DeckRequest.omit({ out: true, jobId: true });
export type DeckPreview = z.output<typeof DeckPreview>;

/** What the decks of this computer bear; kept beside the portfolios, not in them. */
export const DeckDress = z.object({
  company: z.string(),
  line: z.string(),
  logo: z.object({ fileName: z.string(), width: Count, height: Count, /** `data:` */ picture: z.string() }).nullable(),
});
export type DeckDress = z.output<typeof DeckDress>;

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
  /** The slides of a deck as they would be, drawn of the plan that its file is written from. */
  preview: query(
    DeckPreview,
    z.object({
      /** Of all of them, which is more than are drawn where there are many. */
      total: Count,
      slides: z.array(z.object({ title: z.string(), /** SVG. */ picture: z.string() })),
      /** Where the template has less room than ours: that something is left out is said on the last slide. */
      shortened: z.boolean(),
    }),
  ),
  dress: query(Empty, DeckDress),
  /** Keeps what is given for the next decks; `logo: null` keeps none any more. */
  setDress: command(
    z
      .object({
        company: z.string().trim().max(80),
        line: z.string().trim().max(120),
        logo: FileReference.nullable(),
      })
      .partial()
      .strict(),
    DeckDress,
  ),
  /** Which layouts of a template would carry the slides, found by what they hold. */
  template: query(
    z.object({ file: FileReference }).strict(),
    z.object({
      fileName: z.string(),
      layouts: Count,
      /** By what a slide mainly shows; '' = the layout has no name. */
      uses: z.object({ cover: z.string(), chart: z.string(), table: z.string(), text: z.string() }),
      /** The same by their number, as a deck takes them. */
      guessed: z.object({ cover: Count, chart: Count, table: Count, text: Count }),
      /** Every layout that a slide can be made of, in the order of the file. */
      choices: z.array(z.object({ number: Count, name: z.string(), /** SVG. */ picture: z.string() })),
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
