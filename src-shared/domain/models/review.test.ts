import { describe, expect, it } from 'vitest';
import { STAGES } from '../vocabulary';
import { DEFAULT_REVIEW_MONTHS, type ReviewInput, reviewDue } from './review';

const live: ReviewInput = {
  typed: null,
  tier: 1,
  stage: 'monitored',
  firstDeployedAt: '2024-02-29T18:00:00Z',
  lastApprovalAt: null,
  reviewMonths: DEFAULT_REVIEW_MONTHS,
};

describe('reviewDue', () => {
  it('gives tier 1 twelve, tier 2 twenty-four and tier 3 thirty-six months', () => {
    const dues = ([1, 2, 3] as const).map((tier) => reviewDue({ ...live, tier }).due);
    expect(dues).toEqual(['2025-02-28', '2026-02-28', '2027-02-28']);
    const own = { tier1: 6, tier2: 12, tier3: 18 };
    expect(reviewDue({ ...live, reviewMonths: own })).toEqual({ due: '2024-08-29', source: 'tier' });
  });

  it('lets the typed date win, in any stage but that of a retired model, which is not reviewed', () => {
    for (const stage of STAGES)
      expect(reviewDue({ ...live, typed: '2030-01-01', stage, tier: null })).toEqual(
        stage === 'retired' ? { due: null, source: 'none' } : { due: '2030-01-01', source: 'typed' },
      );
  });

  it('counts from a review that was held, which ends a typed date that lies before it', () => {
    expect(reviewDue({ ...live, lastReviewOn: '2025-05-01' }).due).toBe('2026-05-01');
    expect(reviewDue({ ...live, lastReviewOn: '2023-05-01' }).due).toBe('2025-02-28');
    const typed = { ...live, typed: '2025-04-30' };
    expect(reviewDue({ ...typed, lastReviewOn: '2025-04-29' })).toEqual({ due: '2025-04-30', source: 'typed' });
    expect(reviewDue({ ...typed, lastReviewOn: '2025-04-30' })).toEqual({ due: '2026-04-30', source: 'tier' });
    // Nobody has said how often a model without a tier is reviewed.
    expect(reviewDue({ ...typed, tier: null, lastReviewOn: '2025-05-01' })).toEqual({ due: null, source: 'none' });
  });

  it('counts from the later of first deployment and last approval', () => {
    expect(reviewDue({ ...live, lastApprovalAt: '2025-06-01' }).due).toBe('2026-06-01');
    expect(reviewDue({ ...live, lastApprovalAt: '2024-01-01' }).due).toBe('2025-02-28');
    expect(reviewDue({ ...live, firstDeployedAt: null, lastApprovalAt: '2025-06-01' }).due).toBe('2026-06-01');
  });

  it('asks for none out of production, without a tier, or without a date to count from', () => {
    const due = STAGES.filter((stage) => reviewDue({ ...live, stage }).due !== null);
    expect(due).toEqual(['deployed', 'monitored', 'retraining']);
    expect(reviewDue({ ...live, tier: null })).toEqual({ due: null, source: 'none' });
    expect(reviewDue({ ...live, firstDeployedAt: null })).toEqual({ due: null, source: 'none' });
  });
});
