import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Returns when what was written of a file is on the disk. */
export function syncFile(path: string): void {
  const descriptor = openSync(path, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
