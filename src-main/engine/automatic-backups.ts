import { backupsToDrop } from '#domain/base/thin-backups';
import { DomainError } from '../failure/domain-error';
import type { BackupRule } from '../platform/preferences';
import {
  type BackupReason,
  createBackup,
  dropBackups,
  isAutomatic,
  isBackedUp,
  listBackupFiles,
} from '../store/portfolio/backups';
import type { Store } from '../store/store';
import type { LogEntry } from './backend-types';

const MB = 1_000_000;
const HOUR_MS = 3_600_000;
/** A change of many can be undone; one backup an hour is kept before such changes, and one a day whatever was done. */
const LEAST_AGE_MS: Readonly<Record<'import' | 'bulk' | 'daily', number>> = {
  import: 0,
  bulk: HOUR_MS,
  daily: 24 * HOUR_MS,
};

export interface BackupFailure {
  readonly at: string;
  readonly message: string;
}

export interface AutomaticBackups {
  /** Keeps what is there now, unless the newest backup holds it already. A failure stops nothing and is told. */
  keep(store: Store, why: 'import' | 'bulk' | 'daily', now: string): Promise<void>;
  /** Of the portfolio at this path; `null`: the last one that was needed was made. */
  failure(path: string): BackupFailure | null;
}

export function createAutomaticBackups(
  rule: () => BackupRule,
  changed: () => void,
  log: (entry: LogEntry) => void,
): AutomaticBackups {
  const failures = new Map<string, BackupFailure>();
  return {
    keep: async (store, why, now) => {
      const { automatic, budgetMb, folder } = rule();
      if (!automatic || store.readOnly || store.place() !== 'here') return;
      try {
        const newest = listBackupFiles(store.path, folder)[0];
        if (isYounger(newest, now, LEAST_AGE_MS[why]) || (await isBackedUp(store, folder))) return;
        await createBackup(store, now, folder, why satisfies BackupReason);
        const made = listBackupFiles(store.path, folder).filter(isAutomatic);
        dropBackups(store.path, backupsToDrop(made, now, budgetMb * MB), folder);
        failures.delete(store.path);
      } catch (error) {
        failures.set(store.path, { at: now, message: messageOf(error) });
        log({ level: 'error', event: 'automatic backup failed', error: String(error) });
      }
      changed();
    },
    failure: (path) => failures.get(path) ?? null,
  };
}

/** Whether the newest backup is younger; a clock that was set back makes none. */
function isYounger(newest: { readonly createdAt: string } | undefined, now: string, leastMs: number): boolean {
  if (!newest) return false;
  const age = Date.parse(now) - Date.parse(newest.createdAt);
  return age >= 0 && age < leastMs;
}

function messageOf(error: unknown): string {
  if (error instanceof DomainError) return error.message;
  const full = error instanceof Error && 'code' in error && /FULL|ENOSPC/.test(String(error.code));
  return full
    ? 'There is no room for a backup on this disk. Make room on it, or let backups take less.'
    : 'A backup could not be made or was not whole. Look whether the folder of backups is writable, then back up by hand.';
}
