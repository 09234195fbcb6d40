import { describe, expect, it } from 'vitest';
import { readPortfolioSearch } from './portfolio-search';

describe('readPortfolioSearch', () => {
  it('keeps what fits', () => {
    const search = {
      q: 'fraud',
      filter: { stage: ['deployed'], inProduction: true },
      sort: [{ field: 'name', direction: 'asc' }],
      view: 'v1',
      layout: 'board',
    };
    expect(readPortfolioSearch(search)).toEqual(search);
  });

  it('leaves out what does not, and never breaks', () => {
    expect(
      readPortfolioSearch({
        q: '',
        filter: { stage: 'deployed', x: [1], constructor: [] },
        sort: ['name'],
        layout: 'pie',
      }),
    ).toEqual({});
    expect(readPortfolioSearch({ filter: 'x', sort: 3, view: 4 })).toEqual({});
  });

  it('reads a search of figures as text', () => {
    expect(readPortfolioSearch({ q: 2024 })).toEqual({ q: '2024' });
  });
});
