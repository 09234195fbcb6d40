import { basename } from 'node:path';
import { DomainError } from '../../failure/domain-error';
import { migrations } from '../migrations';
import { readClosedFile } from './closed-file';
import { isWhole } from './damaged-tables';
import { schemaDifference } from './exact-schema';
import { readPortfolioHeader, refuseUnfit } from './file-header';
import { keyOf } from './open-database';

/** Throws `bad_file`, or `locked`, with a sentence unless the file is a whole, undamaged portfolio of ours that this program can read. */
export function checkCopy(path: string): void {
  readPortfolioHeader(path, migrations.length);
  const name = basename(path);
  keyOf(path);
  const difference = inWhole(name, () =>
    readClosedFile(path, (db) => {
      refuseUnfit(db, name, migrations.length);
      // Its structure first: what SQLite looks through the rows with may be code of whoever made the file.
      const other = schemaDifference(db, migrations);
      if (other === null && !isWhole(db)) throw damaged(name);
      return other;
    }),
  );
  if (difference !== null)
    throw new DomainError('bad_file', `${name} ${difference}; nothing was changed. Choose another backup.`);
}

function inWhole<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof DomainError ? error : damaged(name);
  }
}

const damaged = (name: string): DomainError =>
  new DomainError('bad_file', `${name} is damaged; nothing was changed. Choose another backup.`);

/** How many models a portfolio file holds that is not open; `null`: it cannot be read, or its structure is not ours. */
export function countModelsIn(path: string): number | null {
  try {
    return readClosedFile(path, (db) =>
      schemaDifference(db, migrations) === null
        ? Number(db.prepare('SELECT count(*) FROM models').pluck().get())
        : null,
    );
  } catch {
    return null;
  }
}

/** The hash of the last entry in the journal of a portfolio file that is not open; `null`: it cannot be read. */
export const journalHeadIn = (path: string): string | null =>
  readOfJournal(path, (db) =>
    String(db.prepare('SELECT hash FROM journal ORDER BY seq DESC LIMIT 1').pluck().get() ?? ''),
  );

/** The number of its last entry. */
export const journalLengthIn = (path: string): number | null =>
  readOfJournal(path, (db) => Number(db.prepare('SELECT coalesce(max(seq), 0) FROM journal').pluck().get()));

function readOfJournal<T>(
  path: string,
  read: (db: Parameters<Parameters<typeof readClosedFile>[1]>[0]) => T,
): T | null {
  try {
    return readClosedFile(path, (db) => (schemaDifference(db, migrations) === null ? read(db) : null));
  } catch {
    return null;
  }
}
