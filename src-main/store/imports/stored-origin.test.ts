import { expect, it } from 'vitest';
import { fromStoredOrigin, toStoredOrigin } from './stored-origin';

it.each([
  [{ field: 'unit', column: 'Agency', text: 'Cards', refused: '' }, 2],
  [{ field: 'unit', column: 'Agency', text: ' Cards', refused: '' }, 3],
  [{ field: 'tier', column: 'Impact', text: 'Both', refused: '' }, 3],
  [{ field: 'deployedAt', column: 'Date', text: '7/16/1905', refused: 'no such day' }, 4],
  [{ field: 'notes', column: 'Notes', text: '', refused: '' }, 2],
])('comes back as it was: %o', (origin, keys) => {
  const fields = { unit: 'Cards', tier: 1 };
  const stored = toStoredOrigin(origin, fields);
  expect(Object.keys(stored)).toHaveLength(keys);
  expect(fromStoredOrigin(JSON.parse(JSON.stringify(stored)), fields)).toEqual(origin);
});
