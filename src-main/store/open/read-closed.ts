import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { DomainError } from '../../failure/domain-error';
import { readHandle } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { migrations } from '../migrations';
import type { Tables } from '../tables';
import { readPortfolioHeader, refuseUnfit } from './file-header';
import { keptStatements } from './kept-statements';
import { damaged, IN_MEMORY_LIMIT, readIntoMemory } from './open';

/**
 * Reads a portfolio file that must not be opened where it lies: a log under its name may belong to the file that lay there
 * before, and SQLite would take one for the other. It is read into memory.
 *
 * @throws DomainError `bad_file` where it is none of ours, of another version, or larger than 1 GB
 */
export async function readClosedPortfolio<T>(path: string, work: (read: ReadHandle) => Promise<T>): Promise<T> {
  const name = basename(path);
  readPortfolioHeader(path, migrations.length);
  if (statSync(path).size > IN_MEMORY_LIMIT)
    throw new DomainError('bad_file', `${name} is larger than 1 GB and cannot be compared before it is opened.`);
  const db = opened(path, name);
  try {
    if (refuseUnfit(db, name, migrations.length) < migrations.length)
      throw new DomainError('bad_file', `${name} is of an earlier format and cannot be compared before it is opened.`);
    const kysely = new Kysely<Tables>({ dialect: new SqliteDialect({ database: keptStatements(db) }) });
    return await work(readHandle({ db: kysely, sqlite: db }));
  } finally {
    db.close();
  }
}

function opened(path: string, name: string): Database.Database {
  try {
    return readIntoMemory(path);
  } catch (error) {
    throw damaged(name, error);
  }
}
