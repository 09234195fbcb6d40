import Database from 'better-sqlite3';

/** Behind what may wait there already. */
const FIRST = 100;

/** Written into a file as if its owner had given these without the server. */
export function plant(file: string, commands: readonly (readonly [channel: string, input: object])[]): void {
  const db = new Database(file);
  const put = db.prepare(
    `INSERT INTO sharing_waiting (id, no, seq, channel, input, seen, at, label, run_at, fields, ids, refusal)
     VALUES (?, ?, NULL, ?, ?, 0, '2026-11-23T10:00:00.000Z', 'Planted', NULL, '[]', '[]', NULL)`,
  );
  for (const [no, [channel, input]] of commands.entries())
    put.run(`p${no}`, FIRST + no, channel, JSON.stringify(input));
  db.pragma('journal_mode = DELETE');
  db.close();
}
