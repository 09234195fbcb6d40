import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containsWords, foldText, queryWords, searcher, searchText } from './search-text';

describe('foldText', () => {
  it.each([
    ['  Crédit\u00a0 RISK\n', 'credit risk'],
    ['ﬁnance', 'finance'],
    ['İstanbul', 'istanbul'],
    ['Ångström', 'angstrom'],
    ['PSI™', 'psitm'],
  ])('folds %j to %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('folds what is folded to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});

describe('a search', () => {
  const fields = ['Crédit Risk Model', 'Retail / Loans', ''];
  const haystack = searchText(fields);

  it('finds every word in any order and any field', () => {
    expect(haystack).toBe('credit risk model\nretail / loans\n');
    expect(searcher(' LOANS  credit ')(...fields)).toBe(true);
    expect(searcher('CRÉD')(...fields)).toBe(true);
    expect(searcher('credit fraud')(...fields)).toBe(false);
  });

  it('folds a query once for many rows', () => {
    expect(queryWords('  ')).toEqual([]);
    const words = queryWords(' Loans CRÉDIT ');
    expect(words).toEqual(['loans', 'credit']);
    expect([haystack, searchText(['loans'])].map((row) => containsWords(row, words))).toEqual([true, false]);
  });

  it('matches no word over the end of a field', () => {
    expect(searcher('modelretail')(...fields)).toBe(false);
  });

  it('matches all with an empty query', () => {
    expect(searcher('  ')(...fields)).toBe(true);
    expect(searcher('')()).toBe(true);
  });
});
