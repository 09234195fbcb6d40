import { parseSearchWith, stringifySearchWith } from '@tanstack/react-router';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPortfolioSearch } from '../../../lib/portfolio-search';
import { fromAddress, toAddress, type ViewState } from './view-state';

const states: fc.Arbitrary<ViewState> = fc.record({
  search: fc.oneof(
    fc.constantFrom('', '2024', 'true', '"quoted"', 'null', 'a&b=c#d'),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  ),
  filter: fc.record(
    {
      stage: fc.subarray(['proposed', 'deployed', 'retired'] as const),
      tier: fc.subarray([1, 2, 3, null] as const).map((tiers) => [...tiers]),
      unit: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 2 }),
      inProduction: fc.boolean(),
      missing: fc.subarray(['owner', 'purpose'] as const),
      reviewDueBefore: fc.constant('2026-12-31'),
      importId: fc.constant('7'),
    },
    { requiredKeys: [] },
  ),
  sort: fc.array(fc.record({ field: fc.constantFrom('name', 'tier'), direction: fc.constantFrom('asc', 'desc') }), {
    maxLength: 3,
  }),
  layout: fc.constantFrom('grid', 'board'),
  view: fc.option(fc.uuid(), { nil: null }),
  live: fc.option(fc.constant('2026-03-03'), { nil: null }),
});

describe('the address of the portfolio page', () => {
  const write = stringifySearchWith(JSON.stringify, JSON.parse);
  const read = parseSearchWith(JSON.parse);

  it('keeps search, filters, sort, layout and view over a reload', () => {
    fc.assert(
      fc.property(states, (state) => {
        const address = write(toAddress(state));
        expect(fromAddress(readPortfolioSearch(read(address)))).toEqual(state);
      }),
      { numRuns: 400 },
    );
  });

  it('names an import and which of its models beside the other filters', () => {
    const state = fromAddress(readPortfolioSearch({ import: 'abc', which: 'missing', filter: { tier: [1] } }));
    expect(state.filter).toEqual({ tier: [1], importId: 'abc', which: 'missing' });
    expect(write(toAddress(state))).toBe('?filter=%7B%22tier%22%3A%5B1%5D%7D&import=abc&which=missing');
    expect(fromAddress(readPortfolioSearch({ import: 'abc', which: 'nonsense' })).filter).toEqual({ importId: 'abc' });
    expect(fromAddress(readPortfolioSearch({ which: 'missing' })).filter).toEqual({});
  });

  it('is empty for the plain page', () => {
    expect(write(toAddress(fromAddress({})))).toBe('');
  });
});
