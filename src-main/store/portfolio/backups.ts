import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, parse } from 'node:path';
import { DomainError } from '../../failure/domain-error';
import { lastEntry } from '../journal/journal';
import { checkCopy, countModelsIn, journalHeadIn } from '../open/check-copy';
import type { Store } from '../store';
import { noteReads } from '../trace/trace';

export interface Backup extends BackupFile {
  /** `null`: the file cannot be read. */
  readonly models: number | null;
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

/** The newest first. Other files in the folder are left out. */
export function listBackups(portfolioPath: string): readonly Backup[] {
  return listBackupFiles(portfolioPath).map((file) => ({ ...file, models: modelsIn(file) }));
}

/** The same without a look into the files. */
export function listBackupFiles(portfolioPath: string): readonly BackupFile[] {
  noteReads(BACKUPS);
  const folder = backupFolder(portfolioPath);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  const { name, ext } = parse(portfolioPath);
  return readdirSync(folder)
    .filter((file) => file.startsWith(`${name} `) && file.endsWith(ext))
    .flatMap((file) => describe(join(folder, file), file.slice(name.length + 1, file.length - ext.length)) ?? [])
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id, 'en', { numeric: true }));
}

/** Throws `not_found`, and `bad_file` when it is damaged. An id is looked up among the files, it is never a path. */
export function getIntactBackup(portfolioPath: string, id: string): Backup {
  const backup = listBackups(portfolioPath).find((known) => known.id === id);
  if (!backup) {
    throw new DomainError(
      'not_found',
      `There is no backup “${id}” in ${basename(backupFolder(portfolioPath))}. It may have been moved or deleted; choose another.`,
    );
  }
  checkCopy(backup.path);
  return backup;
}

export async function createBackup(store: Store, at: string, why: BackupReason = 'asked'): Promise<Backup> {
  const { path, id } = freePlace(store, at, MARKS[why]);
  await store.copyTo(path);
  return written(path, id);
}

/** Takes over the content of a backup after keeping the present one; answers the backup that keeps it. */
export async function restoreBackup(store: Store, backup: Backup, at: string): Promise<Backup> {
  const { path, id } = freePlace(store, at, MARKS.restore);
  await store.takeOver(backup.path, path);
  return written(path, id);
}

interface Place {
  readonly path: string;
  readonly id: string;
}

function freePlace(store: Store, at: string, mark: string): Place {
  const folder = writableFolder(store);
  const { name, ext } = parse(store.path);
  const stamp = `${at.slice(0, 10)} ${at.slice(11, 19).replaceAll(':', '-')} UTC${mark}`;
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? stamp : `${stamp} ${n}`;
    const path = join(folder, `${name} ${id}${ext}`);
    if (!existsSync(path)) return { path, id };
  }
}

function writableFolder(store: Store): string {
  const folder = backupFolder(store.path);
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    throw new DomainError(
      store.readOnly ? 'read_only' : 'bad_file',
      `No backup can be written: the folder ${basename(dirname(store.path))} may not be written. Copy the portfolio to another place and open the copy.`,
    );
  }
}

function written(path: string, id: string): Backup {
  const file = describe(path, id);
  if (!file) throw new Error(`the backup ${path} has a name that is not ours`);
  return { ...file, models: modelsIn(file) };
}

function describe(path: string, id: string): BackupFile | null {
  const [, day, hours, minutes, seconds, mark] = ID.exec(id) ?? [];
  const why = BACKUP_REASONS.find((reason) => MARKS[reason] === mark);
  if (day === undefined || why === undefined) return null;
  const { size, mtimeMs } = statSync(path);
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
export function dropBackups(portfolioPath: string, ids: readonly string[]): void {
  const dropped = new Set(ids);
  for (const backup of listBackupFiles(portfolioPath))
    if (isAutomatic(backup) && dropped.has(backup.id)) rmSync(backup.path, { force: true });
}

/** Whether another backup would hold nothing new: the newest, of whatever reason, holds the whole journal, or nothing was ever done. */
export async function isBackedUp(store: Store): Promise<boolean> {
  const last = await lastEntry(store.read);
  if (last === null || last.seq <= 1) return true;
  const [newest] = listBackupFiles(store.path);
  return newest !== undefined && journalHeadIn(newest.path) === last.hash;
}
