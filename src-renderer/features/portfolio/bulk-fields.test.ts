import { describe, expect, it } from 'vitest';
import { BULK_FIELDS, readBulk } from './bulk-fields';

describe('setting a field of many models', () => {
  it('follows the rules of the cell', () => {
    expect(readBulk('tier', '1', 'EUR')).toEqual({ ok: true, patch: { tier: 1 } });
    expect(readBulk('reviewDue', '2027-01-31', 'EUR')).toEqual({ ok: true, patch: { nextReview: '2027-01-31' } });
    expect(readBulk('annualValueMinor', 'much', 'EUR')).toMatchObject({ ok: false });
  });
  it('adds and removes tags without touching the others', () => {
    expect(readBulk('addTags', 'pii, eu', 'EUR')).toEqual({ ok: true, patch: { addTags: ['pii', 'eu'] } });
    expect(readBulk('removeTags', ' , ', 'EUR')).toMatchObject({ ok: false });
  });
  it('never sets a name', () => {
    expect(BULK_FIELDS.map(({ id }) => String(id))).not.toContain('name');
  });
});
