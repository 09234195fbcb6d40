import { describe, expect, it } from 'vitest';
import type { VendorOffer } from '#contract/assessments';
import { forEachComponent } from '#domain/assessments/components';
import { decide } from '#domain/scenarios/options/decide';
import { presetInputs } from '#domain/scenarios/plan/scenario-presets';
import { askedQuestion } from '../options/asked';
import type { Answer } from '../options/options-types';
import { offerLines, placedOffers, whyNot } from './offer-lines';

type Price = NonNullable<VendorOffer['price']>;

const price: Price = {
  level: 'L2',
  currency: 'EUR',
  oneOffMinor: 15_000_000,
  perYearMinor: 18_000_000,
  perModelMinor: 350_000,
  exitMinor: 8_000_000,
  keepPlatformMinor: null,
  escalator: 0.05,
  coverage: 0.8,
  rampMonths: null,
  note: '',
};
const offer = (id: string, change: Partial<Price> | null): VendorOffer => ({
  id,
  name: `Offer ${id}`,
  notes: '',
  components: forEachComponent(() => ({ coverage: 'full', evidence: 'seen' })),
  incomplete: false,
  words: '',
  price: change === null ? null : { ...price, ...change },
});
const levels = ['L1', 'L2', 'L3'] as const;
const inputs = { ...presetInputs('expected'), modelsAtStart: 32 };
const plan = { inputs, uncertain: [], correlations: [], runs: 10, seed: 1, currency: 'EUR', modelValue: null };

describe('an offer', () => {
  it('says what keeps it from being held against building', () => {
    const why = (change: Partial<Price> | null, keys: readonly ('L1' | 'L2' | 'L3')[] = levels) =>
      whyNot(offer('a', change), keys, 'EUR');
    expect(why({})).toBe('');
    expect(why(null)).toBe('nothing is known of its price');
    expect(why({ exitMinor: null, coverage: null })).toBe(
      'missing: the cost of leaving and how much of the building it replaces',
    );
    expect(why({ currency: 'USD' })).toBe('its price is in USD, the plan in EUR');
    expect(why({ level: 'L3' }, ['L1', 'L2'])).toBe('the plan has no level 3');
    expect(why({}, ['L2', 'L3'])).toBe('level 2 is today’s way in this plan');
  });

  it('is held against today’s way and against building, whole amounts in major units', () => {
    const offers = [offer('b', null), offer('a', {}), offer('c', { keepPlatformMinor: 2_000_000, rampMonths: 9 })];
    const placed = placedOffers(offers, levels, 'EUR');
    expect(placed.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(placed[0]).toMatchObject({ oneOff: 150_000, perModel: 3_500, exit: 80_000 });
    expect(placed[0]).not.toHaveProperty('keepPlatform');
    expect(placed[1]).toMatchObject({ keepPlatform: 20_000, rampMonths: 9 });
    const question = askedQuestion(plan, {}, placed);
    const answer = decide(question as Parameters<typeof decide>[0]) as unknown as Answer; // as the channel answers
    const lines = offerLines(offers, answer, levels, 'EUR');
    expect(lines.map(({ offer: { id } }) => id)).toEqual(['a', 'c', 'b']);
    const [first, , last] = lines;
    const own = inputs.levels.L2?.investment ?? 0;
    expect(first?.answer?.investment).toBeCloseTo(150_000 + 0.2 * own, 6);
    const built = answer.levels.L2?.npvVsL1 ?? 0;
    expect(first?.answer?.npvVsBuild).toBeCloseTo((first?.answer?.npvVsL1 ?? 0) - built, 6);
    // What stays of the own platform is a part of the bill.
    const bill = (at: number): number => lines[at]?.answer?.yearParts[0]?.platform ?? Number.NaN;
    expect(bill(1) - bill(0)).toBeCloseTo(20_000, 6);
    expect(last).toMatchObject({ answer: null, why: 'nothing is known of its price' });
  });

  it('beyond as many as are asked at once says so', () => {
    const many = Array.from({ length: 9 }, (_, at) => offer(String(at), {}));
    expect(placedOffers(many, levels, 'EUR')).toHaveLength(8);
    const answer = { offers: {} } as Answer; // none was worked out
    expect(offerLines([many[8] ?? offer('x', {})], answer, levels, 'EUR')[0]?.why).toContain('only 8');
  });
});
