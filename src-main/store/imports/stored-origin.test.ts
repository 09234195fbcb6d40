import { expect, it } from 'vitest';
import { originsIn, originsText } from './stored-origin';

const columns = [
  { field: 'tier', column: 'Impact' },
  { field: 'unit', column: 'Agency' },
  { field: 'deployedAt', column: 'Date' },
];
const fields = { unit: 'Cards', tier: 1 };

it.each([
  [{ field: 'unit', column: 'Agency', text: 'Cards', refused: '' }, '[1]'],
  [{ field: 'unit', column: 'Agency', text: ' Cards', refused: '' }, '[[1," Cards"]]'],
  [{ field: 'tier', column: 'Impact', text: 'Both', refused: '' }, '[[0,"Both"]]'],
  [
    { field: 'deployedAt', column: 'Date', text: '7/16/1905', refused: 'no such day' },
    '[[2,"7/16/1905","no such day"]]',
  ],
  [
    { field: 'unit', column: 'Bureau', text: 'Cards', refused: '' },
    '[{"field":"unit","column":"Bureau","text":"Cards","refused":""}]',
  ],
])('comes back as it was: %o', (origin, stored) => {
  const text = originsText([origin], columns, fields);
  expect(text).toBe(stored);
  expect(originsIn(text, columns, fields)).toEqual([origin]);
});

it('reads what imports of before wrote, and leaves out a column that the import does not list', () => {
  const before =
    '[{"field":"unit","column":"Agency"},{"field":"tier","column":"Impact","text":"Both"},{"field":"x","column":"y","text":"z","refused":"no"}]';
  expect(originsIn(before, [], fields)).toEqual([
    { field: 'unit', column: 'Agency', text: 'Cards', refused: '' },
    { field: 'tier', column: 'Impact', text: 'Both', refused: '' },
    { field: 'x', column: 'y', text: 'z', refused: 'no' },
  ]);
  expect(originsIn('[0]', [], fields)).toEqual([]);
});
