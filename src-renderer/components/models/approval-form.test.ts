import { describe, expect, it } from 'vitest';
import { checkApproval } from './approval-form';

const form = { approvedBy: ' Grace ', day: '2026-11-23', note: ' ok ', nextReview: '' };
const TODAY = { today: '2026-11-23', typed: false };

describe('checkApproval', () => {
  it('counts today as now', () => {
    expect(checkApproval(form, 'm', TODAY)).toEqual({
      ok: true,
      input: { id: 'm', approvedBy: 'Grace', note: 'ok' },
    });
    expect(checkApproval({ ...form, day: '2026-11-01' }, 'm', TODAY)).toMatchObject({
      input: { at: '2026-11-01' },
    });
  });
  it('needs a name and a day that has come', () => {
    expect(checkApproval({ ...form, approvedBy: ' ' }, 'm', TODAY)).toMatchObject({ ok: false });
    expect(checkApproval({ ...form, day: '' }, 'm', TODAY)).toMatchObject({ ok: false });
    expect(checkApproval({ ...form, day: '2026-11-24' }, 'm', TODAY)).toMatchObject({ ok: false });
  });
  it('asks for the next review where its day was typed', () => {
    const check = (nextReview: string) => checkApproval({ ...form, nextReview }, 'm', { ...TODAY, typed: true });
    expect(check('2027-11-23')).toMatchObject({ input: { nextReview: '2027-11-23' } });
    expect(check('')).toMatchObject({ input: { nextReview: null } });
    expect(check('2026-11-23')).toMatchObject({ ok: false });
    expect(checkApproval({ ...form, nextReview: '2027-11-23' }, 'm', TODAY)).not.toHaveProperty('input.nextReview');
  });
});
