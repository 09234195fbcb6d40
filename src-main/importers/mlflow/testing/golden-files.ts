import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { strToU8, zipSync } from 'fflate';
import type { GOLDEN_VERSIONS } from './golden';

/** What real servers and mlflow-export-import wrote of one registry: statements of its tables, and files by their paths. */
export interface GoldenFiles {
  readonly database: readonly string[];
  readonly store: Readonly<Record<string, string>>;
  readonly export: Readonly<Record<string, string>>;
}

export const readGoldenFiles = (version: (typeof GOLDEN_VERSIONS)[number]): GoldenFiles =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`./files-${version}.json`, import.meta.url)), 'utf8')) as GoldenFiles; // recorded

/** @returns the path of a database with these tables */
export function writeDatabase(folder: string, statements: readonly string[], name = 'mlflow.db'): string {
  const path = join(folder, name);
  const db = new Database(path);
  // Its tables name others that are not here.
  db.pragma('foreign_keys = OFF');
  for (const statement of statements) db.exec(statement);
  db.close();
  return path;
}

/** @returns the folder that the files lie in */
export function writeTree(folder: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    const at = join(folder, path);
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, text);
  }
  return folder;
}

export function writeZip(path: string, files: Readonly<Record<string, string>>, inside = ''): string {
  const entries = Object.entries(files).map(([name, text]) => [`${inside}${name}`, strToU8(text)] as const);
  writeFileSync(path, zipSync(Object.fromEntries(entries)));
  return path;
}
