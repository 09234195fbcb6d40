import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { FileKey } from '../open/file-key';
import { isSealed, sealed, unsealed } from './seal';

/** Fewer rows are read from the portfolio in no time. */
export const FEWEST_KEPT = 5_000;
/** Not asked for so long (milliseconds), it goes. */
const UNUSED_MS = 30 * 86_400_000;
const ENDING = '.held';

/** What is kept of a portfolio, each in a file of its own: the word stands in that file's name. */
export const KEPT = ['models', 'incidents'] as const;
export type KeptSubject = (typeof KEPT)[number];

/** Where something of a portfolio is kept between two openings: files of this computer that may be thrown away at any time. */
export interface KeptPlace {
  readonly folder: string;
  /** Of the program: another one may read rows otherwise. */
  readonly version: string;
  /** What the portfolio is encrypted with, and so what is kept of it. */
  readonly key: FileKey | null;
  /** Of the portfolio. */
  readonly path: string;
  /** How many migrations the portfolio has seen. */
  readonly format: number;
}

const fileOf = (folder: string, path: string, subject: KeptSubject): string =>
  join(folder, `${createHash('sha256').update(path).digest('hex').slice(0, 32)}.${subject}${ENDING}`);

/** The bytes that were kept, as `storeKept` was given them; `null`: there are none, or they open with another key. */
export function loadKept({ folder, key, path }: KeptPlace, subject: KeptSubject): Buffer | null {
  try {
    const file = readFileSync(fileOf(folder, path, subject));
    return key === null ? file : unsealed(file, key);
  } catch {
    return null;
  }
}

/** Nothing comes of it where it cannot be written: it is a copy of what the portfolio holds. */
export function storeKept({ folder, key, path }: KeptPlace, subject: KeptSubject, parts: readonly Uint8Array[]): void {
  const file = fileOf(folder, path, subject);
  const beside = `${file}.${randomBytes(6).toString('hex')}.part`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const made = openSync(beside, 'wx', 0o600);
    try {
      for (const part of key === null ? parts : sealed(parts, key, path)) writeSync(made, part);
    } finally {
      closeSync(made);
    }
    renameSync(beside, file);
  } catch {
    rmSync(beside, { force: true });
  }
}

/** Of a portfolio that is encrypted now, nothing plain stays. */
export function dropPlain(folder: string, path: string): void {
  for (const subject of KEPT) {
    const file = fileOf(folder, path, subject);
    if (existsSync(file) && !isSealed(readFileSync(file))) rmSync(file, { force: true });
  }
}

/** What was kept of portfolios that are not there any more, or that nobody has opened for long, goes. */
export function tidyKept(folder: string, now: number): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    const path = name.endsWith(ENDING) ? pathIn(file) : null;
    if (path === null || !existsSync(path) || now - statSync(file).mtimeMs > UNUSED_MS) rmSync(file, { force: true });
  }
}

/** The portfolio of which a file keeps something, out of its first bytes; `null`: it is none of ours, or half of one. */
function pathIn(file: string): string | null {
  const start = Buffer.alloc(16_384);
  const opened = openSync(file, 'r');
  try {
    readSync(opened, start, 0, start.length, 0);
  } finally {
    closeSync(opened);
  }
  const found = /"path":("(?:[^"\\]|\\.)*")/.exec(start.toString('utf8'))?.[1];
  return found === undefined ? null : String(JSON.parse(found));
}
