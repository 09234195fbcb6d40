import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { DomainError } from '../../failure/domain-error';
import { createPortfolio } from '../files';
import { checkCopy, journalLengthIn } from '../open/check-copy';
import { isIntact } from '../open/closed-file';
import { damagedTables } from '../open/damaged-tables';
import type { Keyed } from '../open/rewrite';
import { type Backup, type BackupFile, type ChosenFolder, listBackupFiles, listBackups } from '../portfolio/backups';
import type { WriteRequest } from '../store';
import { onDamagedCopy } from './sqlite/damaged-copy';
import { isConstraint, type TableDifference } from './sqlite/differ-into';
import { entriesAfter, type FoundEntry, lastEntryOf } from './sqlite/entries-after';
import { type Repair, repairInto } from './sqlite/repair';
import { type Salvage, type SalvagedTable, salvage, salvageBeside } from './sqlite/salvage';
import type { Breath } from './sqlite/salvage-rows';

export type { Salvage, SalvagedTable, TableDifference };
export { isConstraint };

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
  /** Of a journal that cannot be read from its first entry on: what was brought over unproved; `null`: all is proved. */
  readonly salvaged: readonly SalvagedTable[] | null;
  /** Entries of the damaged file behind those that hold, as far as each can be read by itself. */
  readonly lost: readonly FoundEntry[];
  /** All of them, by the number of the last one. */
  readonly lostTotal: number;
  /** What the file holds beyond what its journal proves; `null`: nothing was lost of the journal. To be closed. */
  readonly beyond: Salvage | null;
}

export interface RepairOptions {
  readonly chosen: ChosenFolder;
  readonly now: string;
  readonly breath: Breath;
  /** Who repairs, and the words of the entry that a journal begins with whose own beginning is gone. */
  readonly noteSalvage: {
    readonly request: WriteRequest;
    readonly label: (tables: readonly SalvagedTable[]) => string;
  };
}

/**
 * Makes a portfolio of what the damaged file still holds; it gets its name when it is whole.
 *
 * @param placeFor where it goes, by what it is
 */
export async function repair(
  path: string,
  placeFor: (what: 'repaired' | 'salvaged') => string,
  { chosen, now, breath, noteSalvage }: RepairOptions,
): Promise<Repaired & { readonly target: string }> {
  const backup = newestGood(path, chosen);
  const unfinished = `${placeFor('repaired')}.part`;
  try {
    const made = await onDamagedCopy(path, async (db, key) => {
      if (db === null)
        throw new DomainError('bad_file', `Not even the structure of ${basename(path)} can be read. Open a backup.`);
      const repaired = await repairInto(db, backup?.path ?? null, { path: unfinished, key }, now, breath);
      if (repaired.entries > 0) {
        const lost = entriesAfter(db, repaired.entries);
        const lostTotal = Math.max(lost.at(-1)?.seq ?? 0, lastEntryOf(db) ?? 0, repaired.entries) - repaired.entries;
        const cut = lostTotal > 0 || lastEntryOf(db) === null;
        const beyond = cut ? await salvageBeside(db, { path: unfinished, key }, now, breath) : null;
        return { ...repaired, lost, lostTotal, salvaged: null, beyond };
      }
      const salvaged = await salvageTo({ path: unfinished, key }, db, basename(path), {
        chosen,
        now,
        breath,
        noteSalvage,
      });
      const holes = salvaged.some((one) => one.table.startsWith('drift_') && one.holes);
      return { entries: 0, filled: false, resultsHoles: holes, lost: [], lostTotal: 0, salvaged, beyond: null };
    });
    checkCopy(unfinished);
    const target = placeFor(made.salvaged === null ? 'repaired' : 'salvaged');
    if (existsSync(target))
      throw new DomainError('conflict', `${basename(target)} exists already and was not overwritten.`);
    renameSync(unfinished, target);
    return { ...made, target };
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

/** A portfolio of all rows that can be read: nothing of it is proved, and its first entry says so. */
async function salvageTo(
  target: Keyed,
  damaged: Parameters<typeof salvage>[0],
  name: string,
  { now, breath, noteSalvage }: RepairOptions,
): Promise<readonly SalvagedTable[]> {
  rmSync(target.path, { force: true });
  const found = await salvage(damaged, now, breath, { encrypted: target.key !== null });
  try {
    if (found.tables.find(({ table }) => table === 'portfolio')?.rows !== 1)
      throw new DomainError(
        'bad_file',
        `Neither the journal of ${name} nor its name and currency can be read, so its amounts would stand for nothing. Open a backup.`,
      );
    const store = createPortfolio(target.path, now, target.key);
    try {
      await store.write(noteSalvage.request, async (write) => {
        await found.writeInto(write);
        return { label: noteSalvage.label(found.tables), value: undefined, kind: { kind: 'start' } };
      });
    } finally {
      await store.close();
    }
    return found.tables;
  } finally {
    found.close();
  }
}
