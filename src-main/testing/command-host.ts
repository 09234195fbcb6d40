import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';

export const ROOT = join(import.meta.dirname, '../..');

/**
 * The command host as it ships, so that a process can be killed while it works.
 *
 * @param name of the folder that it is built into: a file of tests has its own
 * @returns the script
 */
export async function buildCommandHost(name: string): Promise<string> {
  const outDir = join(ROOT, 'node_modules/.cache/modelfolio-test', name);
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'silent',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: 'src-main/hosts/command/command.ts',
      outDir,
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: 'command.js' } },
    },
  });
  return join(outDir, 'command.js');
}

/** Runs a command to its end and answers what it printed. */
export const runCommand = (script: string, folder: string, args: readonly string[]): string =>
  execFileSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    cwd: ROOT,
    env: { ...process.env, MODELFOLIO_USER_DATA: join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
