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
import type { FileKey } from '../../open/file-key';
import { type HeldState, heldBytes, heldOf } from './held-file';
import type { HeldModels } from './held-models';
import { isSealed, sealed, unsealed } from './seal';

/** Fewer models are read from the portfolio in no time. */
export const FEWEST_KEPT = 5_000;
/** Not asked for so long (milliseconds), it goes. */
const UNUSED_MS = 30 * 86_400_000;
const ENDING = '.held';

/** Where the models of a portfolio are kept between two openings: a file of this computer that may be thrown away at any time. */
export interface HeldPlace {
  readonly folder: string;
  /** Of the program. */
  readonly version: string;
  /** What the portfolio is encrypted with, and so what is kept of it. */
  readonly key: FileKey | null;
}

const fileOf = (folder: string, path: string): string =>
  join(folder, `${createHash('sha256').update(path).digest('hex').slice(0, 32)}${ENDING}`);

/** What is kept of a portfolio that lies at `path`; `null`: nothing that is of use. */
export function loadHeld({ folder, version, key }: HeldPlace, path: string, format: number): ReturnType<typeof heldOf> {
  try {
    const file = readFileSync(fileOf(folder, path));
    return heldOf(key === null ? file : unsealed(file, key), { version, format, path });
  } catch {
    return null;
  }
}

/** Nothing comes of it where it cannot be written: it is a copy of what the portfolio holds. */
export function storeHeld({ folder, key }: HeldPlace, held: HeldModels, state: HeldState): void {
  const file = fileOf(folder, state.path);
  const beside = `${file}.${randomBytes(6).toString('hex')}.part`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const made = openSync(beside, 'wx', 0o600);
    try {
      const parts = heldBytes(held, state);
      for (const part of key === null ? parts : sealed(parts, key, state.path)) writeSync(made, part);
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
  const file = fileOf(folder, path);
  if (existsSync(file) && !isSealed(readFileSync(file))) rmSync(file, { force: true });
}

/** What was kept of portfolios that are not there any more, or that nobody has opened for long, goes. */
export function tidyHeld(folder: string, now: number): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    const path = name.endsWith(ENDING) ? pathIn(file) : null;
    if (path === null || !existsSync(path) || now - statSync(file).mtimeMs > UNUSED_MS) rmSync(file, { force: true });
  }
}

/** The portfolio whose models a file keeps, out of its first bytes; `null`: it is none of ours, or half of one. */
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
