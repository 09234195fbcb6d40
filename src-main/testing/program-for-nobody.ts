import { chmodSync, copyFileSync, cpSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Root may write everywhere: what a right to write decides is asked as the user without any. */
export const NOBODY = { uid: 65_534, gid: 65_534 } as const;

export interface CopiedProgram {
  readonly node: string;
  readonly script: string;
}

/** Node, a script with what lies beside it and the packages it loads, where nobody may read them: a checkout and its Node may be private to root. */
export function programForNobody(folder: string, script: string, packages: readonly string[]): CopiedProgram {
  const target = join(folder, 'program');
  mkdirSync(target);
  const copied = { node: join(target, basename(process.execPath)), script: join(target, basename(script)) };
  copyFileSync(process.execPath, copied.node);
  cpSync(dirname(script), target, { recursive: true });
  for (const path of packages) cpSync(path, join(target, 'node_modules', basename(path)), { recursive: true });
  // Whatever the umask took away.
  for (const name of ['.', ...readdirSync(target, { recursive: true, encoding: 'utf8' })])
    chmodSync(join(target, name), 0o755);
  return copied;
}

/** The nearest folder on the way down to `path` that only its owner may pass; `null`: nobody may pass them all. */
export function closedFolder(path: string): string | null {
  const above = dirname(path);
  if (above === path) return null;
  return (statSync(above).mode & 0o001) === 0 ? above : closedFolder(above);
}
