import { expect, it } from 'vitest';
import { collectResults } from '#domain/drift/collect-results';
import { thinnedPlaces } from '#domain/drift/thin-out';
import { sqlite, tables } from '../../journal/connection';
import { openTestStore, testRequest } from '../../testing/open-test-store';
import { appendResults } from '../append';
import { type PointRange, pointStatements, readPoints, STORED_COLUMNS } from './points';
import { readThinned } from './thinned';

const NOW = '2026-11-23T12:00:00.000Z';
const START = Date.UTC(2020, 0, 1);
const HOUR = 3_600_000;

/** A series of segments and a tail, some of whose points were replaced, and some taken back. */
async function makeSeries() {
  const store = await openTestStore();
  const append = (from: number, to: number, value: (place: number) => number) =>
    store.write(testRequest('test', NOW), async (write) => {
      const collected = collectResults();
      for (let place = from; place < to; place += 1)
        collected.add({
          ...{ modelId: 'm1', column: 'age', metric: 'psi', method: '', base: null, binning: '' },
          ...{ source: { tool: 'test', version: '1' }, windowStart: null, nRef: 1000, nCur: 600 + (place % 7) },
          ...{ at: new Date(START + place * HOUR).toISOString(), value: place % 97 === 0 ? null : value(place) },
          ...{ nBins: 10, lower: null, upper: place / 8, verdict: place % 5 === 0 ? 'drift' : null },
          ...{ row: place, distribution: null },
        });
      const request = { newId: () => crypto.randomUUID(), actor: 'Ada', now: NOW, origin: '', importId: null };
      return { label: 'Append', value: await appendResults(write, collected.finish(), request) };
    });
  const wave = (place: number): number => Math.sin(place / 40) + (place === 1777 ? 50 : 0);
  await append(0, 2600, wave);
  return { store, append, wave };
}

const RANGES: readonly PointRange[] = [
  { from: -9e15, to: 9e15 },
  { from: START + 150 * HOUR, to: START + 1190 * HOUR },
  { from: START + 2550 * HOUR, to: START + 2700 * HOUR },
  { from: START - 9 * HOUR, to: START - HOUR },
];

it('answers what reading all points and then leaving some out would', async () => {
  const { store, append, wave } = await makeSeries();
  const same = (): void => {
    const statements = pointStatements(sqlite(store.read));
    const dead = new Set(statements.deadBatches.all('m1'));
    for (const range of RANGES) {
      const all = readPoints(statements, 1, range, dead);
      for (const most of [4, 50, 900, 5000]) {
        const { n, points } = readThinned(statements, 1, range, dead, most);
        const places = [...thinnedPlaces(all.value, most)];
        expect(n).toBe(all.at.length);
        for (const name of STORED_COLUMNS)
          expect([...points[name]], name).toEqual(places.map((place) => all[name][place]));
      }
    }
  };
  same();
  await append(2600, 2650, wave);
  same();
  await append(900, 1700, (place) => -place);
  same();
  await store.write(testRequest('test', NOW), async (write) => {
    const [last] = await tables(write.read)
      .selectFrom('drift_batches')
      .select('id')
      .orderBy('no', 'desc')
      .limit(1)
      .execute();
    await write.remove('drift_batches', [last?.id ?? '']);
    return { label: 'Take back', value: null };
  });
  same();
});

it('keeps a spike of one point among thousands', async () => {
  const { store } = await makeSeries();
  const { points } = readThinned(pointStatements(sqlite(store.read)), 1, { from: -9e15, to: 9e15 }, new Set(), 12);
  expect(Math.max(...[...points.value].filter((value) => !Number.isNaN(value)))).toBeGreaterThan(49);
  expect(points.row[points.value.findIndex((value) => value > 49)]).toBe(1777);
});
