import { expect, it } from 'vitest';
import type { DriftMapping } from '#contract/drift/import';
import { isDriftMapping, rowsIn, setField, setModel } from './drift-mapping-edits';

const mapping: DriftMapping = {
  kind: 'drift',
  models: [{ name: 'churn', modelId: 'm1' }],
  at: null,
  nRef: null,
  nCur: null,
  columns: [
    { field: 'time', column: 'When' },
    { field: 'value', column: 'Score' },
  ],
  dateOrder: 'ymd',
  decimal: '.',
  timeZone: 'UTC',
  tool: '',
};

it('says a name once, leaves it out, or lets it be looked up again', () => {
  expect(setModel(mapping, 'churn', 'm2').models).toEqual([{ name: 'churn', modelId: 'm2' }]);
  expect(setModel(mapping, 'fraud', null).models).toEqual([
    { name: 'churn', modelId: 'm1' },
    { name: 'fraud', modelId: null },
  ]);
  expect(setModel(mapping, 'churn', undefined).models).toEqual([]);
});

it('gives a field one column and a column one field', () => {
  expect(setField(mapping, 'Score', 'time').columns).toEqual([{ field: 'time', column: 'Score' }]);
  expect(setField(mapping, 'When', null).columns).toEqual([{ field: 'value', column: 'Score' }]);
});

it('reads numbers of rows as people write them', () => {
  const english = { mark: '.', order: 'mdy' } as const;
  const rows = ['688', '10 000', "10'000", '10,000', '', '-3', 'many', '1,5'].map((text) => rowsIn(text, english));
  expect(rows).toEqual([688, 10_000, 10_000, 10_000, null, null, null, null]);
});

it('knows its own', () => {
  expect(isDriftMapping(mapping)).toBe(true);
});
