import Database from 'better-sqlite3';
import type { JournalRow } from '../../store/journal/tables';
import type { FactChange } from '../../store/tables';

export interface Known {
  readonly entry: JournalRow;
  readonly changes: readonly FactChange[];
}

/** The journal of a closed portfolio whose entries are all small. */
export function journalOf(file: string): readonly Known[] {
  const db = new Database(file, { readonly: true });
  try {
    const entries = db.prepare<[], JournalRow>('SELECT * FROM journal ORDER BY seq').all();
    const changes = db.prepare<[number], FactChange>('SELECT * FROM journal_changes WHERE seq = ? ORDER BY ord');
    return entries.map((entry) => ({ entry, changes: changes.all(entry.seq) }));
  } finally {
    db.close();
  }
}
