import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
import type Database from 'better-sqlite3';
import { DomainError } from '../../failure/domain-error';
import type { Migration } from '../migrations';
import type { TellRenewal } from '../renewal';
import { writeVerifiedCopy } from './copy';
import type { FileKey } from './file-key';
import { tellsOf } from './tell-of-large';

const LEDGER = `CREATE TABLE IF NOT EXISTS schema_migrations (
  version INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT`;

export const migrationHash = (migration: Migration): string =>
  createHash('sha256').update(`${migration.version}\n${migration.name}\n${migration.sql}`).digest('hex');

/** The list must count 1, 2, 3 … without a gap: a wrong list is a mistake of ours and stops the program. */
export function checkMigrationList(list: readonly Migration[]): void {
  list.forEach((migration, index) => {
    if (migration.version !== index + 1)
      throw new Error(`migration ${migration.name} has version ${migration.version}, expected ${index + 1}`);
  });
}

/**
 * Brings a file to the newest version in one transaction: all steps or none. A file that holds data is copied and the
 * copy verified first.
 *
 * @param key what the file is encrypted with, and so the copy
 * @param heard is told how far it is
 * @returns the path of that copy, or `null` when none was needed
 */
export function migrate(
  db: Database.Database,
  list: readonly Migration[],
  now: string,
  key: FileKey | null = null,
  heard?: TellRenewal,
): string | null {
  checkMigrationList(list);
  const from = Number(db.pragma('user_version', { simple: true }));
  const applied = from === 0 ? [] : readLedger(db);
  refuseForeignSteps(list, applied);
  const pending = list.filter((migration) => migration.version > from);
  if (pending.length === 0) return null;
  const total = pending.length + 2;
  const tell = tellsOf(db, heard);
  tell({ phase: `a copy of it as it is, with structure ${from}`, done: 0, total });
  const copy = from === 0 || db.memory ? null : copyBeforeUpdate(db, from, key);
  db.transaction(() => {
    db.exec(LEDGER);
    const note = db.prepare('INSERT INTO schema_migrations (version, name, hash, applied_at) VALUES (?, ?, ?, ?)');
    for (const [at, migration] of pending.entries()) {
      tell({ phase: `structure ${migration.version} of ${list.length}`, done: at + 1, total });
      db.exec(migration.sql);
      note.run(migration.version, migration.name, migrationHash(migration), now);
    }
    tell({ phase: 'a look whether all belongs together', done: total - 1, total });
    const orphans = db.pragma('foreign_key_check');
    if (Array.isArray(orphans) && orphans.length > 0)
      throw new Error('the migration leaves rows without their parents');
    db.pragma(`user_version = ${list.length}`);
  }).immediate();
  return copy;
}

interface AppliedStep {
  readonly version: number;
  readonly hash: string;
}

export function readLedger(db: Database.Database): readonly AppliedStep[] {
  return db.prepare<[], AppliedStep>('SELECT version, hash FROM schema_migrations ORDER BY version').all();
}

export function refuseForeignSteps(list: readonly Migration[], applied: readonly AppliedStep[]): void {
  for (const step of applied) {
    const known = list[step.version - 1];
    if (!known || migrationHash(known) !== step.hash) {
      throw new DomainError(
        'bad_file',
        `This portfolio was built by a different Modelfolio (step ${step.version} of its structure is not ours). Open it with the version that made it; the file was not touched.`,
      );
    }
  }
}

function copyBeforeUpdate(db: Database.Database, version: number, key: FileKey | null): string {
  const { name, ext } = parse(db.name);
  let copy = join(dirname(db.name), `${name}.before-update-from-${version}${ext}`);
  for (let n = 2; existsSync(copy); n += 1)
    copy = join(dirname(db.name), `${name}.before-update-from-${version}-${n}${ext}`);
  writeVerifiedCopy(db, copy, key);
  return copy;
}
