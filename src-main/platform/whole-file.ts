import { rename, rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { DomainError } from '../failure/domain-error';

/**
 * Writes a file beside its place and puts it there when it is whole: a failure, a full disk or a cancel leaves what was
 * there before, never half of the new file. Answers its size in bytes.
 */
export async function writeWholeFile(path: string, write: (beside: string) => Promise<void>): Promise<number> {
  const beside = `${path}.part`;
  try {
    await write(beside);
    const { size } = await stat(beside);
    await rename(beside, path);
    return size;
  } catch (error) {
    await rm(beside, { force: true });
    if (!isSystemError(error)) throw error;
    throw new DomainError(
      'bad_file',
      `The file ${basename(path)} could not be written there. Look whether the folder is there and writable, and the disk has room.`,
    );
  }
}

/** A sentence of ours goes out as it is; what the system says (ENOENT, EACCES, ENOSPC …) becomes one. */
const isSystemError = (error: unknown): boolean => error instanceof Error && 'errno' in error;
