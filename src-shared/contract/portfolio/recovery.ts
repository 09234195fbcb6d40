import { z } from 'zod';
import { Count, FileReference, Id, Instant, JobId } from '../common';
import { command, query, Said } from '../define';
import { Backup } from './backups';
import { OpenPortfolio } from './portfolio';

/** The portfolio that is damaged: a file that was chosen, or one of the recent ones. */
const Damaged = z
  .object({ file: FileReference.optional(), recent: Id.optional() })
  .refine(({ file, recent }) => (file === undefined) !== (recent === undefined), 'name a file or a recent portfolio');

const Entry = z.object({ seq: Count, at: Instant, actor: z.string(), label: Said });

/** What can be had back of a portfolio that is damaged; its file is not touched, whatever is chosen. */
export const recovery = {
  examine: query(
    Damaged.safeExtend({ jobId: JobId.optional() }),
    z.object({
      fileName: z.string(),
      folder: z.string(),
      /** Nothing is found to be wrong with it. */
      whole: z.boolean(),
      /** Its structure is ours and can be read: what it holds can be looked for. */
      readable: z.boolean(),
      /** Tables of which something cannot be read, of so many. */
      damaged: z.array(z.string()),
      tables: Count,
      /** The newest whole one, with the entries of its journal. */
      backup: Backup.extend({ entries: Count }).nullable(),
      backups: Count,
      /** Entries of the file's journal after the backup that can be read by themselves, the last first; at most 200. */
      since: z.object({ total: Count, entries: z.array(Entry) }),
    }),
  ),
  /**
   * Makes a new portfolio beside it and opens it: the journal as far as its chain holds, the facts that follow from it, and
   * drift results as far as they can be read; the newest good backup fills what cannot. Where not even the first entry can be
   * read and there is no backup, every row that can be, which the first entry of the new journal says.
   */
  repair: command(
    Damaged.safeExtend({ jobId: JobId.optional() }),
    z.object({
      opened: OpenPortfolio,
      entries: Count,
      /** Entries behind the last one that holds, as far as each can be read by itself; the last 200 of them. */
      lost: z.array(Entry),
      /** All of them, also those that cannot be read. */
      lostTotal: Count,
      resultsHoles: z.boolean(),
      filled: z.boolean(),
      /**
       * Where the journal is lost from its first entry on: every row that can be read, unproved, by table; `holes`: parts of the
       * table cannot be read; `orphans`: rows left out that hang on what is gone. `null`: the journal proves what is there.
       */
      salvaged: z.array(z.object({ table: z.string(), rows: Count, holes: z.boolean(), orphans: Count })).nullable(),
      /**
       * Where the journal is cut: by which rows what the damaged file holds differs from what the journal proves. They are one
       * change of their own, which an undo takes back. `null`: the journal is whole, or they contradict each other.
       */
      unproved: z
        .array(z.object({ table: z.string(), added: Count, changed: Count, removed: Count, holes: z.boolean() }))
        .nullable(),
    }),
  ),
  /** A copy of the backup beside the damaged file is opened. */
  openBackup: command(Damaged.safeExtend({ id: z.string().min(1).max(80) }), OpenPortfolio),
};
