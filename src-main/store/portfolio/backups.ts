import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, parse, resolve } from 'node:path';
import { DomainError } from '../../failure/domain-error';
import { lastEntry } from '../journal/journal';
import { checkCopy, countModelsIn, journalHeadIn } from '../open/check-copy';
import { isLocked } from '../open/open-database';
import type { Store } from '../store';
import { noteReads } from '../trace/trace';

export interface Backup extends BackupFile {
  /** `null`: the file cannot be read. */
  readonly models: number | null;
  /** It was encrypted with another passphrase than the portfolio has now, which nobody gave yet. */
  readonly locked: boolean;
}

export interface BackupFile {
  /** What follows the portfolio's name in the file's name, such as `2026-11-26 04-33-19 UTC`. */
  readonly id: string;
  readonly fileName: string;
  readonly path: string;
  /** ISO, to the second. */
  readonly createdAt: string;
  readonly sizeBytes: number;
  readonly mtimeMs: number;
  readonly why: BackupReason;
}

/** Who or what asked for it: the person, a restore (of what it replaced), or the program by itself. */
export const BACKUP_REASONS = ['asked', 'restore', 'import', 'bulk', 'daily'] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];
/** These are thinned; what a person asked for and what a restore replaced stays until somebody deletes it. */
export const isAutomatic = ({ why }: { readonly why: BackupReason }): boolean => why !== 'asked' && why !== 'restore';

/** What follows the time in the name of the file. */
const MARKS: Readonly<Record<BackupReason, string>> = {
  asked: '',
  restore: ' before restoring',
  import: ' before an import',
  bulk: ' before a change of many',
  daily: ' of the day',
};

/** The folder of backups, as a source that answers rest on. */
const BACKUPS = ['backups'] as const;
const ID = /^(\d{4}-\d{2}-\d{2}) (\d{2})-(\d{2})-(\d{2}) UTC([a-z ]*?)( \d+)?$/;

/** Backups lie beside the portfolio: they move with its folder, and a person finds them without the program. */
export function backupFolder(portfolioPath: string): string {
  const { dir, name } = parse(portfolioPath);
  return join(dir, `${name} backups`);
}

/** A folder for the backups of all portfolios that a person chose; `null`: none, they lie beside their portfolio. */
export type ChosenFolder = string | null;

/**
 * Where backups are written now. In a chosen folder each portfolio has one of its own, named after its file and its place: two of
 * one name do not meet. While the chosen one is gone or may not be written (a disk that was taken away), it is the one beside.
 */
export function backupsWrittenTo(portfolioPath: string, chosen: ChosenFolder): string {
  return chosen !== null && isThere(chosen) ? ownFolder(portfolioPath, chosen) : backupFolder(portfolioPath);
}

export function isThere(chosen: string): boolean {
  try {
    accessSync(chosen, constants.W_OK);
    return statSync(chosen).isDirectory();
  } catch {
    return false;
  }
}

function ownFolder(portfolioPath: string, chosen: string): string {
  const place = createHash('sha256').update(resolve(portfolioPath)).digest('hex').slice(0, 8);
  return join(chosen, `${parse(portfolioPath).name} backups ${place}`);
}

/** Wherever backups of it may lie: what was made before another folder was chosen stays where it is, and is found. */
const folders = (portfolioPath: string, chosen: ChosenFolder): readonly string[] => [
  ...(chosen === null ? [] : [ownFolder(portfolioPath, chosen)]),
  backupFolder(portfolioPath),
];

/** The newest first. Other files in the folders are left out. */
export function listBackups(portfolioPath: string, chosen: ChosenFolder): readonly Backup[] {
  return listBackupFiles(portfolioPath, chosen).map(looked);
}

/** The same without a look into the files. */
export function listBackupFiles(portfolioPath: string, chosen: ChosenFolder): readonly BackupFile[] {
  noteReads(BACKUPS);
  return folders(portfolioPath, chosen)
    .flatMap((folder) => filesIn(folder, portfolioPath))
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id, 'en', { numeric: true }));
}

function filesIn(folder: string, portfolioPath: string): readonly BackupFile[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  const { name, ext } = parse(portfolioPath);
  return readdirSync(folder)
    .filter((file) => file.startsWith(`${name} `) && file.endsWith(ext))
    .flatMap((file) => describe(join(folder, file), file.slice(name.length + 1, file.length - ext.length)) ?? []);
}

/** Throws `not_found`. An id is looked up among the files, it is never a path. */
export function getBackup(portfolioPath: string, id: string, chosen: ChosenFolder): Backup {
  const backup = listBackups(portfolioPath, chosen).find((known) => known.id === id);
  if (!backup) {
    throw new DomainError(
      'not_found',
      `There is no backup “${id}” in ${basename(backupsWrittenTo(portfolioPath, chosen))}. It may have been moved or deleted; choose another.`,
    );
  }
  return backup;
}

/** Throws `not_found`, `locked`, and `bad_file` when it is damaged. */
export function getIntactBackup(portfolioPath: string, id: string, chosen: ChosenFolder): Backup {
  const backup = getBackup(portfolioPath, id, chosen);
  checkCopy(backup.path);
  return backup;
}

export async function createBackup(
  store: Store,
  at: string,
  chosen: ChosenFolder,
  why: BackupReason = 'asked',
): Promise<Backup> {
  const { path, id } = freePlace(store, at, MARKS[why], chosen);
  await store.copyTo(path);
  return written(path, id);
}

/** Takes over the content of a backup after keeping the present one; answers the backup that keeps it. */
export async function restoreBackup(store: Store, backup: Backup, at: string, chosen: ChosenFolder): Promise<Backup> {
  const { path, id } = freePlace(store, at, MARKS.restore, chosen);
  await store.takeOver(backup.path, path);
  return written(path, id);
}

interface Place {
  readonly path: string;
  readonly id: string;
}

function freePlace(store: Store, at: string, mark: string, chosen: ChosenFolder): Place {
  const folder = writableFolder(store, chosen);
  const { name, ext } = parse(store.path);
  // An id names one backup, wherever it lies.
  const taken = new Set(listBackupFiles(store.path, chosen).map(({ id }) => id));
  const stamp = `${at.slice(0, 10)} ${at.slice(11, 19).replaceAll(':', '-')} UTC${mark}`;
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? stamp : `${stamp} ${n}`;
    const path = join(folder, `${name} ${id}${ext}`);
    if (!taken.has(id) && !existsSync(path)) return { path, id };
  }
}

function writableFolder(store: Store, chosen: ChosenFolder): string {
  const folder = backupsWrittenTo(store.path, chosen);
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    throw new DomainError(
      store.readOnly ? 'read_only' : 'bad_file',
      `No backup can be written: the folder ${basename(dirname(folder))} may not be written. Copy the portfolio to another place and open the copy.`,
    );
  }
}

function written(path: string, id: string): Backup {
  const file = describe(path, id);
  if (!file) throw new Error(`the backup ${path} has a name that is not ours`);
  return looked(file);
}

function describe(path: string, id: string): BackupFile | null {
  const [, day, hours, minutes, seconds, mark] = ID.exec(id) ?? [];
  const why = BACKUP_REASONS.find((reason) => MARKS[reason] === mark);
  if (day === undefined || why === undefined) return null;
  const stat = statSync(path, { throwIfNoEntry: false });
  // A pipe of that name, a folder, a link to nowhere.
  if (!stat?.isFile()) return null;
  const { size, mtimeMs } = stat;
  return {
    id,
    fileName: basename(path),
    path,
    createdAt: `${day}T${hours}:${minutes}:${seconds}.000Z`,
    sizeBytes: size,
    mtimeMs,
    why,
  };
}

const looked = (file: BackupFile): Backup => {
  const locked = isLocked(file.path);
  return { ...file, models: locked ? null : modelsIn(file), locked };
};

/** What was found in a file is true as long as it is the same: there may be sixty, and each takes milliseconds. */
const counted = new Map<string, { readonly of: string; readonly models: number | null }>();

function modelsIn({ path, sizeBytes, mtimeMs }: BackupFile): number | null {
  const of = `${sizeBytes} ${mtimeMs}`;
  const known = counted.get(path);
  if (known?.of === of) return known.models;
  const models = countModelsIn(path);
  counted.set(path, { of, models });
  return models;
}

/** Deletes automatic backups; what a person asked for is not deleted, whatever is named. */
export function dropBackups(portfolioPath: string, ids: readonly string[], chosen: ChosenFolder): void {
  const dropped = new Set(ids);
  for (const backup of listBackupFiles(portfolioPath, chosen))
    if (isAutomatic(backup) && dropped.has(backup.id)) rmSync(backup.path, { force: true });
}

/** Whether another backup would hold nothing new: the newest, of whatever reason, holds the whole journal, or nothing was ever done. */
export async function isBackedUp(store: Store, chosen: ChosenFolder): Promise<boolean> {
  const last = await lastEntry(store.read);
  if (last === null || last.seq <= 1) return true;
  const [newest] = listBackupFiles(store.path, chosen);
  return newest !== undefined && journalHeadIn(newest.path) === last.hash;
}
