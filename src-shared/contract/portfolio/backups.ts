import { z } from 'zod';
import { Count, Empty, FileReference, Instant } from '../common';
import { command, query, Said } from '../define';
import { Passphrase } from './encryption';

const BackupId = z.string().min(1).max(64);

export const Backup = z.object({
  id: BackupId,
  fileName: z.string(),
  createdAt: Instant,
  sizeBytes: Count,
  /** `null`: the file cannot be read. */
  models: Count.nullable(),
  /** It was encrypted with another passphrase than the portfolio has, and opens with that one. */
  locked: z.boolean(),
  /**
   * `asked`: by a person; `restore`: of what a restore replaced; the others were made by the program, before an import, before a
   * change of many rows, or once a day, and are thinned.
   */
  why: z.enum(['asked', 'restore', 'import', 'bulk', 'daily']),
  /** The same as `why: restore`. */
  beforeRestore: z.boolean(),
});

/** Kept on this computer, for every portfolio. */
export const BackupRule = z.object({
  /** Before imports and changes of many rows, and once a day when something changed. */
  automatic: z.boolean(),
  /** What automatic backups of one portfolio may take together, in megabytes; the newest stays whatever it takes. */
  budgetMb: z.number().int().min(10).max(1_000_000),
  /** Where backups of all portfolios go, each into a folder of its own; `null`: beside the portfolio. */
  folder: z.string().nullable(),
});

/** Whole, checked copies of the open portfolio, in a folder beside it or in a chosen one. */
export const backups = {
  /** The newest first. */
  list: query(
    Empty,
    z.object({
      /** Where the next one goes. */
      folder: z.string(),
      /** The chosen folder is gone or may not be written: backups are kept beside the portfolio until it is back. */
      folderGone: z.boolean(),
      backups: z.array(Backup),
      rule: BackupRule,
      /** Why the last automatic backup of this portfolio was not made; `null`: it was, or none was needed. */
      failed: z.object({ at: Instant, message: Said }).nullable(),
    }),
  ),
  setRule: command(BackupRule.partial().extend({ folder: FileReference.nullable().optional() }), BackupRule),
  create: command(Empty, Backup),
  /** The portfolio becomes what it was then; what it is now is kept as a backup first. `passphrase`: of a locked one. */
  restore: command(
    z.object({ id: BackupId, passphrase: Passphrase.optional() }),
    z.object({ restored: Backup, kept: Backup }),
  ),
};
