import { describe, expect, it, onTestFinished } from 'vitest';
import { sqlite } from '../journal/connection';
import { verifyJournal } from '../journal/verify';
import { newModelRow } from '../models/model-writes';
import { DEFAULT_SETTINGS } from '../portfolio/settings';
import type { Store } from '../store';
import { EMPTY_COLUMNS, type FactTable } from '../tables';
import { openTestStore, testRequest } from '../testing/open-test-store';
import { factsOf, keysIn, type PlantedRow, plantRows } from '../testing/planted-rows';
import { turnBack } from '../testing/turn-back';
import { reassignChildren } from './reassign-children';
import { removeFacts } from './remove-facts';

const NOW = '2026-01-02T00:00:00.000Z';

/** What a migration of a later day may add: what hangs on a model, what hangs on that, and what lets go of it. */
const LATER = `
  CREATE TABLE reviews (id TEXT PRIMARY KEY, model_id TEXT NOT NULL REFERENCES models (id), text TEXT NOT NULL) STRICT;
  CREATE TABLE review_notes (id TEXT PRIMARY KEY, review_id TEXT NOT NULL REFERENCES reviews (id),
    answers TEXT REFERENCES review_notes (id), score REAL) STRICT;
  CREATE TABLE watchers (id TEXT PRIMARY KEY, model_id TEXT REFERENCES models (id), hours INTEGER NOT NULL) STRICT;
`;

/** The tables get their line in the list, as a subject of our own would have one. */
async function addTables(store: Store, sql: string, names: readonly string[]): Promise<void> {
  Object.assign(EMPTY_COLUMNS, Object.fromEntries(names.map((name) => [name, {}])));
  onTestFinished(() => {
    for (const name of names) Reflect.deleteProperty(EMPTY_COLUMNS, name);
  });
  await store.write(testRequest(), async (write) => {
    sqlite(write.read).exec(sql);
    return { label: 'Update the structure', value: null };
  });
}

const STRUCTURES: readonly (readonly [string, (store: Store) => Promise<void>])[] = [
  ['the structure as it is', () => Promise.resolve()],
  [
    'one with tables that nobody has named',
    (store) => addTables(store, LATER, ['reviews', 'review_notes', 'watchers']),
  ],
];

/** `m1` with a row in every table that can point at it, and `m2` beside it. */
async function plantedStore(prepare: (store: Store) => Promise<void>) {
  const store = await openTestStore();
  await prepare(store);
  const { value: planted } = await store.write(testRequest(), async (write) => {
    const other = newModelRow('m2', { name: 'Fraud' }, [], DEFAULT_SETTINGS.reviewMonths, NOW);
    await write.insert('models', [other]);
    return { label: 'Plant', value: await plantRows(write, 'm1', 'm2') };
  });
  return { store, planted, before: factsOf(store) };
}

const write = (store: Store, work: Parameters<Store['write']>[1]) => store.write(testRequest(), work);

const rowOf = (facts: ReturnType<typeof factsOf>, { table, id }: Pick<PlantedRow, 'table' | 'id'>) =>
  facts.get(table)?.find((row) => row.id === id);

/** Its reference may be empty, but it is nothing without its model. */
const goesAlong = ({ table, required }: PlantedRow): boolean =>
  required || ['drift_bands', 'evidence', 'dependencies'].includes(table);

describe.each(STRUCTURES)('what hangs on a model, in %s', (_structure, prepare) => {
  it('is found by the keys of the file, all of them of facts and to an id', async () => {
    const { store, planted } = await plantedStore(prepare);
    const names = planted.map(({ table, column }) => `${table}.${column}`);
    const known = [
      'approvals.model_id',
      'drift_bands.model_id',
      'drift_batches.model_id',
      'incident_moves.incident_id',
      'incidents.model_id',
      'model_sources.model_id',
      'moves.model_id',
      'moves.replaced_by',
      'retraining_items.model_id',
    ];
    expect(names).toEqual(expect.arrayContaining(known));
    const strangers = keysIn(sqlite(store.read)).filter(({ table, to }) =>
      [table, to].some((name) => !(name in EMPTY_COLUMNS)),
    );
    expect(strangers, 'a table that is not journaled would keep its model from being deleted').toEqual([]);
  });

  it('goes with it or lets go of it, and an undo brings every row back as it was', async () => {
    const { store, planted, before } = await plantedStore(prepare);
    await write(store, async (handle) => ({
      label: 'Delete',
      value: await removeFacts(handle, 'models', ['m1']),
    }));
    const after = factsOf(store);
    const gone = new Set(['m1', 'v1']);
    for (const one of planted) if (goesAlong(one) && gone.has(one.pointsAt)) gone.add(one.id);
    for (const one of planted) {
      const row = rowOf(after, one);
      if (gone.has(one.id)) expect(row, `${one.table}.${one.column}`).toBeUndefined();
      else if (gone.has(one.pointsAt)) expect(row, `${one.table}.${one.column}`).toMatchObject({ [one.column]: null });
      else expect(row, `${one.table}.${one.column}`).toEqual(rowOf(before, one));
    }
    for (const [table, rows] of before) {
      const stays = rows.filter(({ id }) => !gone.has(id));
      expect(
        after.get(table)?.map(({ id }) => id),
        table,
      ).toEqual(stays.map(({ id }) => id));
    }
    expect(sqlite(store.read).pragma('foreign_key_check')).toEqual([]);
    await turnBack(store, 'undo');
    expect(factsOf(store)).toEqual(before);
    await turnBack(store, 'redo');
    expect(factsOf(store)).toEqual(after);
    expect((await verifyJournal(store.read)).whole).toBe(true);
  });

  it('can be given to another model, and an undo gives it back', async () => {
    const { store, planted, before } = await plantedStore(prepare);
    const { value: moved } = await store.write(testRequest(), async (handle) => ({
      label: 'Merge',
      value: await reassignChildren(handle, 'm1', 'm2'),
    }));
    const after = factsOf(store);
    const db = sqlite(store.read);
    for (const { table, column } of keysIn(db).filter(({ to }) => to === 'models'))
      expect(db.prepare(`SELECT count(*) FROM ${table} WHERE ${column} = 'm1'`).pluck().get(), table).toBe(0);
    for (const one of planted.filter(({ pointsAt }) => pointsAt === 'm1')) {
      const number = (table: FactTable, facts: typeof before): number =>
        facts.get(table)?.filter((row) => row[one.column] === 'm2').length ?? 0;
      // A move of m2 that says that m1 took over is no longer one of a model that was replaced.
      if (one.table === 'dependencies') {
        // Both ends may be the two: what would rest on itself goes.
        const rows = after.get('dependencies') ?? [];
        expect(rows.filter((row) => row.model_id === row.depends_on)).toEqual([]);
        continue;
      }
      const expected = one.column === 'replaced_by' ? 0 : number(one.table, before) + (moved.get(one.table) ?? 0);
      expect(number(one.table, after), `${one.table}.${one.column}`).toBe(expected);
    }
    await turnBack(store, 'undo');
    expect(factsOf(store)).toEqual(before);
    await turnBack(store, 'redo');
    expect(factsOf(store)).toEqual(after);
    // Nothing hangs on it any more: it goes alone.
    await write(store, async (handle) => ({
      label: 'Delete',
      value: await removeFacts(handle, 'models', ['m1']),
    }));
    const alone = new Map(after).set('models', after.get('models')?.filter(({ id }) => id !== 'm1') ?? []);
    expect(factsOf(store)).toEqual(alone);
  });
});

it('takes out rows that point at each other in a circle', async () => {
  const store = await openTestStore();
  const circle = `
    CREATE TABLE hens (id TEXT PRIMARY KEY, model_id TEXT NOT NULL REFERENCES models (id),
      egg_id TEXT NOT NULL REFERENCES eggs (id)) STRICT;
    CREATE TABLE eggs (id TEXT PRIMARY KEY, hen_id TEXT NOT NULL REFERENCES hens (id)) STRICT;`;
  await addTables(store, circle, ['hens', 'eggs']);
  await write(store, async (handle) => {
    // Tables that no list of types knows.
    await handle.insert('hens' as FactTable, [{ id: 'h', model_id: 'm1', egg_id: 'e' } as never]);
    await handle.insert('eggs' as FactTable, [{ id: 'e', hen_id: 'h' } as never]);
    return { label: 'Hatch', value: null };
  });
  const before = factsOf(store);
  await write(store, async (handle) => ({ label: 'Delete', value: await removeFacts(handle, 'models', ['m1']) }));
  expect([...factsOf(store)].flatMap(([, rows]) => rows.map(({ id }) => id))).toEqual(['portfolio']);
  await turnBack(store, 'undo');
  expect(factsOf(store)).toEqual(before);
});
