import { describe, expect, it } from 'vitest';
import { checkApproval } from './approval-form';

const form = { approvedBy: ' Grace ', day: '2026-11-23', note: ' ok ' };

describe('checkApproval', () => {
  it('counts today as now', () => {
    expect(checkApproval(form, 'm', '2026-11-23')).toEqual({
      ok: true,
      input: { id: 'm', approvedBy: 'Grace', note: 'ok' },
    });
    expect(checkApproval({ ...form, day: '2026-11-01' }, 'm', '2026-11-23')).toMatchObject({
      input: { at: '2026-11-01' },
    });
  });
  it('needs a name and a day that has come', () => {
    expect(checkApproval({ ...form, approvedBy: ' ' }, 'm', '2026-11-23')).toMatchObject({ ok: false });
    expect(checkApproval({ ...form, day: '' }, 'm', '2026-11-23')).toMatchObject({ ok: false });
    expect(checkApproval({ ...form, day: '2026-11-24' }, 'm', '2026-11-23')).toMatchObject({ ok: false });
  });
});
