import { z } from 'zod';
import {
  CalendarDate,
  Count,
  Empty,
  FileReference,
  Id,
  Instant,
  JobId,
  LocaleName,
  Monitoring,
  Precision,
  Stage,
} from '../common';
import { command, query, Said } from '../define';
import { NewPassphrase, Passphrase } from './encryption';

const Currency = z
  .string()
  .trim()
  .regex(/^[A-Z]{3}$/, 'write a currency as its three letters, such as EUR');
const PortfolioName = z.string().trim().min(1, 'a portfolio needs a name').max(200);

export const OpenPortfolio = z.object({
  name: z.string(),
  currency: z.string(),
  fileName: z.string(),
  folder: z.string(),
  readOnly: z.boolean(),
  /** It opens with its passphrase only. */
  encrypted: z.boolean(),
});

/** Whether the open file still lies under its name: it may be gone from there, or another file may lie there now. */
export const FilePlace = z.enum(['here', 'gone', 'replaced']);

/** One side of a file that was replaced while it was open. */
const FileSide = z.object({
  lastChange: z.object({ at: Instant, actor: z.string(), label: Said }).nullable(),
  /** Entries of the journal that the other side does not have, and by whom. */
  entries: Count,
  actors: z.array(z.string()),
  models: Count,
  incidents: Count,
});

/** Two files that were once one; `fields` are the cells that both sides changed since, at most 50 of them. */
const Compared = z.object({
  comparison: z
    .object({
      same: Count,
      sameUntil: Instant.nullable(),
      here: FileSide,
      there: FileSide,
      fields: z.array(
        z.object({
          table: z.string(),
          id: z.string(),
          /** Of the model that the row is or belongs to. */
          name: z.string().nullable(),
          column: z.string(),
          here: z.unknown(),
          there: z.unknown(),
        }),
      ),
    })
    .nullable(),
});

export const Recent = z.object({
  id: Id,
  name: z.string(),
  fileName: z.string(),
  folder: z.string(),
  openedAt: Instant,
  /** False: the file is not where it was. */
  present: z.boolean(),
});

/** Which portfolio is open, outside of any portfolio. */
export const workspace = {
  status: query(
    Empty,
    z.object({
      portfolio: OpenPortfolio.extend({
        place: FilePlace,
        /** Tables in which something was found that cannot be read; it is looked for after opening, when nobody asks for anything. */
        damaged: z.array(z.string()),
      }).nullable(),
      /**
       * A portfolio that somebody asked for, here or where the program was started, and that is locked: `unlock` opens it.
       * `keyLost`: it was remembered on this computer, and the system does not give its key back.
       */
      locked: z
        .object({ file: FileReference, fileName: z.string(), folder: z.string(), keyLost: z.boolean() })
        .nullable(),
      /** The system has a key store that keys can be remembered in. */
      keyStore: z.boolean(),
      recents: z.array(Recent),
      appVersion: z.string(),
      yourName: z.string(),
      /** The locale in whose forms this person reads and gives on; `null`: as her computer has it. */
      forms: z.string().nullable(),
    }),
  ),
  /** Without `file` the host puts it into its own portfolio folder. An existing file is never overwritten. */
  create: command(
    z.object({
      name: PortfolioName,
      currency: Currency.default('EUR'),
      file: FileReference.optional(),
      /** It is encrypted from its first byte on. */
      passphrase: NewPassphrase.optional(),
      remember: z.boolean().optional(),
    }),
    OpenPortfolio,
  ),
  /**
   * Makes the portfolio that `exports.lines` wrote as lines, and opens it: with the same journal, whose rows are held against it. Of a file
   * that is not as it was written nothing is made; the failure names the line.
   */
  fromLines: command(
    z
      .object({
        lines: FileReference,
        /** Left out: in the folder of portfolios, by its name. */
        file: FileReference.optional(),
        passphrase: NewPassphrase.optional(),
        remember: z.boolean().optional(),
        jobId: JobId.optional(),
      })
      .strict(),
    OpenPortfolio.extend({
      entries: Count,
      /** Of the journal. */
      head: z.string(),
      /** Held against the journal. */
      rows: Count,
    }),
  ),
  /**
   * Makes the sample portfolio and opens it: an insurer's models over the three years before `day` (today when left out).
   * The same day and seed give the same portfolio on every machine.
   */
  sample: command(
    z.object({
      file: FileReference.optional(),
      day: CalendarDate.optional(),
      seed: Count.max(4_294_967_295).optional(),
      jobId: JobId.optional(),
    }),
    OpenPortfolio,
  ),
  open: command(z.object({ file: FileReference }), OpenPortfolio),
  openRecent: command(z.object({ id: Id }), OpenPortfolio),
  /** Opens the portfolio that is locked; `remember`: without its passphrase from now on, on this computer. */
  unlock: command(z.object({ passphrase: Passphrase, remember: z.boolean().optional() }), OpenPortfolio),
  /** It stays locked. */
  leaveLocked: command(Empty, z.object({ left: Count })),
  forgetRecent: command(z.object({ id: Id }), z.object({ forgotten: Count })),
  /**
   * The open portfolio, whose file was replaced, against the one that lies there now. Both have the first `same` entries of the
   * journal in common; `null`: it was not replaced.
   */
  compareReplaced: query(Empty, Compared),
  /**
   * Copies beside the open portfolio that a program which synchronises folders left, because both were changed: known by their
   * names, and where these prove nothing by the journal's first entry. `seen`: the person was told.
   */
  conflicts: query(
    Empty,
    z.object({
      copies: z.array(
        z.object({
          id: Id,
          fileName: z.string(),
          /** Which programs name copies so; '' = several. */
          program: z.string(),
          changedAt: Instant,
          sizeBytes: Count,
          seen: z.boolean(),
        }),
      ),
    }),
  ),
  /** The open portfolio against such a copy, as `compareReplaced` says it; `null`: it is not there any more. */
  compareConflict: query(z.object({ id: Id }), Compared),
  /** The person was told of those that are there now. */
  leaveConflicts: command(Empty, z.object({ left: Count })),
  openConflict: command(z.object({ id: Id }), OpenPortfolio),
  /**
   * Writes what is open into a file of its own, beside where it lay, and goes on in that one. Without `file` the host names it
   * after the portfolio and the day.
   */
  keepCopy: command(z.object({ file: FileReference.optional() }), OpenPortfolio),
  /** Sets what is open aside in a file of its own, and opens the file that lies under its name now. */
  openReplacement: command(Empty, z.object({ opened: OpenPortfolio, kept: z.string() })),
  close: command(Empty, z.object({ closed: z.boolean() })),
  /** The name that the journal gives to whoever works here. */
  /** Takes effect in windows that are drawn from then on. */
  setForms: command(z.object({ locale: LocaleName.nullable() }), z.object({ forms: z.string().nullable() })),
  setYourName: command(z.object({ name: z.string().trim().min(1).max(120) }), z.object({ yourName: z.string() })),
};

export const portfolio = {
  info: query(
    Empty,
    z.object({
      name: z.string(),
      currency: z.string(),
      schemaVersion: Count,
      models: Count,
      inProduction: Count,
      /** Models whose drift asks for something to be done. */
      inAct: Count,
      fileName: z.string(),
      folder: z.string(),
      readOnly: z.boolean(),
      sizeBytes: Count,
      createdAt: Instant,
    }),
  ),
  rename: command(z.object({ name: PortfolioName }), z.object({ name: z.string() })),
  /** Models and their stages as they were on a day, by the effective dates of their moves. */
  asOf: query(
    z.object({ at: Instant }),
    z.object({
      at: Instant,
      models: Count,
      inProduction: Count,
      rows: z.array(
        z.object({
          id: Id,
          name: z.string(),
          unit: z.string(),
          stage: Stage,
          stageSince: Instant.nullable(),
          /** How exactly `stageSince` is known: of a month, a quarter or a year it is the middle. */
          stageSincePrecision: Precision,
          /** Whether it was watched then; `null`: it was not in production. */
          monitoring: Monitoring.nullable(),
        }),
      ),
    }),
  ),
};
