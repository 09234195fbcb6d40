import { describe, expect, it } from 'vitest';
import { buildStore } from '../../../components/table/column-store';
import { COLUMN_NAMES, type SampleRow, toGrid } from '../../../components/table/testing/sample-grid';
import { facetSpec } from './facets';
import { countWords, sublineOf, valueCounts } from './portfolio-counts';

const blank = Object.fromEntries(COLUMN_NAMES.map((name) => [name, null]));
// Every column is set to null above; the test sets the ones that it reads.
const model = (id: string, cells: Partial<SampleRow>): SampleRow => ({ ...blank, ...cells, id }) as SampleRow;
const store = buildStore(
  toGrid([
    model('a', { stage: 'deployed', monitoring: 'not_monitored', tier: 1, businessOwner: 'Ada' }),
    model('b', { stage: 'monitored', monitoring: 'monitored', tier: 1 }),
    model('c', { stage: 'proposed', tier: null }),
    model('d', { stage: 'deployed', monitoring: 'unknown', tier: 3, businessOwner: 'Ada' }),
  ]),
);
const question = { search: '', filter: { stage: ['deployed' as const], tier: [1 as const] }, engineIds: null };

describe('the counts of a filter', () => {
  it('are those that its other values would leave', () => {
    const spec = facetSpec('stage');
    if (!spec) throw new Error('no such filter');
    expect(valueCounts(store, question, spec)).toEqual([
      { value: 'deployed', count: 1 },
      { value: 'monitored', count: 1 },
    ]);
  });
  it('say what is missing, and leave the purpose to the engine', () => {
    const spec = facetSpec('missing');
    if (!spec) throw new Error('no such filter');
    const counts = new Map(
      valueCounts(store, { ...question, filter: {} }, spec).map(({ value, count }) => [value, count]),
    );
    expect(counts.get('owner')).toBe(2);
    expect(counts.get('tier')).toBe(1);
    expect(counts.get('purpose')).toBeNull();
  });
});

describe('the headline', () => {
  it('counts in words', () => {
    expect(countWords(1, 1)).toBe('1 model');
    expect(countWords(2, 3)).toBe('2 of 3 models');
  });
  it('says how much of it runs unwatched', () => {
    expect(sublineOf(store, Uint32Array.of(0, 1, 2))).toBe('2 in production, 1 of those not monitored.');
    expect(sublineOf(store, Uint32Array.of(1))).toBe('1 in production, all monitored.');
    expect(sublineOf(store, Uint32Array.of(2))).toBe('It is not in production.');
    expect(sublineOf(store, Uint32Array.of(0))).toBe('1 in production, none monitored.');
    expect(sublineOf(store, Uint32Array.of(0, 1, 3))).toBe(
      '3 in production, 1 of those not monitored; of 1 it is not known.',
    );
    expect(sublineOf(store, Uint32Array.of(3))).toBe('1 in production, of none is it known whether it is monitored.');
    expect(sublineOf(store, new Uint32Array(0))).toBe('Nothing fits what is asked for.');
  });
});
