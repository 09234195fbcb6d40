import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { DomainError } from '../../failure/domain-error';
import { pointTaker } from '../drift/point-lines';
import { lastEntry } from '../journal/journal';
import { PendingChanges } from '../journal/pending-changes';
import type { JournalRow } from '../journal/tables';
import { type Verification, verifyJournal } from '../journal/verify';
import type { FileKey } from '../open/file-key';
import type { FactChange } from '../tables';
import type { LinePart } from './line-part';
import { beginFile } from './sqlite/lines-target';

/** A portfolio that is being made of lines; it gets its name when it is whole. */
export interface LinesTarget {
  /** @throws Error where the part does not fit: its message says how, as a sentence's end */
  put(part: LinePart): void;
  /** Changes of the entry that comes next. */
  change(change: FactChange): Promise<void>;
  entry(row: JournalRow): Promise<void>;
  /** Holds the rows against the journal; nothing is put afterwards. */
  verify(): Promise<Verification & { readonly last: JournalRow | null }>;
  /** The file gets its name. */
  keep(): void;
  /** Takes away what was begun, where it was not kept. */
  close(): void;
}

interface Target {
  readonly path: string;
  /** `null`: plain. */
  readonly key: FileKey | null;
  readonly now: string;
  /** Of the structure that the lines were written in. */
  readonly version: number;
}

/** @throws DomainError `conflict` where something lies under that name */
export function beginLines({ path, key, now, version }: Target): LinesTarget {
  const free = (): void => {
    if (existsSync(path))
      throw new DomainError(
        'conflict',
        `${basename(path)} exists already and was not overwritten. Choose another name.`,
      );
  };
  free();
  const unfinished = `${path}.part`;
  rmSync(unfinished, { force: true });
  const file = beginFile(unfinished, key, version, now);
  const putPoints = pointTaker(file.read);
  let pending = new PendingChanges(file.read);
  let closed = false;
  const close = (): void => {
    if (!closed) file.close();
    closed = true;
  };
  return {
    put: (part) => {
      if ('step' in part) file.step(part.step);
      else if ('table' in part) file.row(part.table, part.row);
      else putPoints(part.series, part.points);
    },
    change: (change) => pending.add(change),
    entry: async (row) => {
      await pending.finish();
      pending = new PendingChanges(file.read);
      file.insert('journal', row);
    },
    verify: async () => {
      await pending.finish();
      file.commit();
      return { ...(await verifyJournal(file.read)), last: await lastEntry(file.read) };
    },
    keep: () => {
      close();
      free();
      renameSync(unfinished, path);
    },
    close: () => {
      close();
      for (const log of ['', '-wal', '-shm', '-journal']) rmSync(`${unfinished}${log}`, { force: true });
    },
  };
}
