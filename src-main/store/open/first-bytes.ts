import { closeSync, constants, openSync, readSync } from 'node:fs';

/** Opens what may be anything to be read; a pipe that nobody writes into does not keep anybody. */
export const openAnything = (path: string): number => openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)); // Windows has none

/** The first bytes of a file; `null`: there are not so many, or they cannot be read. */
export function firstBytesOf(path: string, count: number): Buffer | null {
  let descriptor: number;
  try {
    descriptor = openAnything(path);
  } catch {
    return null;
  }
  try {
    const bytes = Buffer.alloc(count);
    return readSync(descriptor, bytes, 0, count, 0) === count ? bytes : null;
  } catch {
    return null;
  } finally {
    closeSync(descriptor);
  }
}
