import { closeSync, openSync, readSync } from 'node:fs';

/** The first bytes of a file; `null`: there are not so many, or they cannot be read. */
export function firstBytesOf(path: string, count: number): Buffer | null {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
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
