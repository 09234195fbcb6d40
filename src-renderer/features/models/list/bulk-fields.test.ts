import { describe, expect, it } from 'vitest';
import { BULK_FIELDS, bulkTitle, readBulk } from './bulk-fields';

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
  it('says what it does in words of its own', () => {
    expect(BULK_FIELDS.map((field) => bulkTitle(field, '3 models'))).toEqual(
      expect.arrayContaining([
        'Set the business owner of 3 models',
        'Add tags to 3 models',
        'Remove tags from 3 models',
      ]),
    );
  });
  it('never sets a name', () => {
    expect(BULK_FIELDS.map(({ id }) => String(id))).not.toContain('name');
  });
});
