import { join } from 'node:path';
import { build } from 'vite';

export const ROOT = join(import.meta.dirname, '../..');

const folderOf = (name: string): string => join(ROOT, 'node_modules/.cache/modelfolio-test', name);

/** Where `reader-setup.ts` puts the reader of files before any test runs. */
export const READER = join(folderOf('reader'), 'reader.js');

/**
 * Builds parts of the program as they ship, for tests that need them as scripts of their own.
 *
 * @returns the folder that they are in
 */
export async function buildForTests(name: string, input: Readonly<Record<string, string>>): Promise<string> {
  const outDir = folderOf(name);
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'silent',
    ssr: { noExternal: true, external: ['better-sqlite3', 'better-sqlite3-multiple-ciphers'] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      rollupOptions: { input, output: { entryFileNames: '[name].js' } },
    },
  });
  return outDir;
}
