import type { Preview } from '#contract/imports/imports';
import type { ImportKindName, Problem } from '#contract/imports/parts';
import { DomainError } from '../../failure/domain-error';
import type { OriginColumn } from '../../store/imports/stored-origin';
import type { WriteHandle } from '../../store/journal/handle';
import { lastEntry } from '../../store/journal/journal';
import type { CommandContext } from '../context';
import type { ImportCounts } from './kind';

const STORED_PROBLEMS = 5_000;

export interface LedgerLine {
  /** Made by the caller where rows have to name it before it is entered. */
  readonly id?: string;
  readonly format: ImportKindName;
  readonly fileName: string;
  /** SHA-256 (hex) of the file's bytes. */
  readonly fileHash: string;
  /** Id of the preset, or what else names how the file was read, such as the tool that wrote it. */
  readonly preset: string | null;
  readonly mapping: unknown;
  readonly rows: number;
  readonly counts: ImportCounts;
  readonly problems: readonly Problem[];
  /** The columns that the rows' origins count. */
  readonly columns?: readonly OriginColumn[];
  /** The source that the file belongs to, for kinds that have such. */
  readonly sourceId?: string | null;
}

/** Enters an import in the ledger that all kinds share, and answers its id. */
export async function insertLedger(write: WriteHandle, line: LedgerLine, context: CommandContext): Promise<string> {
  const id = line.id ?? context.newId();
  await write.insert('imports', [
    {
      id,
      at: context.now,
      actor: context.actor,
      file_name: line.fileName,
      file_hash: line.fileHash,
      format: line.format,
      preset: line.preset,
      mapping: JSON.stringify(line.mapping),
      rows_read: line.rows,
      ...line.counts,
      problems: JSON.stringify(line.problems.slice(0, STORED_PROBLEMS)),
      columns: JSON.stringify(line.columns ?? []),
      undone: 0,
      source_id: line.sourceId ?? null,
    },
  ]);
  return id;
}

/** A plan was made for another state of the portfolio; nothing of it was written. */
export class OutdatedPlan extends DomainError {
  constructor() {
    super(
      'conflict',
      'The portfolio was changed while the import was being worked out; nothing was written. Import the file again.',
    );
  }
}

/** A plan holds only for the state of the portfolio that it was made on. Asked before anything is written. */
export async function refuseWhenChanged(write: WriteHandle, seq: number): Promise<void> {
  if (((await lastEntry(write.read))?.seq ?? 0) !== seq) throw new OutdatedPlan();
}

/** Problems of the same sort with their number, the commonest first. */
export function groupProblems(problems: readonly Problem[]): Preview['problemsByCode'] {
  const groups = new Map<string, Preview['problemsByCode'][number]>();
  for (const { code, effect, column, message } of problems) {
    const key = `${code}\n${effect}\n${column}`;
    const group = groups.get(key);
    if (group) group.count += 1;
    else groups.set(key, { code, effect, column, count: 1, message });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}
