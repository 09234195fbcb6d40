import { renameSync, writeFileSync } from 'node:fs';

/** Written beside and renamed: a crash leaves the old content, never half of the new one. */
export function writeBeside(file: string, content: string | Uint8Array): void {
  writeFileSync(`${file}.new`, content);
  renameSync(`${file}.new`, file);
}
