import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STAGES } from '../vocabulary';
import { completeness, dataQuality, type QualityFacts, type QualityGroup, stepsTo, TIER_WEIGHTS } from './completeness';
import { QUALITY_FIELDS, type QualityField } from './quality-fields';

const full: QualityFacts = {
  stage: 'monitored',
  purpose: 'Scores claims',
  businessOwner: 'Ada',
  technicalOwner: 'Ben',
  unit: 'Claims',
  tier: 1,
  criticality: 'high',
  personalData: 'yes',
  type: 'GBM',
  origin: 'in_house',
  updateFrequency: 'monthly',
  annualValueMinor: 0,
  annualRunCostMinor: 100,
  version: '1',
  monitoring: 'monitored',
};
const none = Object.fromEntries(QUALITY_FIELDS.map((field) => [field, 0])) as Record<QualityField, number>;
const group = (
  models: number,
  tier: QualityGroup['tier'],
  unit: string,
  missing: Partial<typeof none>,
): QualityGroup => ({
  ...{ models, tier, unit },
  missing: { ...none, ...missing },
});

describe('the data quality of a model', () => {
  it('is 100 only where everything is said; nothing costs as a value is one', () => {
    expect(dataQuality(full)).toBe(100);
    expect(dataQuality({ ...full, purpose: '' })).toBe(92);
    // Unknown is not no, and not known either.
    expect(dataQuality({ ...full, personalData: 'unknown', monitoring: 'unknown' })).toBe(85);
    expect(dataQuality({ ...full, monitoring: 'not_monitored' })).toBe(100);
  });

  it('asks nothing of a retired model, and no version of one that is being built', () => {
    expect(dataQuality({ ...full, stage: 'retired' })).toBeNull();
    expect(dataQuality({ ...full, stage: 'training', version: '', monitoring: null })).toBe(100);
    expect(dataQuality({ ...full, stage: 'training', version: '', monitoring: null, tier: null })).toBe(91);
  });

  it('lies between 0 and 100 and never falls with what is filled', () => {
    fc.assert(
      fc.property(fc.subarray([...QUALITY_FIELDS]), fc.constantFrom(...STAGES), (empty, stage) => {
        const gone = Object.fromEntries(empty.map((field) => [field, null]));
        const [less, more] = [dataQuality({ ...full, ...gone, stage }), dataQuality({ ...full, stage })];
        expect((less === null) === (stage === 'retired')).toBe(true);
        expect(less ?? 0).toBeLessThanOrEqual(more ?? 0);
      }),
    );
  });
});

describe('the data quality of a portfolio', () => {
  it('weighs models by tier, and one without a tier as tier 2', () => {
    const groups = [
      group(1, 1, 'A', { purpose: 1 }),
      group(1, 3, 'A', {}),
      group(1, null, 'B', { tier: 1, purpose: 1 }),
    ];
    const { share, models, byTier, gaps } = completeness(groups);
    expect(models).toBe(3);
    expect(byTier).toEqual({ 1: 1, 2: 0, 3: 1, none: 1 });
    // Weights 3 + 1 + 2, of 14 fields each; missing 3 + 2 + 2.
    expect(share).toBeCloseTo(1 - 7 / (6 * 14), 12);
    expect(gaps.find(({ field }) => field === 'purpose')).toMatchObject({
      missing: 2,
      byTier: { 1: 1, 2: 0, 3: 0, none: 1 },
    });
    expect(TIER_WEIGHTS.none).toBe(TIER_WEIGHTS[2]);
  });

  it('offers first what an edit adds most to', () => {
    const groups = [
      group(20, 1, 'A', { purpose: 20, origin: 20, businessOwner: 20 }),
      group(10, 1, 'B', { businessOwner: 10 }),
    ];
    const { gaps } = completeness(groups);
    // Owners: 30 models in 2 units, 15 an edit; origin: 20 in 3 words, 6.7; purpose: one a model.
    expect(gaps.map(({ field, edits }) => [field, edits])).toEqual([
      ['businessOwner', 2],
      ['origin', 3],
      ['purpose', 20],
    ]);
    expect(gaps.at(-1)?.after).toBe(1);
    expect(gaps[0]?.after).toBeCloseTo(1 - 40 / (30 * 14), 12);
  });

  it('says how many fields lead to a share, and nothing where it is reached or there are no models', () => {
    const poor = completeness([group(10, 2, '', { ...none, purpose: 10, unit: 10, tier: 10, type: 10 })]);
    expect(poor.share).toBeCloseTo(10 / 14, 12);
    expect(stepsTo(0.9, poor)).toBe(3);
    expect(stepsTo(0.7, poor)).toBeNull();
    const empty = completeness([]);
    expect([empty.share, empty.gaps, stepsTo(0.9, empty)]).toEqual([null, [], null]);
  });
});
