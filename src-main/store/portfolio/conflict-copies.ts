import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { conflictName } from '#domain/base/conflict-copy';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { isPortfolioFile } from '../open/file-header';
import { readClosedPortfolio } from '../open/read-closed';
import type { Store } from '../store';

export interface ConflictCopy {
  /** Follows from its name. */
  readonly id: string;
  readonly path: string;
  readonly fileName: string;
  readonly program: string;
  /** ISO: when the file was written. */
  readonly changedAt: string;
  readonly sizeBytes: number;
}

/** Files beside a portfolio that are called like copies which a conflict left; nothing is read of them. */
export function conflictNamesBeside(path: string): readonly string[] {
  try {
    const own = basename(path);
    return readdirSync(dirname(path)).filter((name) => conflictName(own, name) !== null);
  } catch {
    return [];
  }
}

/** The copies beside the open portfolio that were once one with it. */
export async function listConflictCopies(store: Store): Promise<readonly ConflictCopy[]> {
  const found: ConflictCopy[] = [];
  for (const fileName of conflictNamesBeside(store.path)) {
    const path = join(dirname(store.path), fileName);
    const name = conflictName(basename(store.path), fileName);
    const file = statSync(path, { throwIfNoEntry: false });
    if (!name || !file?.isFile() || !isPortfolioFile(path)) continue;
    // `Acme (1)` may be another portfolio of one name: a copy has the first entry of the journal in common.
    if (name.doubtful && !(await beginsAlike(store.read, path, `${file.size} ${file.mtimeMs}`))) continue;
    found.push({
      id: createHash('sha256').update(fileName).digest('hex').slice(0, 16),
      path,
      fileName,
      program: name.program,
      changedAt: file.mtime.toISOString(),
      sizeBytes: file.size,
    });
  }
  return found.sort((a, b) => b.changedAt.localeCompare(a.changedAt));
}

/** What was read of a file is true as long as it is the same. */
const firsts = new Map<string, { readonly of: string; readonly hash: string | null }>();

async function beginsAlike(read: ReadHandle, path: string, of: string): Promise<boolean> {
  let known = firsts.get(path);
  if (known?.of !== of) {
    known = { of, hash: await readClosedPortfolio(path, firstHash).catch(() => null) };
    firsts.set(path, known);
  }
  return known.hash !== null && known.hash === (await firstHash(read));
}

async function firstHash(read: ReadHandle): Promise<string | null> {
  const row = await tables(read).selectFrom('journal').select('hash').where('seq', '=', 1).executeTakeFirst();
  return row?.hash ?? null;
}
