import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectResults } from '#domain/drift/collect-results';
import type { DriftResult } from '#domain/drift/result-columns';
import { sqlite } from '../journal/connection';
import { verifyJournal } from '../journal/verify';
import type { Store } from '../store';
import { openTestStore, testRequest } from '../testing/open-test-store';
import { turnBack } from '../testing/turn-back';
import { appendResults } from './append';
import { ALL_TIME, pointStatements, readPoints } from './sqlite/points';

const NOW = '2026-11-23T12:00:00.000Z';
const HOUR = 3_600_000;

let ids = 0;
const nextId = (): string => {
  ids += 1;
  return `b${ids}`;
};

function point(place: number, value: number): DriftResult {
  return {
    modelId: 'm1',
    column: 'age',
    metric: 'psi',
    method: '',
    base: 'e',
    binning: '',
    source: { tool: 'test', version: '1' },
    at: new Date(Date.UTC(2026, 0, 1) + place * HOUR).toISOString(),
    windowStart: null,
    value,
    nRef: 1000,
    nCur: 600 + (place % 7),
    nBins: 10,
    lower: null,
    upper: null,
    verdict: null,
    row: place,
    distribution: null,
  };
}

function append(store: Store, results: readonly DriftResult[], progress?: () => void) {
  const collected = collectResults();
  for (const one of results) collected.add(one);
  return store.write(testRequest('test', NOW), async (write) => ({
    label: 'Append',
    value: await appendResults(write, collected.finish(), {
      newId: nextId,
      actor: 'Ada',
      now: NOW,
      origin: '',
      importId: null,
      ...(progress && { progress }),
    }),
  }));
}

/** What a reader sees: places and values in the order of time. */
function shown(store: Store): (readonly [number, number])[] {
  const statements = pointStatements(sqlite(store.read));
  const id = Number(sqlite(store.read).prepare('SELECT id FROM drift_series').pluck().get() ?? 0);
  const { at, value } = readPoints(statements, id, ALL_TIME, new Set(statements.deadBatches.all('m1')));
  return Array.from(at, (time, i) => [(time - Date.UTC(2026, 0, 1)) / HOUR, value[i] ?? Number.NaN] as const);
}

const range = (from: number, to: number, value = (place: number) => place / 1000): DriftResult[] =>
  Array.from({ length: to - from }, (_, i) => point(from + i, value(from + i)));

describe('segments and tail', () => {
  it.each([0, 1, 199, 200, 999, 1000, 1001, 1199, 1200, 2500])(
    'give back %i points, from one append as from many',
    async (n) => {
      const [one, many] = [await openTestStore(), await openTestStore()];
      await append(one, range(0, n));
      for (let from = 0; from < n; from += 190) await append(many, range(from, Math.min(from + 190, n)));
      expect(shown(one)).toEqual(range(0, n).map((result, place) => [place, result.value]));
      expect(shown(many)).toEqual(shown(one));
      expect(Number(sqlite(many.read).prepare('SELECT count(*) FROM drift_tail').pluck().get())).toBeLessThan(1000);
    },
  );

  it('keep a summary of each segment', async () => {
    const store = await openTestStore();
    await append(store, range(0, 1000));
    const summary = sqlite(store.read)
      .prepare('SELECT n, min, max, round(sum, 6) AS sum, last FROM drift_segments')
      .all();
    expect(summary).toEqual([{ n: 1000, min: 0, max: 0.999, sum: 499.5, last: 0.999 }]);
  });
});

describe('any order of appends', () => {
  const shuffled = fc.shuffledSubarray([...range(0, 60).keys()], { minLength: 60 });
  it('gives the same series (property)', async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, fc.integer({ min: 1, max: 30 }), async (order, size) => {
        const store = await openTestStore();
        for (let from = 0; from < order.length; from += size)
          await append(
            store,
            order.slice(from, from + size).map((place) => point(place, place / 1000)),
          );
        expect(shown(store)).toEqual(range(0, 60).map((result, place) => [place, result.value]));
        await store.close();
      }),
      { numRuns: 8 },
    );
  });

  it('holds for overlapping segments too', async () => {
    const store = await openTestStore();
    for (const offset of [3, 1, 0, 2])
      await append(
        store,
        range(0, 1600).filter((_, place) => place % 4 === offset),
      );
    expect(shown(store)).toEqual(range(0, 1600).map((result, place) => [place, result.value]));
  });
});

type Step =
  | { readonly kind: 'append'; readonly from: number; readonly to: number; readonly value: number }
  | { readonly kind: 'undo' | 'redo' };

describe('undo and redo', () => {
  const step: fc.Arbitrary<Step> = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('append' as const),
        from: fc.integer({ min: 0, max: 30 }),
        to: fc.integer({ min: 31, max: 60 }),
        value: fc.integer({ min: 0, max: 3 }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }) },
  );

  it('restore exactly what was there, through appends that replace, repeat and come again (property)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 14 }), async (steps) => {
        const store = await openTestStore();
        // The model: the series after each live append; what was undone waits in `ahead`.
        const past: Map<number, number>[] = [new Map()];
        let ahead: Map<number, number>[] = [];
        for (const one of steps) {
          const present = past.at(-1) ?? new Map<number, number>();
          if (one.kind === 'append') {
            const next = new Map(present);
            for (let place = one.from; place < one.to; place += 1) next.set(place, one.value);
            const changes = [...next].some(([place, value]) => present.get(place) !== value);
            const { value } = await append(
              store,
              range(one.from, one.to, () => one.value),
            );
            const fresh = [...next.keys()].filter((place) => !present.has(place)).length;
            expect(value.created).toBe(fresh);
            expect(value.created + value.updated + value.unchanged).toBe(one.to - one.from);
            if (!changes) continue;
            past.push(next);
            ahead = [];
          } else if (one.kind === 'undo') {
            const undone = past.length > 1 ? past.pop() : undefined;
            if (!undone) continue;
            ahead.push(undone);
            await turnBack(store, 'undo', NOW);
          } else {
            const again = ahead.pop();
            if (!again) continue;
            past.push(again);
            await turnBack(store, 'redo', NOW);
          }
          const expected = [...(past.at(-1) ?? [])].sort(([a], [b]) => a - b);
          expect(shown(store)).toEqual(expected);
        }
        expect((await verifyJournal(store.read)).whole).toBe(true);
        await store.close();
      }),
      { numRuns: 15 },
    );
  });
});

describe('a cancelled append', () => {
  it('leaves nothing, neither facts nor points', async () => {
    const store = await openTestStore();
    const stopped = append(store, range(0, 60_000), () => {
      throw new Error('cancelled');
    });
    await expect(stopped).rejects.toThrow('cancelled');
    for (const table of [
      'drift_batches',
      'drift_loads',
      'drift_series',
      'drift_segments',
      'drift_tail',
      'drift_models',
    ])
      expect(sqlite(store.read).prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
    expect((await verifyJournal(store.read)).whole).toBe(true);
  });
});

describe('the days of a model', () => {
  it('are the same whether results were added bit by bit or worked out from the beginning', async () => {
    const [bit, whole] = [await openTestStore(), await openTestStore()];
    const values = (place: number): number => (place % 50 === 0 ? 0.3 : place % 20 === 0 ? 0.15 : 0.01);
    const all = range(0, 900, values);
    for (let from = 0; from < 900; from += 60) await append(bit, all.slice(from, from + 60));
    await append(whole, all.toReversed());
    const days = (store: Store): unknown =>
      sqlite(store.read)
        .prepare('SELECT first_day, last_day, last_at, cadence, health, since_day, hex(days) AS days FROM drift_models')
        .all();
    expect(days(bit)).toEqual(days(whole));
    await append(
      bit,
      range(0, 1, () => 9),
    );
    await turnBack(bit, 'undo', NOW);
    expect(days(bit)).toEqual(days(whole));
  });
});
