import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** Where an engine that stays waits, and what it wants to hear first. */
export interface Resident {
  readonly pid: number;
  /** A socket of the system, or a pipe on Windows. */
  readonly address: string;
  /** Known to whoever may read the file that holds this: the same user. */
  readonly token: string;
}

/** What of the environment changes answers: where things lie, in which zone and language. */
const TELLS = /^(HOME|USERPROFILE|APPDATA|LOCALAPPDATA|XDG_.*|MODELFOLIO_.*|TZ|LANG|LC_.*|TMPDIR|TMP|TEMP)$/;

/** A folder of this user alone; `null`: there is none, so that nobody is asked and nobody waits. */
export function residentFolder(make: boolean): string | null {
  const { uid, username } = userInfo();
  const runtime = process.env.XDG_RUNTIME_DIR;
  const folder =
    process.platform !== 'win32' && runtime
      ? join(runtime, 'modelfolio')
      : join(tmpdir(), `modelfolio-${uid < 0 ? username : uid}`);
  try {
    if (make) mkdirSync(folder, { recursive: true, mode: 0o700 });
    const found = lstatSync(folder);
    // Somebody else may have made it before, to be asked in our place.
    const own = process.platform === 'win32' || (found.uid === uid && (found.mode & 0o077) === 0);
    return found.isDirectory() && own ? folder : null;
  } catch {
    return null;
  }
}

/**
 * The name by which one of the same program, user and environment is found; another build is another program.
 *
 * @param script of this program
 */
export function residentName(script: string): string {
  const { mtimeMs, size } = statSync(script);
  const environment = Object.entries(process.env)
    .filter(([name]) => TELLS.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const told = JSON.stringify([script, mtimeMs, size, process.versions.node, environment]);
  return createHash('sha256').update(told).digest('hex').slice(0, 16);
}

export const residentFile = (folder: string, name: string): string => join(folder, `${name}.json`);

/** Whom to ask; `null`: nobody waits there. */
export function findResident(script: string): Resident | null {
  try {
    const folder = residentFolder(false);
    if (folder === null) return null;
    const told: unknown = JSON.parse(readFileSync(residentFile(folder, residentName(script)), 'utf8'));
    return isResident(told) ? told : null;
  } catch {
    return null;
  }
}

const isResident = (told: unknown): told is Resident =>
  typeof told === 'object' &&
  told !== null &&
  typeof Reflect.get(told, 'pid') === 'number' &&
  typeof Reflect.get(told, 'address') === 'string' &&
  typeof Reflect.get(told, 'token') === 'string';
