import { createHash } from 'node:crypto';
import { setTimeout as rest } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { SharedEngine } from './shared-engine';
import { engineOf, type Member } from './shared-members';

/** @returns how they stand where nothing of it changes any more and they are not alike; `null`: they are */
async function comeTogether(engines: readonly SharedEngine[]): Promise<string | null> {
  let last = '';
  for (let still = 0; still < 100; still += 1) {
    const standings = await Promise.all(
      engines.map(
        async ({ call }) =>
          (await call('share.status', {})) as { head: { seq: number }; pending: number; state: string },
      ),
    );
    const alike = new Set(standings.map(({ head }) => head.seq)).size === 1;
    if (alike && standings.every(({ pending, state }) => pending === 0 && state === 'connected')) return null;
    const said = JSON.stringify(standings.map(({ head, pending, state }) => [head.seq, pending, state]));
    if (said !== last) still = 0;
    last = said;
    await rest(100);
  }
  return last;
}

/** Every copy once more, with the server there: alike, whole, and with all that was acknowledged, once. */
export async function compareCopies(members: readonly Member[]): Promise<{ edits: number; found: string[] }> {
  const found: string[] = [];
  const engines = [];
  for (const { who, folder, file } of members) {
    const one = await engineOf(folder, who);
    await one.call('workspace.open', { file });
    engines.push({ ...one, who, file });
  }
  // What waited is shared by the last who came; then everybody has all.
  const apart = await comeTogether(engines);
  if (apart !== null) found.push(`the copies did not come together: ${apart}`);
  for (const { call, who } of engines) {
    const { ok, message } = (await call('share.verify', {})) as { ok: boolean; message: string };
    if (!ok) found.push(`${who}: ${message}`);
    const { rows } = (await call('share.pending', {})) as {
      rows: { label: string; refusal: { message: string } | null }[];
    };
    for (const { label, refusal } of rows)
      found.push(`${who}: “${label}” waits: ${refusal?.message ?? 'for the server'}`);
  }
  for (const { backend } of engines) await backend.close();
  const contents = engines.map(({ file }) => contentOf(file));
  for (const [index, content] of contents.entries())
    for (const [table, hash] of content)
      if (hash !== contents[0]?.get(table))
        found.push(`${engines[index]?.who} has another ${table} than ${engines[0]?.who}`);
  const journal = labelsOf(engines[0]?.file ?? '');
  let edits = 0;
  for (const { who, done } of members)
    for (const name of done) {
      edits += 1;
      const times = journal.get(name) ?? 0;
      if (times !== 1) found.push(`${who}: “${name}” was acknowledged and is there ${times} times`);
    }
  return { edits, found: found.slice(0, 10) };
}

/** How often each name was given. */
function labelsOf(file: string): ReadonlyMap<string, number> {
  const db = new Database(file, { readonly: true });
  try {
    const given = db
      .prepare<[], string>(
        "SELECT json_extract(after, '$.name') FROM journal_changes WHERE entity = 'models' AND json_extract(after, '$.name') IS NOT NULL",
      )
      .pluck()
      .all();
    const times = new Map<string, number>();
    for (const name of given) times.set(name, (times.get(name) ?? 0) + 1);
    return times;
  } finally {
    db.close();
  }
}

function contentOf(file: string): ReadonlyMap<string, string> {
  const db = new Database(file, { readonly: true });
  try {
    const tables = db
      .prepare<[], string>(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sharing%' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'schema_%' ORDER BY name",
      )
      .pluck()
      .all();
    const rowsOf = (table: string): string[] =>
      db
        .prepare(`SELECT * FROM "${table}"`)
        .all()
        .map((row) => JSON.stringify(row))
        .sort();
    return new Map(tables.map((table) => [table, createHash('sha256').update(rowsOf(table).join()).digest('hex')]));
  } finally {
    db.close();
  }
}
