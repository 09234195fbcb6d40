import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GridColumn } from '#contract/models/grid';
import type { ModelFilter } from '#contract/models/model-filter';
import { containsWords, queryWords, searchText } from '#domain/base/search-text';
import {
  CRITICALITIES,
  HEALTHS,
  ORIGINS,
  PERSONAL_DATA,
  PRODUCTION_STAGES,
  STAGES,
  UPDATE_FREQUENCIES,
} from '#domain/vocabulary';
import { compareTexts } from './collate';
import { buildStore } from './column-store';
import { SEMANTIC_ORDERS } from './semantic-orders';
import { needsEngine } from './store-filter';
import { type OrderQuery, orderRows, type SortKey } from './store-order';
import { arbitraryRows } from './testing/arbitrary-rows';
import { COLUMN_NAMES, type SampleRow, toGrid } from './testing/sample-grid';

const text = (row: SampleRow, name: GridColumn): string => String(row[name] ?? '');
const isEmpty = (row: SampleRow, name: GridColumn): boolean => row[name] === null || row[name] === '';

function fits(row: SampleRow, filter: ModelFilter): boolean {
  const value = (name: GridColumn): string | number | null => (row[name] === '' ? null : row[name]);
  const lists: readonly [GridColumn, readonly unknown[] | undefined][] = [
    ['stage', filter.stage],
    ['tier', filter.tier],
    ['health', filter.health],
    ['origin', filter.origin],
    ['updateFrequency', filter.updateFrequency],
    ['criticality', filter.criticality],
    ['personalData', filter.personalData],
  ];
  if (lists.some(([name, wanted]) => wanted && !wanted.includes(value(name)))) return false;
  if (filter.type && !filter.type.includes(text(row, 'type'))) return false;
  const unit = text(row, 'unit');
  if (
    filter.unit &&
    !filter.unit.some((wanted) => unit === wanted || (wanted !== '' && unit.startsWith(`${wanted} / `)))
  )
    return false;
  const tags = text(row, 'tags').split(', ').filter(Boolean);
  if (filter.tag && !filter.tag.some((tag) => tags.includes(tag))) return false;
  if (
    filter.owner &&
    ![text(row, 'businessOwner'), text(row, 'technicalOwner')].some((name) => filter.owner?.includes(name))
  )
    return false;
  const production = PRODUCTION_STAGES.some((stage) => stage === row.stage);
  if (filter.inProduction !== undefined && filter.inProduction !== production) return false;
  const missing = (field: NonNullable<ModelFilter['missing']>[number]): boolean => {
    if (field === 'owner') return isEmpty(row, 'businessOwner') && isEmpty(row, 'technicalOwner');
    return field !== 'purpose' && isEmpty(row, field);
  };
  if (filter.missing && !filter.missing.some(missing)) return false;
  if (filter.reviewDueBefore !== undefined) {
    const limit = Date.parse(filter.reviewDueBefore) / 86_400_000;
    if (typeof row.reviewDue !== 'number' || row.reviewDue > limit || row.stage === 'retired') return false;
  }
  return true;
}

function compare(a: SampleRow, b: SampleRow, { field, direction }: SortKey): number {
  if (isEmpty(a, field) || isEmpty(b, field)) return Number(isEmpty(a, field)) - Number(isEmpty(b, field));
  const sign = direction === 'asc' ? 1 : -1;
  const words = SEMANTIC_ORDERS[field];
  if (words) return sign * (words.indexOf(text(a, field)) - words.indexOf(text(b, field)));
  if (typeof a[field] === 'number') return sign * (Number(a[field]) - Number(b[field]));
  return sign * compareTexts(text(a, field), text(b, field));
}

/** Filter, search and sort on plain objects, as one would write it for ten models. */
function naive(rows: readonly SampleRow[], { search, filter, sort }: OrderQuery): string[] {
  const haystack = (row: SampleRow): string =>
    searchText(
      [row.name, row.unit, row.businessOwner, row.technicalOwner, row.type, row.tags, row.references].map(String),
    );
  return rows
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => fits(row, filter) && containsWords(haystack(row), queryWords(search)))
    .sort((a, b) => sort.reduce((found, key) => found || compare(a.row, b.row, key), 0) || a.index - b.index)
    .map(({ row }) => row.id);
}

const some = <T>(values: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...values]);
const filters: fc.Arbitrary<ModelFilter> = fc.record(
  {
    stage: some(STAGES),
    tier: some([1, 2, 3, null] as const),
    unit: some(['', 'Retail', 'Retail / Cards', 'Risk']),
    health: some(HEALTHS),
    origin: some([...ORIGINS, null]),
    updateFrequency: some([...UPDATE_FREQUENCIES, null]),
    criticality: some([...CRITICALITIES, null]),
    personalData: some(PERSONAL_DATA),
    type: some(['fraud', 'churn', '']),
    tag: some(['pii', 'eu']),
    owner: some(['Ada', 'Çelik']),
    inProduction: fc.boolean(),
    missing: some(['owner', 'tier', 'updateFrequency', 'unit', 'origin'] as const),
    reviewDueBefore: fc.constant('2024-10-09'),
  },
  { requiredKeys: [] },
);
const sorts = fc.uniqueArray(
  fc.record({ field: fc.constantFrom(...COLUMN_NAMES), direction: fc.constantFrom('asc' as const, 'desc' as const) }),
  { maxLength: 3, selector: (key) => key.field },
);
const searches = fc.constantFrom(
  '',
  'fraud',
  'FRAUD risk',
  'risk',
  'angstrom',
  'retail 9',
  '  cards ',
  'mlflow: 1',
  '字',
  'zzz',
);

describe('the order of the grid', () => {
  it('equals filtering, searching and sorting plain objects', () => {
    fc.assert(
      fc.property(arbitraryRows, searches, filters, sorts, (rows, search, filter, sort) => {
        const store = buildStore(toGrid(rows));
        const ids = [...orderRows(store, { search, filter, sort })].map((row) => store.ids[row]);
        expect(ids).toEqual(naive(rows, { search, filter, sort }));
      }),
      { numRuns: 500 },
    );
  });

  it('sorts without a filter as plain objects sort', () => {
    fc.assert(
      fc.property(arbitraryRows, sorts, (rows, sort) => {
        const store = buildStore(toGrid(rows));
        const ids = [...orderRows(store, { search: '', filter: {}, sort })].map((row) => store.ids[row]);
        expect(ids).toEqual(naive(rows, { search: '', filter: {}, sort }));
      }),
      { numRuns: 300 },
    );
  });

  it('leaves to the engine what the grid does not hold', () => {
    expect(needsEngine({ tier: [1] })).toBeNull();
    expect(needsEngine({ tier: [1], importId: 'i1' })).toEqual({ importId: 'i1' });
    expect(needsEngine({ missing: ['purpose', 'tier'] })).toEqual({ missing: ['purpose', 'tier'] });
    const rows = fc.sample(arbitraryRows, { numRuns: 1, seed: 5 })[0] ?? [];
    const store = buildStore(toGrid(rows));
    const query = { search: '', filter: { importId: 'i1' }, sort: [] };
    const wanted = rows.slice(0, 2).map((row) => row.id);
    const found = orderRows(store, { ...query, engineIds: new Set(wanted) });
    expect([...found].map((row) => store.ids[row])).toEqual(wanted);
  });
});
