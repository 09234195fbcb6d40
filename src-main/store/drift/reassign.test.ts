import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DriftResult } from '#contract/drift/results';
import { collectResults } from '#domain/drift/collect-results';
import { tables } from '../journal/connection';
import { verifyJournal } from '../journal/verify';
import { newModelRow } from '../models/model-writes';
import { DEFAULT_SETTINGS } from '../portfolio/settings';
import type { Store } from '../store';
import { openTestStore, testRequest } from '../testing/open-test-store';
import { turnBack } from '../testing/turn-back';
import { appendResults } from './append';
import { listThinnedSeries } from './points';
import { reassignDrift } from './reassign';
import { listRetraining } from './retraining';
import { listBandOverrides, putBand } from './rules';
import { findDistribution } from './series';

const NOW = '2026-01-20T00:00:00.000Z';
const DAY = 86_400_000;
const timeOf = (place: number): number => Date.UTC(2026, 0, 1) + place * DAY;

function point(modelId: string, place: number, value: number, column = 'age'): DriftResult {
  return {
    modelId,
    column,
    metric: 'psi',
    method: '',
    base: 'e',
    binning: '',
    modelVersion: '',
    source: { tool: 'test', version: '1' },
    at: new Date(timeOf(place)).toISOString(),
    windowStart: null,
    value,
    nRef: 1000,
    nCur: 1000,
    nBins: 10,
    lower: null,
    upper: null,
    verdict: null,
    row: place,
    distribution: { bins: [`day ${place}`], edges: null, reference: [1], current: [value] },
  };
}

async function twoModels(): Promise<Store> {
  const store = await openTestStore();
  await store.write(testRequest(), async (write) => {
    const row = newModelRow('m2', { name: 'Fraud' }, [], DEFAULT_SETTINGS.reviewMonths, NOW);
    await write.insert('models', [{ ...row, stage: 'monitored' }]);
    return { label: 'Add a model', value: null };
  });
  return store;
}

function append(store: Store, results: readonly DriftResult[]) {
  const collected = collectResults();
  for (const one of results) collected.add(one);
  return store.write(testRequest('test', NOW), async (write) => ({
    label: 'Append',
    value: await appendResults(write, collected.finish(), {
      newId: write.newId,
      actor: 'Ada',
      now: NOW,
      origin: '',
      importId: null,
    }),
  }));
}

const merge = (store: Store) =>
  store.write(testRequest('test', NOW), async (write) => ({
    label: 'Merge',
    value: await reassignDrift(write, 'm1', 'm2'),
  }));

/** The value of each day of a model's one series. */
async function shown(store: Store, modelId: string): Promise<Readonly<Record<number, number>>> {
  const series = await listThinnedSeries(store.read, { modelId, column: 'age' }, {}, 100_000);
  expect(series.length).toBeLessThan(2);
  const { at = [], value = [] } = series[0]?.points ?? {};
  return Object.fromEntries([...at].map((time, i) => [(time - timeOf(0)) / DAY, value[i] ?? Number.NaN]));
}

const batchesOf = (store: Store, modelId: string) =>
  tables(store.read).selectFrom('drift_batches').selectAll().where('model_id', '=', modelId).orderBy('no').execute();

const takeBack = (store: Store, id: string) =>
  store.write(testRequest('test', NOW), async (write) => ({
    label: 'Take back',
    value: await write.remove('drift_batches', [id]),
  }));

describe('results of one model given to another', () => {
  it('count there with its own, and before them where both have one of a time; undo and redo (property)', async () => {
    const step = fc.record({
      modelId: fc.constantFrom('m1', 'm2'),
      places: fc.uniqueArray(fc.nat(30), { minLength: 1, maxLength: 12 }),
      value: fc.integer({ min: 1, max: 1000 }),
      takeBack: fc.nat(5),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
        const store = await twoModels();
        for (const { modelId, places, value, takeBack: nth } of steps) {
          await append(
            store,
            places.map((place) => point(modelId, place, value + place)),
          );
          const gone = nth === 0 ? (await batchesOf(store, modelId)).at(0) : undefined;
          if (gone) await takeBack(store, gone.id);
        }
        const [from, to] = [await shown(store, 'm1'), await shown(store, 'm2')];
        await merge(store);
        expect(await shown(store, 'm2')).toEqual({ ...to, ...from });
        expect(await shown(store, 'm1')).toEqual({});
        if (Object.keys(from).length === 0) return;
        await turnBack(store, 'undo', NOW);
        expect([await shown(store, 'm1'), await shown(store, 'm2')]).toEqual([from, to]);
        await turnBack(store, 'redo', NOW);
        expect(await shown(store, 'm2')).toEqual({ ...to, ...from });
        expect((await verifyJournal(store.read)).whole).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('keep who recorded them and what they replaced: an import taken back brings the earlier value back', async () => {
    const store = await twoModels();
    await append(store, [point('m1', 1, 0.1), point('m1', 2, 0.2)]);
    await append(store, [point('m1', 2, 0.9), point('m1', 1, 0.1)]);
    const before = await batchesOf(store, 'm1');
    await merge(store);
    const after = await batchesOf(store, 'm2');
    const told = ({ recorded_at, actor, tool, version, created, updated }: (typeof before)[number]): object => ({
      recorded_at,
      actor,
      tool,
      version,
      created,
      updated,
    });
    expect(after.map(told)).toEqual(before.map(told));
    // The second brought one result of the first once more.
    expect(after.map(({ relies_on }) => relies_on)).toEqual(['[]', JSON.stringify([after[0]?.no])]);
    expect(await shown(store, 'm2')).toEqual({ 1: 0.1, 2: 0.9 });
    await takeBack(store, after[1]?.id ?? '');
    expect(await shown(store, 'm2')).toEqual({ 1: 0.1, 2: 0.2 });
  });

  it('bring their distributions, and the health that follows from them', async () => {
    const store = await twoModels();
    await append(store, [point('m1', 17, 0.5), point('m1', 18, 0.5)]);
    const health = async (id: string) =>
      (await tables(store.read).selectFrom('models').select('health').where('id', '=', id).executeTakeFirst())?.health;
    expect([await health('m1'), await health('m2')]).toEqual(['act', 'unknown']);
    await merge(store);
    expect([await health('m1'), await health('m2')]).toEqual(['unknown', 'act']);
    const [series] = await listThinnedSeries(store.read, { modelId: 'm2' }, {}, 10);
    const kept = await findDistribution(store.read, series?.row.id ?? 0, null);
    expect(JSON.parse(kept?.content ?? '{}')).toMatchObject({ bins: ['day 18'], current: [0.5] });
    await turnBack(store, 'undo', NOW);
    expect([await health('m1'), await health('m2')]).toEqual(['act', 'unknown']);
  });

  it('lie in segments as well as in the tail', async () => {
    const store = await twoModels();
    const many = Array.from({ length: 1300 }, (_, i) => point('m1', i, i / 10_000));
    await append(store, many);
    const before = await shown(store, 'm1');
    expect(Object.keys(before)).toHaveLength(1300);
    await merge(store);
    expect(await shown(store, 'm2')).toEqual(before);
  });
});

it('gives bands to the other model, but leaves those that it has itself', async () => {
  const store = await twoModels();
  const bands = (watch: number) => ({ watch, act: watch * 2 });
  await store.write(testRequest('test', NOW), async (write) => {
    await putBand(write, { metric: 'psi', modelId: 'm1', tier: null }, bands(0.1));
    await putBand(write, { metric: 'js', modelId: 'm1', tier: null }, bands(0.2));
    await putBand(write, { metric: 'js', modelId: 'm2', tier: null }, bands(0.3));
    return { label: 'Set bands', value: null };
  });
  await merge(store);
  const own = (await listBandOverrides(store.read)).map((band) => [band.metric, band.modelId, band.bands?.watch]);
  expect(own).toEqual([
    ['js', 'm2', 0.3],
    ['psi', 'm2', 0.1],
  ]);
  // It is one of the other model now, which setting it again finds.
  await store.write(testRequest('test', NOW), async (write) => {
    await putBand(write, { metric: 'psi', modelId: 'm2', tier: null }, bands(0.4));
    return { label: 'Set a band', value: null };
  });
  expect(await listBandOverrides(store.read)).toHaveLength(2);
});

it('leaves one retraining item open, and points to the series of the other model', async () => {
  const store = await twoModels();
  const atAct = (modelId: string) => [15, 16, 17].map((place) => point(modelId, place, 0.5, modelId));
  await append(store, atAct('m1'));
  await merge(store);
  const [moved] = await listRetraining(store.read, { open: true, today: '2026-11-29' });
  const [series] = await listThinnedSeries(store.read, { modelId: 'm2' }, {}, 10);
  expect(moved).toMatchObject({ model_id: 'm2', column_name: 'm1', series_id: series?.row.id });
  await turnBack(store, 'undo', NOW);
  await append(store, atAct('m2'));
  expect(await listRetraining(store.read, { open: true, today: '2026-11-29' })).toHaveLength(2);
  await merge(store);
  expect(await listRetraining(store.read, { open: true, today: '2026-11-29' })).toMatchObject([
    { model_id: 'm2', column_name: 'm2' },
  ]);
});
