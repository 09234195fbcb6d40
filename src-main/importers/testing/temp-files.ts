import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { readTable } from '../tabular/read-table';
import type { ReadOptions, Table } from '../tabular/table';

export interface TempFiles {
  /** Writes a real file into a folder of the test's own and answers its path. */
  write(name: string, content: string | Uint8Array): Promise<string>;
  path(name: string): string;
  read(name: string, content: string | Uint8Array, options?: Partial<ReadOptions>): Promise<Table>;
}

/** A folder for the tests of one file, removed behind them. */
export function tempFiles(): TempFiles {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'importers-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });
  const files: TempFiles = {
    path: (name) => join(folder, name),
    async write(name, content) {
      await writeFile(files.path(name), content);
      return files.path(name);
    },
    async read(name, content, options = {}) {
      const path = await files.write(name, content);
      return readTable(path, { encoding: 'auto', delimiter: 'auto', ...options });
    },
  };
  return files;
}
