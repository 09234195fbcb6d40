import { expect, it } from 'vitest';
import { readJournalSearch } from './journal-search';

it('keeps what fits and leaves out what does not', () => {
  const address = { q: 'tier', actor: 'Ada', subject: 'models', field: 'models.tier', from: '-30d', to: '2026-11-29' };
  expect(readJournalSearch(address)).toEqual(address);
  expect(readJournalSearch({ subject: 'nothing', field: "x' or 1=1", from: '2026-02-31', actor: 7, q: 2024 })).toEqual({
    q: '2024',
  });
});
