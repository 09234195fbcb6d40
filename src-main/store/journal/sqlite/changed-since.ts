import type Database from 'better-sqlite3';
import { modelsOf, unpacked } from '../blocks';
import type { JournalBlockRow } from '../tables';

/** The journal's latest entry. Its number alone would not do: a restored backup may have another entry of that number. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

export const journalHead = (db: Database.Database): Head =>
  db.prepare<[], Head>('SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1').get() ?? { seq: 0, hash: '' };

/** Whether the journal that is there goes on from this entry. */
export const goesOnFrom = (db: Database.Database, { seq, hash }: Head): boolean =>
  db.prepare<[number], string>('SELECT hash FROM journal WHERE seq = ?').pluck().get(seq) === hash;

/** Whether something else than entries changed the content after this one: a restored backup, a repair. */
export const replacedAfter = (db: Database.Database, { seq }: Head): boolean =>
  db
    .prepare("SELECT 1 FROM journal WHERE seq > ? AND changes = 0 AND channel NOT LIKE 'reports.%' LIMIT 1")
    .get(seq) !== undefined;

export const changesInBlocksAfter = (db: Database.Database, seq: number): number =>
  db.prepare<[number], number>('SELECT total(changes) FROM journal_blocks WHERE seq > ?').pluck().get(seq) ?? 0;

export const modelsOfBlocksAfter = (db: Database.Database, seq: number): readonly string[] =>
  db
    .prepare<[number], JournalBlockRow>('SELECT * FROM journal_blocks WHERE seq > ?')
    .all(seq)
    .flatMap((block) => modelsOf(unpacked(block)));

/**
 * The models that entries after this one concern, and those that something was taken away from. `null`: more than `most`,
 * or something else than entries changed the content (a restored backup, a repair).
 */
export function modelsChangedAfter(db: Database.Database, head: Head, most: number): ReadonlySet<string> | null {
  const { seq } = head;
  if (!goesOnFrom(db, head)) return null;
  if (replacedAfter(db, head) || changesInBlocksAfter(db, seq) > most) return null;
  // What was given to another model concerns both; an image names the model where that column is in it.
  const images = ['before', 'after'].map(
    (image) => `UNION SELECT json_extract(${image}, '$.model_id') AS model FROM journal_changes
      WHERE seq > ? AND ${image} LIKE '%"model_id"%' AND model IS NOT NULL`,
  );
  const ids = db
    .prepare<number[], string>(
      `SELECT model_id FROM journal_changes WHERE seq > ? AND model_id IS NOT NULL ${images.join(' ')} LIMIT ?`,
    )
    .pluck()
    .all(seq, seq, seq, most + 1);
  if (ids.length > most) return null;
  return new Set([...ids, ...modelsOfBlocksAfter(db, seq)]);
}

/** Whether entries after this one changed the limits of drift for more than one model. */
export const changedAllBandsAfter = (db: Database.Database, { seq }: Head): boolean =>
  db
    .prepare("SELECT 1 FROM journal_changes WHERE seq > ? AND entity = 'drift_bands' AND model_id IS NULL LIMIT 1")
    .get(seq) !== undefined;
