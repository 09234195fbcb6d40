import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { DomainError } from '../../failure/domain-error';
import { checkCopy, journalLengthIn } from '../open/check-copy';
import { isIntact } from '../open/closed-file';
import { damagedTables } from '../open/damaged-tables';
import { type Backup, type BackupFile, type ChosenFolder, listBackupFiles, listBackups } from '../portfolio/backups';
import { onDamagedCopy } from './sqlite/damaged-copy';
import { entriesAfter, type FoundEntry } from './sqlite/entries-after';
import { type Repair, repairInto } from './sqlite/repair';
import type { Breath } from './sqlite/salvage-rows';

export interface GoodBackup extends Backup {
  /** Entries of its journal. */
  readonly entries: number;
}

export interface Examination {
  /** SQLite finds nothing wrong with the file. */
  readonly whole: boolean;
  /** Its structure can be read and is ours, so that what it holds can be looked for. */
  readonly readable: boolean;
  readonly damaged: readonly string[];
  readonly tables: number;
  /** The newest whole one; `null`: there is none. */
  readonly backup: GoodBackup | null;
  /** Of all, whole or not. */
  readonly backups: number;
  /** What the journal of the file has after the backup, as far as it can be read; from the first entry where there is none. */
  readonly since: readonly FoundEntry[];
}

/** What can be had back of a portfolio that cannot be opened, or is damaged. The file itself is not touched. */
export async function examine(path: string, chosen: ChosenFolder, breath: Breath): Promise<Examination> {
  const backup = newestGood(path, chosen);
  const backups = listBackupFiles(path, chosen).length;
  return onDamagedCopy(path, async (db) => {
    if (db === null) return { whole: false, readable: false, damaged: [], tables: 0, backup, backups, since: [] };
    const { damaged, tables } = await damagedTables(db, breath);
    const since = entriesAfter(db, backup?.entries ?? 0);
    return { whole: damaged.length === 0, readable: true, damaged, tables, backup, backups, since };
  });
}

export interface Repaired extends Repair {
  /** Entries of the damaged file behind those that hold, as far as each can be read by itself. */
  readonly lost: readonly FoundEntry[];
}

/** Makes a portfolio at `target` of what the damaged file still holds; it gets its name when it is whole. */
export async function repair(
  path: string,
  target: string,
  { chosen, now, breath }: { readonly chosen: ChosenFolder; readonly now: string; readonly breath: Breath },
): Promise<Repaired> {
  const backup = newestGood(path, chosen);
  const unfinished = `${target}.part`;
  try {
    const made = await onDamagedCopy(path, async (db) => {
      if (db === null)
        throw new DomainError('bad_file', `Not even the structure of ${basename(path)} can be read. Open a backup.`);
      const repaired = await repairInto(db, backup?.path ?? null, unfinished, now, breath);
      return { ...repaired, lost: entriesAfter(db, repaired.entries) };
    });
    if (made.entries === 0)
      throw new DomainError(
        'bad_file',
        `The journal of ${basename(path)} cannot be read from its first entry on. Open a backup.`,
      );
    checkCopy(unfinished);
    if (existsSync(target))
      throw new DomainError('conflict', `${basename(target)} exists already and was not overwritten.`);
    renameSync(unfinished, target);
    return made;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** More than these are not opened in search of a good one. */
const MOST_OPENED = 20;

function newestGood(path: string, chosen: ChosenFolder): GoodBackup | null {
  for (const backup of listBackups(path, chosen).slice(0, MOST_OPENED)) {
    const entries = backup.models === null ? null : entriesOfWhole(backup);
    if (entries !== null) return { ...backup, entries };
  }
  return null;
}

function entriesOfWhole({ path }: BackupFile): number | null {
  return isIntact(path) ? journalLengthIn(path) : null;
}
