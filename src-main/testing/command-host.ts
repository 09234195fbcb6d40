import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { buildForTests, ROOT } from './build-for-tests';

export { ROOT };

/**
 * The command host as it ships, so that a process can be killed while it works.
 *
 * @param name of the folder that it is built into: a file of tests has its own
 * @returns the script
 */
export async function buildCommandHost(name: string): Promise<string> {
  const folder = await buildForTests(name, {
    command: 'src-main/hosts/command/command.ts',
    reader: 'src-main/readers/reader.ts',
  });
  return join(folder, 'command.js');
}

/** Runs a command to its end and answers what it printed. */
export const runCommand = (script: string, folder: string, args: readonly string[]): string =>
  execFileSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    cwd: ROOT,
    env: { ...process.env, MODELFOLIO_USER_DATA: join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
