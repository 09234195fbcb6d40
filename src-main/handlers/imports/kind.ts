import type { z } from 'zod';
import type { ImportRequest, Preview } from '#contract/imports/imports';
import type { ImportKindName } from '#contract/imports/parts';
import type { FileStart } from '../../importers/tabular/file-start';
import type { TablePart } from '../../importers/tabular/table';
import type { Job } from '../../jobs/job-list';
import type { NotedModels } from '../../store/imports/import-sets';
import type { ImportRow } from '../../store/imports/tables';
import type { WriteHandle } from '../../store/journal/handle';
import type { JournalRow } from '../../store/journal/tables';
import type { CommandContext, QueryContext } from '../context';

/**
 * One sort of content behind the import door: `imports.preview`, `.apply`, `.undo` know nothing else about it.
 *
 * To add a kind: a member of `Preview` (and of `ImportMapping`, with a `kind`) in the contract, made of `previewHead`; a
 * folder here whose kind implements this interface and is named in `kinds.ts`; a screen in `import-kinds.tsx`. Its
 * parsing belongs to `importers/<kind>/`, which writes nothing; its rows go in through `store/`. See ARCHITECTURE.md.
 */
export interface ImportKind {
  readonly name: ImportKindName;
  /** Whether a file that starts so is of this kind, from its content. Asked in the order of `kinds.ts`. */
  sniff(start: FileStart): boolean | Promise<boolean>;
  /** Reads the file and works out what an import would do; writes nothing. */
  prepare(request: ImportRequest, context: QueryContext, job: Job): Promise<PreparedImport>;
  /**
   * Takes an import's rows out again, in the caller's transaction; the ledger is marked by the caller. Refuses with a
   * `conflict` where later work would be lost.
   *
   * @param entry the journal entry that the import wrote
   * @returns how many things were taken out or set back
   */
  undo(write: WriteHandle, record: ImportRow, entry: JournalRow, context: CommandContext): Promise<number>;
}

/** An import that is worked out and could be shown or, prepared for it, written. */
export interface PreparedImport {
  describe(signal: AbortSignal): Promise<z.input<typeof Preview>>;
  /**
   * Writes it in the caller's transaction, with its line in the ledger (`insertLedger`); a cancel in the middle throws,
   * and so nothing of it stays.
   */
  apply(write: WriteHandle, context: CommandContext, job: Job): Promise<AppliedImport>;
  /** About how many bytes that adds to the portfolio; left out: not many. */
  adds?(fileBytes: number): number;
}

export interface AppliedImport {
  readonly importId: string;
  readonly counts: ImportCounts;
  /** Rows that wait until somebody says whose they are; left out: none. */
  readonly waiting?: number;
  /** Models that the file has to do with and that it does not write. */
  readonly models?: NotedModels;
  /** The sheets whose rows were put together. */
  readonly parts?: readonly TablePart[];
  /** What was done, for the journal: `Import 12 models from inventory.csv`. */
  readonly label: string;
}

export interface ImportCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
}
