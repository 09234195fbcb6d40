import { randomBytes } from 'node:crypto';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DomainError } from '../failure/domain-error';
import { refusePortfolio } from './refuse-portfolio';

/** What a program that was killed left beside a place is taken away by the next one that writes there. */
const ABANDONED_MS = 60 * 60 * 1000;

/**
 * Writes a file beside its place and puts it there when it is whole: a failure, a full disk or a cancel leaves what was
 * there before, never half of the new file. Never over a portfolio, nor over what belongs to one. Answers its size in bytes.
 */
export async function writeWholeFile(path: string, write: (beside: string) => Promise<void>): Promise<number> {
  refusePortfolio(path);
  const beside = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    await removeAbandoned(path);
    // Made here and now, or not at all: a link that lies in wait under that name is not followed.
    await (await open(beside, 'wx')).close();
    await write(beside);
    const { size } = await stat(beside);
    refusePortfolio(path);
    await rename(beside, path);
    return size;
  } catch (error) {
    await rm(beside, { force: true });
    if (!isSystemError(error)) throw error;
    throw new DomainError(
      'bad_file',
      `The file ${basename(path)} could not be written there. Look whether the folder is there and writable, its name is not too long, and the disk has room.`,
    );
  }
}

async function removeAbandoned(path: string): Promise<void> {
  const folder = dirname(path);
  const start = `${basename(path)}.`;
  for (const name of await readdir(folder)) {
    if (!name.startsWith(start) || !/^[0-9a-f]{12}\.part$/.test(name.slice(start.length))) continue;
    const found = join(folder, name);
    const { mtimeMs } = await stat(found).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (Date.now() - mtimeMs > ABANDONED_MS) await rm(found, { force: true });
  }
}

/** A sentence of ours goes out as it is; what the system says (ENOENT, EACCES, ENOSPC …) becomes one. */
const isSystemError = (error: unknown): boolean => error instanceof Error && 'errno' in error;
