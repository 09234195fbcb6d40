import { expect, it } from 'vitest';
import { hiddenCount, noSelection, onlyShown, selectAll, selectedRows } from './selection';

it('counts the marked rows that a search or filter hides', () => {
  const marked = selectAll(noSelection(5), Uint32Array.of(0, 2, 4));
  expect(hiddenCount(marked, [0, 1, 2, 3, 4])).toBe(0);
  expect(hiddenCount(marked, [1, 2])).toBe(2);
  expect(hiddenCount(marked, [])).toBe(3);
});

it('leaves marked only what is shown', () => {
  const marked = selectAll(noSelection(5), Uint32Array.of(0, 2, 4));
  expect(selectedRows(onlyShown(marked, [1, 2, 3, 4]))).toEqual([2, 4]);
  expect(onlyShown(marked, []).count).toBe(0);
});
