import { describe, expect, it } from 'vitest';
import { rateWords } from '../page/key-figures';
import { sharedCautions } from './compare-rows';

const caution = (sentence: string) => ({ key: 'largePortfolio' as const, sentence });

describe('sharedCautions', () => {
  it('says once what holds for all, and with the names what holds for some', () => {
    const [all, some] = [caution('Enter the investment.'), caution('The amounts are not converted.')];
    expect(
      sharedCautions([
        { name: 'Expected', result: { cautions: [all, some] } },
        { name: 'Low', result: { cautions: [all] } },
        { name: 'High', result: { cautions: [some, all] } },
      ]).map(({ sentence }) => sentence),
    ).toEqual(['Enter the investment.', 'Expected and High: The amounts are not converted.']);
    expect(sharedCautions([{ name: 'Expected', result: { cautions: [] } }])).toEqual([]);
  });
});

describe('rateWords', () => {
  it('says on which side of all rates it lies instead of none', () => {
    expect(rateWords({ irr: 0.25, irrBeyond: null })).toBe('25%');
    expect(rateWords({ irr: null, irrBeyond: 'above' })).toBe('over 1,000%');
    expect(rateWords({ irr: null, irrBeyond: 'below' })).toBe('below −99%');
    expect(rateWords({ irr: null, irrBeyond: null })).toBe('none');
  });
});
