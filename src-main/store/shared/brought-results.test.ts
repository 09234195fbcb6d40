import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { collectResults } from '#domain/drift/collect-results';
import { appendResults } from '../drift/append';
import { reassignDrift } from '../drift/reassign';
import { encodeColumns } from '../drift/sqlite/codec';
import { sqlite } from '../journal/connection';
import { newModelRow } from '../models/model-writes';
import { DEFAULT_SETTINGS } from '../portfolio/settings';
import type { Store } from '../store';
import { testRequest } from '../testing/open-test-store';
import { turnBack } from '../testing/turn-back';
import { AlteredPoints, DamagedHere } from './altered-journal';
import { type Copy, expectAlike, shareAmong } from './testing/share-among';

const LATER = '2026-02-01T00:00:00.000Z';
const HOUR = 3_600_000;
const BINS = { bins: ['low', 'high'], edges: [0.5], reference: [10, 20], current: [11, 19] };

/** Records an hour of two series each, from one up to another. */
function record(store: Store, from: number, to: number, value = 0.1, modelId = 'm1', columns = ['age', 'income']) {
  const collected = collectResults();
  for (const column of columns)
    for (let hour = from; hour < to; hour += 1)
      collected.add({
        ...{ modelId, column, metric: 'psi', method: '', base: null, binning: '' },
        ...{ source: { tool: 'test', version: '1' }, at: new Date(Date.UTC(2025, 0, 1) + hour * HOUR).toISOString() },
        ...{ windowStart: null, value: value + (hour % 13) / 1000, nRef: 1000, nCur: 600 + (hour % 7), nBins: 10 },
        ...{ lower: null, upper: null, verdict: null, row: hour, distribution: hour === from ? BINS : null },
      });
  return store.write(testRequest('drift.record', LATER), async (write) => ({
    label: 'Record',
    value: await appendResults(write, collected.finish(), {
      ...{ newId: () => crypto.randomUUID(), actor: '', now: LATER, origin: '', importId: null },
    }),
  }));
}

interface Line {
  readonly of: string;
  readonly key: (string | number)[];
  row: Record<string, unknown> | null;
}

const linesOf = (payload: Buffer): Line[] =>
  brotliDecompressSync(payload)
    .toString()
    .split('\n')
    .map((line) => JSON.parse(line) as Line); // as the program packs them
const packed = (lines: readonly Line[]): Buffer =>
  brotliCompressSync(lines.map((line) => JSON.stringify(line)).join('\n'));

const hashOf = (store: Store): unknown =>
  sqlite(store.read)
    .prepare('SELECT group_concat(value) FROM (SELECT value FROM drift_tail ORDER BY series_id, at)')
    .pluck()
    .get();

describe('drift results that come with entries of others', () => {
  it('are taken over as they were recorded, moved, taken back, given back and given to another model', async () => {
    const { copies } = await shareAmong('Ada', 'Bo');
    const [ada, bo] = copies as [Copy, Copy];
    await record(ada.store, 0, 1300);
    await record(ada.store, 1300, 1490);
    // Others' points in the tail become a segment with the last of these.
    for (let from = 1490; from < 2400; from += 190)
      await record(from % 380 === 0 ? ada.store : bo.store, from, from + 190);
    expect(
      sqlite(bo.store.read).prepare('SELECT count(*) FROM drift_segments WHERE first_batch < last_batch').pluck().get(),
    ).toBe(2);
    await record(bo.store, 2300, 2310, 0.4);
    await turnBack(bo.store, 'undo', LATER);
    await turnBack(bo.store, 'redo', LATER);
    await bo.store.write(testRequest('models.merge', LATER), async (write) => {
      const model = newModelRow('m2', { name: 'Churn 2' }, [], DEFAULT_SETTINGS.reviewMonths, LATER);
      await write.insert('models', [model]);
      await reassignDrift(write, 'm1', 'm2');
      return { label: 'Merge', value: null };
    });
    await expectAlike(copies);
  });

  const forged: readonly (readonly [what: string, forge: (lines: Line[]) => Line[] | Buffer | null])[] = [
    ['nothing of it', () => null],
    ['what cannot be unpacked', () => Buffer.from('nothing of ours')],
    ['a table that is none of these', (lines) => [...lines, { of: 'models', key: ['m1'], row: null }]],
    ['another value', each('drift_tail', (row) => ({ ...row, value: 0.9 }))],
    ['a point less', (lines) => lines.filter(({ of }, at) => of !== 'drift_tail' || at !== lines.length - 1)],
    ['another distribution', each('drift_distributions', (row) => ({ ...row, content: '{}' }))],
    ['a row under the key of another', each('drift_tail', (row) => ({ ...row, at: 5 }))],
    [
      'a point of an earlier batch',
      (lines) => [...lines, { of: 'drift_tail', key: [1, 5, 1], row: { series_id: 1, at: 5, batch: 1, value: 0.9 } }],
    ],
    [
      'a point of no batch',
      (lines) => [...lines, { of: 'drift_tail', key: [1, 5, 77], row: { series_id: 1, at: 5, batch: 77 } }],
    ],
    ['an earlier segment that is gone', (lines) => [...lines, { of: 'drift_segments', key: [1], row: null }]],
    [
      'an earlier series by another name',
      (lines) => [...lines, { of: 'drift_series', key: [1], row: { ...SERIES, metric: 'js' } }],
    ],
    ['an earlier batch that leads elsewhere', (lines) => [...lines, { of: 'drift_loads', key: [1], row: null }]],
    ['its batch at another model', each('drift_loads', (row) => ({ ...row, model_id: 'm9' }))],
    ['a point of its batch at another model', (lines) => [...lines, point(3)]],
    ['a point of its batch at a series that is to come', (lines) => [...lines, point(99)]],
    ['a distribution of its batch at another model', (lines) => [...lines, distribution(3)]],
    ['a distribution of its batch at a series that is to come', (lines) => [...lines, distribution(99)]],
    ['a segment of its batch at another model', (lines) => [...lines, segment(9, 1, ITS)]],
    [
      'a segment of another time',
      (lines) => [...lines, { ...segment(9, 1, ITS, 1), row: { ...segment(9, 1, ITS, 1).row, from_at: 0 } }],
    ],
    ['a segment of more points than it holds', (lines) => [...lines, segment(9, 9e8)]],
  ];
  it.each(forged)('are refused where somebody put in their place: %s', async (_what, forge) => {
    const { copies, journal } = await shareAmong('Ada', 'Bo');
    const [ada, bo] = copies as [Copy, Copy];
    await record(ada.store, 0, 1300);
    await addModel(ada.store, 'm2');
    await record(ada.store, 0, 3, 0.1, 'm2');
    await bo.store.shared.catchUp(LATER);
    await record(ada.store, 1300, 1310);
    const last = journal.kept.at(-1);
    if (!last?.payload) throw new Error('nothing came along');
    const made = forge(linesOf(last.payload));
    journal.kept[journal.kept.length - 1] = { ...last, payload: Array.isArray(made) ? packed(made) : made };
    const before = hashOf(bo.store);
    await expect(bo.store.shared.catchUp(LATER)).rejects.toBeInstanceOf(AlteredPoints);
    expect(hashOf(bo.store)).toBe(before);
    journal.kept[journal.kept.length - 1] = last;
    await expectAlike(copies);
  });

  it.each([
    ['what it recorded', { digest: 'another' }],
    ['of which model', { model_id: 'm2' }],
    ['which points are its', { no: 77 }],
  ])('are refused where an entry says otherwise of a batch that is there: %s', async (_what, patch) => {
    const { copies } = await shareAmong('Ada', 'Bo');
    const [ada, bo] = copies as [Copy, Copy];
    await addModel(ada.store, 'm2');
    await record(ada.store, 0, 3);
    const id = sqlite(ada.store.read).prepare<[], string>('SELECT id FROM drift_batches').pluck().get() ?? '';
    await bo.store.shared.catchUp(LATER);
    await ada.store.write(testRequest('drift.record', LATER), async (write) => {
      expect(await write.update('drift_batches', [id], patch)).toBe(1);
      return { label: 'Mend', value: null };
    });
    await expect(bo.store.shared.catchUp(LATER)).rejects.toBeInstanceOf(AlteredPoints);
  });

  it('are told as damaged here, and not as altered there, where a file is damaged', async () => {
    const { copies } = await shareAmong('Ada', 'Bo', 'Cy');
    const [ada, bo, cy] = copies as [Copy, Copy, Copy];
    await record(ada.store, 0, 1300);
    await record(ada.store, 1300, 1303);
    for (const { store } of [bo, cy]) await store.shared.catchUp(LATER);
    damage(bo.store, 'UPDATE drift_tail SET value = 0.9 WHERE batch = 2');
    await turnBack(ada.store, 'undo', LATER);
    await turnBack(ada.store, 'redo', LATER);
    await expect(bo.store.shared.catchUp(LATER)).rejects.toBeInstanceOf(DamagedHere);
    await cy.store.shared.catchUp(LATER);
    damage(cy.store, 'UPDATE drift_segments SET from_at = from_at - 1 WHERE series_id = 1');
    // What is damaged is not what came.
    await record(ada.store, 1303, 1306, 0.1, 'm1', ['income']);
    await cy.store.shared.catchUp(LATER);
    await record(ada.store, 1306, 1309);
    await expect(cy.store.shared.catchUp(LATER)).rejects.toBeInstanceOf(DamagedHere);
  });
});

/** As a disk does. */
function damage({ path }: Store, sql: string): void {
  const db = new Database(path);
  expect(db.prepare(sql).run().changes).toBeGreaterThan(0);
  db.close();
}

const SERIES = {
  id: 1,
  model_id: 'm1',
  column_name: 'age',
  metric: 'psi',
  method: '',
  base: '',
  binning: '',
  tool: 'test',
};

function each(table: string, change: (row: Record<string, unknown>) => Record<string, unknown>) {
  return (lines: Line[]): Line[] => {
    const changed = lines.map((line) => (line.of === table && line.row ? { ...line, row: change(line.row) } : line));
    expect(changed).not.toEqual(lines);
    return changed;
  };
}

/** Of the batch that the forged entry brings. */
const ITS = 3;
const point = (series_id: number): Line => ({
  ...{ of: 'drift_tail', key: [series_id, 5, ITS] },
  row: { series_id, at: 5, batch: ITS, value: 0.95 },
});
const distribution = (series_id: number): Line => ({
  ...{ of: 'drift_distributions', key: [series_id, 5, ITS] },
  row: { series_id, at: 5, batch: ITS, content: '{}' },
});

const addModel = (store: Store, id: string) =>
  store.write(testRequest('models.create', LATER), async (write) => {
    await write.insert('models', [newModelRow(id, { name: id }, [], DEFAULT_SETTINGS.reviewMonths, LATER)]);
    return { label: 'Add', value: null };
  });

function segment(id: number, n: number, batch = 1, series_id = 3): Line {
  const block = encodeColumns(
    Array.from({ length: 11 }, (_, column) => Float64Array.of(column === 10 ? batch : 1)),
    0,
    1,
  );
  block.writeUInt32LE(n, 0);
  const points = { blob: block.toString('base64') };
  const row = { id, series_id, from_at: 1, to_at: 1, first_batch: batch, last_batch: batch, n, points };
  return { of: 'drift_segments', key: [id], row };
}
