import { accessSync, constants, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, parse } from 'node:path';
import { DomainError } from '../../failure/domain-error';
import { checkCopy, countModelsIn } from '../open/check-copy';
import type { Store } from '../store';
import { noteReads } from '../trace/trace';

export interface Backup {
  /** What follows the portfolio's name in the file's name, such as `2026-11-26 04-33-19 UTC`. */
  readonly id: string;
  readonly fileName: string;
  readonly path: string;
  /** ISO, to the second. */
  readonly createdAt: string;
  readonly sizeBytes: number;
  /** `null`: the file cannot be read. */
  readonly models: number | null;
  /** Made by a restore, of what it replaced. */
  readonly beforeRestore: boolean;
}

/** The folder of backups, as a source that answers rest on. */
const BACKUPS = ['backups'] as const;
const BEFORE_RESTORE = ' before restoring';
const ID = /^(\d{4}-\d{2}-\d{2}) (\d{2})-(\d{2})-(\d{2}) UTC( before restoring)?( \d+)?$/;

/** Backups lie beside the portfolio: they move with its folder, and a person finds them without the program. */
export function backupFolder(portfolioPath: string): string {
  const { dir, name } = parse(portfolioPath);
  return join(dir, `${name} backups`);
}

/** The newest first. Other files in the folder are left out. */
export function listBackups(portfolioPath: string): readonly Backup[] {
  noteReads(BACKUPS);
  const folder = backupFolder(portfolioPath);
  if (!existsSync(folder)) return [];
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

export async function createBackup(store: Store, at: string): Promise<Backup> {
  const { path, id } = freePlace(store, at, '');
  await store.copyTo(path);
  return written(path, id);
}

/** Takes over the content of a backup after keeping the present one; answers the backup that keeps it. */
export async function restoreBackup(store: Store, backup: Backup, at: string): Promise<Backup> {
  const { path, id } = freePlace(store, at, BEFORE_RESTORE);
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
  const backup = describe(path, id);
  if (!backup) throw new Error(`the backup ${path} has a name that is not ours`);
  return backup;
}

function describe(path: string, id: string): Backup | null {
  const [, day, hours, minutes, seconds, beforeRestore] = ID.exec(id) ?? [];
  if (day === undefined) return null;
  return {
    id,
    fileName: basename(path),
    path,
    createdAt: `${day}T${hours}:${minutes}:${seconds}.000Z`,
    sizeBytes: statSync(path).size,
    models: countModelsIn(path),
    beforeRestore: beforeRestore !== undefined,
  };
}
