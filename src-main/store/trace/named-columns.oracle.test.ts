import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, vi } from 'vitest';
import type { QueryChannel } from '#contract/index';
import { changedTemplate } from '../../exporters/deck/testing/other-templates';
import { type Known, QUESTIONS } from '../../testing/freshness/questions';
import { tellStory } from '../../testing/freshness/story';
import { temporaryFolder, testBackend } from '../../testing/test-backend';
import { namedSources, type Schema } from './named-columns';

interface Step {
  readonly opcode: string;
  readonly p1: number;
  readonly p2: number;
  readonly p3: number;
}

/** A tree of the file: a table's own, or one of an index. Its columns in the order in which they are stored. */
interface Tree {
  readonly table: string;
  readonly columns: readonly (string | null)[];
}

/** What SQLite itself opens and takes columns from, by its own program for a statement. */
function programOf(db: Database.Database, trees: ReadonlyMap<number, Tree>, sql: string) {
  const parameters = sql.replace(/'(?:[^']|'')*'/g, '').split('?').length - 1;
  const steps = db.prepare<null[], Step>(`EXPLAIN ${sql}`).all(...new Array<null>(parameters).fill(null));
  const opened = new Map<number, Tree>();
  const read = new Set<string>();
  const written = new Set<string>();
  for (const { opcode, p1, p2, p3 } of steps) {
    if (!/^(Open|Reopen)(Read|Write|Idx)$/.test(opcode)) continue;
    // Another database than the file's own holds SQLite's temporary tables.
    const tree = p3 === 0 ? trees.get(p2) : undefined;
    if (!tree) continue;
    opened.set(p1, tree);
    (opcode === 'OpenWrite' ? written : read).add(tree.table);
  }
  for (const { opcode, p1, p2 } of steps) {
    const tree = opcode === 'Column' ? opened.get(p1) : undefined;
    const column = tree?.columns[p2];
    if (tree && column) read.add(`${tree.table}.${column}`);
  }
  return { read, written };
}

function readTrees(db: Database.Database): ReadonlyMap<number, Tree> {
  const objects = db
    .prepare<[], { type: string; name: string; tbl_name: string; rootpage: number }>(
      "SELECT type, name, tbl_name, rootpage FROM sqlite_schema WHERE type IN ('table', 'index')",
    )
    .all();
  const stored = (from: string) => db.prepare<[], string | null>(`SELECT name FROM ${from}`).pluck().all();
  return new Map(
    objects.map(({ type, name, tbl_name: table, rootpage }) => {
      const [kept] = db.prepare<[], { wr: number }>(`PRAGMA table_list(${table})`).all();
      const key = kept?.wr === 1 && type === 'table' ? `sqlite_autoindex_${table}_1` : name;
      const columns =
        type === 'table' && key === name ? `pragma_table_info('${name}')` : `pragma_index_xinfo('${key}')`;
      return [rootpage, { table, columns: stored(columns) }];
    }),
  );
}

it('names at least what SQLite opens, in every statement that commands and questions run', {
  timeout: 60_000,
}, async () => {
  const prepare = vi.spyOn(Database.prototype, 'prepare');
  const folder = temporaryFolder();
  const { backend, call } = await testBackend({ folder, portfolio: false, acceptPaths: false });
  const file = (name: string, content?: string): string => {
    if (content !== undefined) writeFileSync(join(folder, name), content);
    return backend.grantFile(join(folder, name));
  };
  const ids = {
    model: '',
    other: '',
    incident: '',
    challenger: '',
    importId: '',
    connection: '',
    assessment: '',
    earlier: '',
    offer: '',
  };
  const inventory = file('inventory.csv', 'name\nChurn\n');
  writeFileSync(
    join(folder, 'client.potx'),
    changedTemplate((_, xml) => xml),
  );
  const known: Known = {
    folder,
    inventory,
    template: file('client.potx'),
    out: file('out.csv'),
    ...ids,
    scenario: '',
    rival: '',
    series: 0,
  };
  await tellStory({ file, give: call, ask: call }, known);
  for (const channel of Object.keys(QUESTIONS) as QueryChannel[]) // the keys of QUESTIONS are query channels
    for (const input of QUESTIONS[channel](known)) await backend.dispatch(channel, input);
  await backend.close();
  const texts = [...new Set(prepare.mock.calls.map(([sql]) => sql))];
  prepare.mockRestore();

  const db = new Database(join(folder, 'acme.modelfolio'), { readonly: true });
  const trees = readTrees(db);
  const schema: Schema = new Map(
    [...trees.values()].map(({ table }) => [
      table,
      new Set(db.prepare<[], string>(`SELECT name FROM pragma_table_info('${table}')`).pluck().all()),
    ]),
  );
  const facts = texts.filter((sql) => namedSources(sql, schema).reads.length > 0 && !/^\s*(CREATE|ALTER)/.test(sql));
  expect(facts.length).toBeGreaterThan(150);
  for (const sql of facts) {
    const { read, written } = programOf(db, trees, sql);
    const named = namedSources(sql, schema);
    const tables = new Set(named.writes.map((source) => source.replace(/\..*/, '')));
    expect(
      [...written].filter((table) => !tables.has(table)),
      sql,
    ).toEqual([]);
    if (written.size > 0) continue; // an update takes whole rows to write them again
    const missed = [...read].filter(
      (source) => !named.reads.includes(source) && !named.reads.includes(source.replace(/\..*/, '.*')),
    );
    expect(missed, sql).toEqual([]);
  }
  db.close();
});
