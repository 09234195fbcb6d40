import { renameSync, writeFileSync } from 'node:fs';

/**
 * Written beside and renamed: a crash leaves the old content, never half of the new one.
 *
 * @param mode of a file that nobody else of this computer is to read: 0o600
 */
export function writeBeside(file: string, content: string | Uint8Array, mode?: number): void {
  writeFileSync(`${file}.new`, content, { mode });
  renameSync(`${file}.new`, file);
}
