import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { collectResults } from '#domain/drift/collect-results';
import { appendResults } from '../../store/drift/append';
import { verifyJournal } from '../../store/journal/verify';
import { openTestStore, testRequest } from '../../store/testing/open-test-store';
import { type TestBackend, testBackend } from '../../testing/test-backend';
import { verificationMessage } from './verification-message';

const DAY = 86_400_000;

interface Made extends TestBackend {
  readonly modelId: string;
}

/** A model with two batches: a long one of three series, whose points lie in segments, and one of a point each, which lie in the tail. */
async function portfolio(): Promise<Made> {
  const engine = await testBackend();
  const { call } = engine;
  const { id: modelId } = await call('models.create', { name: 'Fraud', stage: 'monitored', since: '2020-01-01' });
  const at = (day: number): string => new Date(Date.UTC(2024, 0, 1) + day * DAY).toISOString();
  const result = (column: string, day: number) => ({
    ...{
      modelId,
      column,
      metric: 'psi' as const,
      source: { tool: 'Evidently' },
      at: at(day),
      nRef: 9000,
      nCur: 4000 + day,
    },
    value: 0.05 + (day % 31) / 1000,
  });
  const columns = ['age', 'income', 'region'];
  await call('drift.record', {
    results: columns.flatMap((column) => Array.from({ length: 600 }, (_, day) => result(column, day))),
  });
  await call('drift.record', { results: columns.map((column) => ({ ...result(column, 650), distribution: BINS })) });
  return { ...engine, modelId };
}

const NOW = '2026-11-23T12:00:00.000Z';
const OLD = {
  ...{
    modelId: 'm1',
    column: 'age',
    metric: 'psi',
    method: '',
    base: null,
    binning: '',
    source: { tool: 'test', version: '1' },
  },
  ...{
    windowStart: null,
    value: 0.1,
    nRef: 1000,
    nCur: 600,
    nBins: 10,
    lower: null,
    upper: null,
    verdict: null,
    row: null,
  },
  distribution: null,
};
const BINS = { bins: ['low', 'high'], edges: [0.5], reference: [10, 20], current: [11, 19] };

/** Changes a file as somebody does who has it and a database tool. */
function forge(file: string, work: string | ((db: Database.Database) => void)): void {
  const db = new Database(file);
  db.pragma('foreign_keys = OFF');
  if (typeof work === 'string') expect(db.prepare(work).run().changes).toBeGreaterThan(0);
  else work(db);
  db.close();
}

const UNPROVED = "UPDATE drift_batches SET digest = ''";

const OF = (column: string): string => `(SELECT id FROM drift_series WHERE column_name = '${column}')`;

/** Adds a little to one number of a segment, whose columns are values as they are. */
function forgeSegment(db: Database.Database, column: string): void {
  const row = db
    .prepare<[], { id: number; points: Buffer }>(
      `SELECT id, points FROM drift_segments WHERE series_id = ${OF(column)}`,
    )
    .get();
  if (!row) throw new Error('there is no segment');
  const block = Buffer.from(row.points);
  let place = 8;
  for (let at = 0; at < 2; at += 1) place += 8 + block.readUInt32LE(place + 4);
  expect(block.readUInt32LE(place)).toBe(4);
  place += 8 + 8 * 17;
  block.writeDoubleLE(block.readDoubleLE(place) + 0.3, place);
  db.prepare('UPDATE drift_segments SET points = ? WHERE id = ?').run(block, row.id);
}

describe('drift results that somebody altered past the program', () => {
  it('are proved where nobody did, taken back and given back, and merged into another model', async () => {
    const { call, modelId } = await portfolio();
    const whole = { ok: true, points: { batches: 2, unchecked: 0, points: 1803, differences: [] } };
    const verified = await call('journal.verify', {});
    expect(verified).toMatchObject(whole);
    expect(verified.message).toMatch(/So are the drift results of 2 batches\.$/);
    await call('history.undo', {});
    expect(await call('journal.verify', {})).toMatchObject({ ok: true, points: { batches: 1, points: 1803 } });
    await call('history.redo', {});
    expect(await call('journal.verify', {})).toMatchObject(whole);
    const { id: keep } = await call('models.create', { name: 'Fraud 2' });
    await call('models.merge', { keep, merge: [modelId] });
    expect(await call('journal.verify', {})).toMatchObject({ ok: true, points: { batches: 2, unchecked: 0 } });
  });

  it.each<[what: string, forgery: string | ((db: Database.Database) => void), column: string, recorded: RegExp]>([
    [
      'a value in the tail',
      `UPDATE drift_tail SET value = 0.9 WHERE series_id = ${OF('income')}`,
      'income',
      /psi of “income”/,
    ],
    ['a number of rows', `UPDATE drift_tail SET n_cur = 1 WHERE series_id = ${OF('age')}`, 'age', /psi of “age”/],
    ['a value in a segment', (db) => forgeSegment(db, 'region'), 'region', /psi of “region”/],
    [
      'a distribution',
      `UPDATE drift_distributions SET content = replace(content, '11', '12') WHERE series_id = ${OF('region')}`,
      ...(['region', /psi of “region”/] as const),
    ],
  ])('are found and located: %s', async (_what, forgery, column, recorded) => {
    const { call, file, modelId } = await portfolio();
    forge(file, forgery);
    const { ok, differences, points, message } = await call('journal.verify', {});
    expect({ ok, differences }).toEqual({ ok: false, differences: [] });
    expect(points.differences).toMatchObject([
      { what: 'changed', modelId, name: 'Fraud', tool: 'Evidently', series: { column, metric: 'psi' } },
    ]);
    expect(message).toMatch(recorded);
    expect(message).toMatch(/of the model “Fraud”, recorded on .* with Evidently, are not those that were recorded/);
  });

  it.each<[what: string, forgery: string, expected: object]>([
    ['a point that is gone', `DELETE FROM drift_tail WHERE series_id = ${OF('age')}`, { what: 'changed' }],
    [
      'a series by another name',
      "UPDATE drift_series SET metric = 'js' WHERE column_name = 'age'",
      { what: 'changed' },
    ],
    ['two series', 'UPDATE drift_tail SET value = 0.9', { what: 'changed', series: null }],
    ['a segment that nobody finds', 'UPDATE drift_segments SET to_at = from_at WHERE id = 1', { what: 'broken' }],
    ['a segment of another length', 'UPDATE drift_segments SET n = 3 WHERE id = 1', { what: 'broken' }],
    ['a segment of nothing', "UPDATE drift_segments SET points = x'00' WHERE id = 1", { what: 'broken' }],
    ['a digest', "UPDATE drift_batches SET digest = 'x' WHERE no = 2", { what: 'changed', series: null }],
    [
      'points that nobody recorded',
      `INSERT INTO drift_tail (series_id, at, batch, value) VALUES (${OF('age')}, 1, 99, 0.1)`,
      { what: 'nobodys', series: { column: 'age' } },
    ],
  ])('are found: %s', async (_what, forgery, expected) => {
    const { call, file } = await portfolio();
    forge(file, forgery);
    const { ok, points } = await call('journal.verify', {});
    expect(ok).toBe(false);
    expect(points.differences[0]).toMatchObject(expected);
  });

  it('are counted where there are more than are told', async () => {
    const { call, file, folder } = await portfolio();
    forge(file, (db) => {
      const add = db.prepare(`INSERT INTO drift_tail (series_id, at, batch, value) VALUES (${OF('age')}, ?, ?, 0.1)`);
      for (let no = 0; no < 5_000; no += 1) add.run(no, 100 + no);
    });
    const { points, message } = await call('journal.verify', {});
    expect(points).toMatchObject({ differing: 5_000 });
    expect(points.differences.length).toBeLessThan(5_000);
    expect(message).toContain('So are 4,999 more');
    const { evidence } = await call('journal.export', { out: join(folder, 'journal.evidence') });
    expect(evidence.message).toContain('5,000 values');
  });

  it('are proved from then on where a merge takes over what an earlier version recorded', async () => {
    const { call, file, modelId } = await portfolio();
    await call('workspace.close', {});
    forge(file, (db) => db.exec(UNPROVED));
    await call('workspace.open', { file });
    const { id: keep } = await call('models.create', { name: 'Fraud 2' });
    await call('models.merge', { keep, merge: [modelId] });
    expect((await call('journal.verify', {})).points).toMatchObject({ batches: 2, unchecked: 0, differing: 0 });
  });

  it('are found where a batch that was taken back counts again', async () => {
    const { call, file } = await portfolio();
    await call('history.undo', {});
    forge(file, 'DELETE FROM drift_loads WHERE no = 2');
    expect((await call('journal.verify', {})).points.differences).toMatchObject([{ what: 'nobodys' }]);
  });

  it('are told as not proved where an earlier version recorded them', async () => {
    const store = await openTestStore();
    await store.write(testRequest('drift.record', NOW), async (write) => {
      const collected = collectResults();
      collected.add({ ...OLD, at: NOW });
      await appendResults(write, collected.finish(), {
        newId: () => 'b1',
        actor: '',
        now: NOW,
        origin: '',
        importId: null,
      });
      // As an earlier version left it: its images have no such cell.
      await write.update('drift_batches', ['b1'], { digest: '' });
      return { label: 'Record', value: null };
    });
    forge(store.path, 'UPDATE drift_tail SET value = 0.9');
    const found = await store.snapshot(verifyJournal);
    expect(found).toMatchObject({ ok: true, points: { batches: 0, unchecked: 1, points: 1, differences: [] } });
    expect(verificationMessage(found)).toMatch(
      /1 batch of drift results was recorded by an earlier version, which kept no digest: nothing proves its points\.$/,
    );
  });
});
