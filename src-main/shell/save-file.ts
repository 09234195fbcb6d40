import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { DomainError } from '../failure/domain-error';

/** What the page wants to have saved. */
export interface FileToSave {
  readonly suggestedName: string;
  readonly content: Uint8Array;
}

/** Pictures, tables and reports; what is larger is a mistake. */
const MOST_BYTES = 256 * 1024 * 1024;

/** What came over the bridge, or a refusal. */
export function fileToSave(raw: unknown): FileToSave {
  if (typeof raw === 'object' && raw !== null && 'suggestedName' in raw && 'content' in raw) {
    const { suggestedName, content } = raw;
    if (typeof suggestedName === 'string' && content instanceof Uint8Array && content.byteLength <= MOST_BYTES) {
      return { suggestedName, content };
    }
  }
  throw new DomainError('invalid_input', 'The page handed over nothing that could be saved.');
}

/** Written beside and renamed: a full disk leaves the old file, never half of the new one. */
export function writeWhole(path: string, content: Uint8Array): void {
  const beside = `${path}.part`;
  try {
    writeFileSync(beside, content);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
