import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import type { EngineEvent } from '#contract/events';
import { writeFor } from '#domain/base/forms';
import { isStale } from './freshness';
import { HISTORY, keepFresh } from './keep-fresh';
import { seenEntry } from './seen';

type Changed = EngineEvent & { type: 'data.changed' };

const change = (...changed: string[]): Changed => ({ type: 'data.changed', changed, modelIds: [], entry: null });

describe('an answer is out of date', () => {
  const reads = new Set(['models', 'models.stage', 'views', 'views.*', 'workspace']);
  it.each<[string[] | null, boolean]>([
    [['models.stage'], true],
    [['models.unit', 'models.updated_at', 'journal'], false],
    // Rows came or went: whatever of a model is looked at.
    [['models'], true],
    [['views.name'], true],
    [['workspace'], true],
    [['moves', 'moves.at'], false],
    [[], false],
    [null, true],
  ])('after %j: %s', (changed, stale) => {
    expect(isStale(reads, changed)).toBe(stale);
  });

  it('where nobody knows what it rests on, after any change', () => {
    expect(isStale(undefined, ['reports'])).toBe(true);
  });
});

/** A cache with one copy that is looked at; `answer` lets the oldest fetch that waits have its answer. */
function shownCopy(reads: readonly string[]) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  const seen = seenEntry();
  const freshness = keepFresh(queryClient, seen);
  const waiting: ((value: string) => void)[] = [];
  let asked = 0;
  const queryKey = ['portfolio.info', {}];
  const observer = new QueryObserver(queryClient, {
    queryKey,
    queryFn: async () => {
      asked += 1;
      const value = await new Promise<string>((resolve) => waiting.push(resolve));
      freshness.noteReads(queryKey, reads);
      return value;
    },
  });
  observer.subscribe(() => undefined);
  const answer = async (value: string): Promise<void> => {
    waiting.shift()?.(value);
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  const shown = (): unknown => observer.getCurrentResult().data;
  return { queryClient, freshness, seen, answer, shown, queryKey, times: () => asked };
}

describe('the cache', () => {
  it('fetches a copy again when what it rests on changed, and only then', async () => {
    const { freshness, answer, shown, times } = shownCopy(['models', 'models.stage']);
    await answer('first');
    freshness.take(change('models.unit', 'journal'));
    expect(times()).toBe(1);
    freshness.take(change('models.stage', 'journal'));
    expect(times()).toBe(2);
    await answer('second');
    expect(shown()).toBe('second');
  });

  it('asks once more when the answer was overtaken on its way, also the very first', async () => {
    const { freshness, answer, shown, times } = shownCopy(['models', 'models.stage']);
    freshness.take(change('models.stage'));
    await answer('of before');
    expect(times()).toBe(2);
    freshness.take(change('views'));
    await answer('of after');
    expect(times()).toBe(2);
    expect(shown()).toBe('of after');
  });

  it('fetches everything when events may have been missed or nobody knows what changed', async () => {
    const { freshness, answer, times } = shownCopy(['models']);
    await answer('first');
    freshness.missed();
    await answer('second');
    freshness.take({ type: 'data.changed', changed: null, modelIds: null, entry: null });
    expect(times()).toBe(3);
  });

  it('fetches a copy that was put there by hand, once anything changes', async () => {
    const { queryClient, freshness, queryKey } = shownCopy(['models']);
    const other = ['portfolio.info', { put: true }];
    queryClient.setQueryData(other, 'by hand');
    freshness.take(change('reports'));
    expect(queryClient.getQueryState(other)?.isInvalidated).toBe(true);
    expect(queryClient.getQueryState(queryKey)?.isInvalidated).toBe(false);
  });

  it('writes what can be undone in the forms of the window', () => {
    const { queryClient, freshness } = shownCopy(['models']);
    const undo = { label: 'Import “a 2,133.csv” of 23 Nov 2026: 2,133 models', seq: 7 };
    writeFor('de-DE');
    try {
      freshness.take({ ...change('journal', 'models'), entry: { seq: 7, undo, redo: null } });
    } finally {
      writeFor('en-GB');
    }
    expect(queryClient.getQueryData(HISTORY)).toEqual({
      seq: 7,
      undo: { label: 'Import “a 2,133.csv” of 23 Nov 2026: 2.133 models', seq: 7 },
      redo: null,
    });
  });

  it('takes what can be undone from the entry, and asks nobody for it', () => {
    const { queryClient, freshness } = shownCopy(['models']);
    const undo = { label: 'Add “Churn”', seq: 7 };
    freshness.take({ ...change('journal', 'models'), entry: { seq: 7, undo, redo: null } });
    expect(queryClient.getQueryData(HISTORY)).toEqual({ seq: 7, undo, redo: null });
    expect(queryClient.getQueryState(HISTORY)?.isInvalidated).toBe(false);
    freshness.take({ ...change('workspace'), modelIds: null });
    expect(queryClient.getQueryState(HISTORY)?.isInvalidated).toBe(true);
  });
});

describe('the entry that is on the screen', () => {
  const entryOf = (seq: number): Changed => ({ ...change('models'), entry: { seq, undo: null, redo: null } });

  it('is the newest one only once what it changed has been fetched', async () => {
    const { freshness, seen, answer } = shownCopy(['models']);
    freshness.take(entryOf(7));
    expect(seen.now()).toBeUndefined();
    await answer('of before');
    await answer('of 7');
    expect(seen.now()).toBe(7);
    freshness.take(entryOf(8));
    expect(seen.now()).toBe(7);
    await answer('of 8');
    expect(seen.now()).toBe(8);
  });

  it('waits for a copy that is kept elsewhere', async () => {
    const { freshness, seen, answer } = shownCopy(['reports']);
    await answer('first');
    const fetched = seen.fetching();
    freshness.take(entryOf(7));
    expect(seen.now()).toBeUndefined();
    fetched();
    expect(seen.now()).toBe(7);
  });

  it('is not known after another portfolio was opened or events were missed, until the engine says it', async () => {
    const { queryClient, freshness, seen, answer } = shownCopy(['models']);
    await answer('first');
    freshness.take(entryOf(7));
    await answer('of 7');
    freshness.take({ ...change('workspace'), modelIds: null });
    expect(seen.now()).toBeUndefined();
    await queryClient.fetchQuery({
      queryKey: HISTORY,
      staleTime: 0,
      queryFn: () => ({ seq: 3, undo: null, redo: null }),
    });
    expect(seen.now()).toBe(3);
    freshness.missed();
    expect(seen.now()).toBeUndefined();
  });
});
