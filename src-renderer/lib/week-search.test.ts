import { expect, it } from 'vitest';
import { readWeekSearch } from './week-search';

it('reads what fits and leaves out what does not', () => {
  expect(readWeekSearch({ since: '2026-11-16', owner: 'Ada', show: 'new' })).toEqual({
    since: '2026-11-16',
    owner: 'Ada',
    show: 'new',
  });
  expect(readWeekSearch({ since: '2026-13-45', owner: 7, show: 'all' })).toEqual({});
});
