import type Database from 'better-sqlite3';

export interface FoundEntry {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly label: string;
}

/** So many unreadable entries in a row are the end of the journal. */
const GIVE_UP = 2_000;

/** The entries after a number that can be read, each by itself; their chain is not looked at. */
export function entriesAfter(db: Database.Database, seq: number): readonly FoundEntry[] {
  const statement = db.prepare<[number], FoundEntry>('SELECT seq, at, actor, label FROM journal WHERE seq = ?');
  const found: FoundEntry[] = [];
  for (let at = seq + 1, misses = 0; misses < GIVE_UP; at += 1) {
    const entry = one(statement, at);
    if (entry === null) misses += 1;
    else {
      misses = 0;
      found.push(entry);
    }
  }
  return found;
}

function one(statement: Database.Statement<[number], FoundEntry>, seq: number): FoundEntry | null {
  try {
    return statement.get(seq) ?? null;
  } catch {
    return null;
  }
}

/** The number of the last entry; `null`: it lies where nothing can be read. */
export function lastEntryOf(db: Database.Database): number | null {
  try {
    return Number(db.prepare('SELECT coalesce(max(seq), 0) FROM journal').pluck().get());
  } catch {
    return null;
  }
}
