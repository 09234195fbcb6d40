import { describe, expect, it } from 'vitest';
import { buildStore } from './column-store';
import { facetCounts } from './store-facets';
import { COLUMN_NAMES, type SampleRow, toGrid } from './testing/sample-grid';

const blank = Object.fromEntries(COLUMN_NAMES.map((name) => [name, null]));
// Every column is set to null above; the test sets the ones that it reads.
const row = (id: string, cells: Partial<SampleRow>): SampleRow => ({ ...blank, ...cells, id }) as SampleRow;

const store = buildStore(
  toGrid([
    row('a', {
      stage: 'training',
      unit: 'Retail / Cards',
      tier: 2,
      businessOwner: 'Ada',
      technicalOwner: 'Ada',
      tags: 'eu, pii',
    }),
    row('b', { stage: 'proposed', unit: 'Retail', tier: 1, businessOwner: 'Bo', technicalOwner: 'Ada', tags: 'pii' }),
    row('c', { stage: 'training', unit: '', tier: null, businessOwner: '', technicalOwner: 'Cy', tags: '' }),
  ]),
);
const all = Uint32Array.of(0, 1, 2);
const pairs = (rows: Uint32Array, facet: Parameters<typeof facetCounts>[2]): (readonly [string, number])[] =>
  facetCounts(store, rows, facet).map(({ value, count }) => [value, count] as const);

describe('counts for the filters', () => {
  it('follow the vocabulary where there is one', () => {
    expect(pairs(all, 'stage')).toEqual([
      ['proposed', 1],
      ['training', 2],
    ]);
    expect(pairs(all, 'tier')).toEqual([
      ['1', 1],
      ['2', 1],
      ['', 1],
    ]);
  });
  it('count a unit with all that belongs to it', () => {
    expect(pairs(all, 'unitPath')).toEqual([
      ['Retail', 2],
      ['Retail / Cards', 1],
      ['', 1],
    ]);
  });
  it('count a model once for an owner in both roles', () => {
    expect(pairs(all, 'owner')).toEqual([
      ['Ada', 2],
      ['Bo', 1],
      ['Cy', 1],
    ]);
  });
  it('take tags apart', () => {
    expect(pairs(all, 'tag')).toEqual([
      ['pii', 2],
      ['eu', 1],
      ['', 1],
    ]);
  });
  it('speak of the given rows only', () => {
    expect(pairs(Uint32Array.of(1), 'stage')).toEqual([['proposed', 1]]);
  });
});
