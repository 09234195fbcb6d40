import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STAGES } from '../vocabulary';
import { addMonths, DEFAULT_REVIEW_MONTHS, type ReviewInput, reviewDue } from './review';

const live: ReviewInput = {
  typed: null,
  tier: 1,
  stage: 'monitored',
  firstDeployedAt: '2024-02-29T18:00:00Z',
  lastApprovalAt: null,
  reviewMonths: DEFAULT_REVIEW_MONTHS,
};

describe('addMonths', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-10-31', 4, '2027-02-28'],
    ['2026-11-23', 24, '2028-11-23'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-12-31', 0, '2026-12-31'],
  ])('%s and %i months are %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it('never leaves the month that it means, and keeps the day where the month has it', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 120 }), (from, months) => {
        const text = from.toISOString().slice(0, 10);
        const to = new Date(`${addMonths(text, months)}T00:00:00Z`);
        const distance = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
        expect(distance).toBe(months);
        expect(to.getUTCDate()).toBeLessThanOrEqual(from.getUTCDate());
        if (from.getUTCDate() <= 28) expect(to.getUTCDate()).toBe(from.getUTCDate());
      }),
    );
  });
});

describe('reviewDue', () => {
  it('gives tier 1 twelve, tier 2 twenty-four and tier 3 thirty-six months', () => {
    const dues = ([1, 2, 3] as const).map((tier) => reviewDue({ ...live, tier }).due);
    expect(dues).toEqual(['2025-02-28', '2026-02-28', '2027-02-28']);
    const own = { tier1: 6, tier2: 12, tier3: 18 };
    expect(reviewDue({ ...live, reviewMonths: own })).toEqual({ due: '2024-08-29', source: 'tier' });
  });

  it('lets the typed date win, in any stage', () => {
    const typed = { ...live, typed: '2030-01-01', stage: 'retired', tier: null } as const;
    expect(reviewDue(typed)).toEqual({ due: '2030-01-01', source: 'typed' });
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
