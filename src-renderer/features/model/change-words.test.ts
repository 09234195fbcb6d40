import { describe, expect, it } from 'vitest';
import { changeGroups, valueWords } from './change-words';
import type { Change } from './model-types';

const locale = { currency: 'USD', locale: 'en-US' };
const change = (seq: number, field: string, before: unknown, after: unknown): Change => ({
  seq,
  field,
  before,
  after,
  at: `2026-01-0${seq}T00:00:00Z`,
  actor: 'Ada',
  label: `Act ${seq}`,
});

describe('changeGroups', () => {
  it('is newest first and keeps one act together', () => {
    const groups = changeGroups(
      [change(1, 'unit', null, 'A'), change(2, 'tier', 3, 1), change(2, 'stage', 'training', 'validation')],
      locale,
    );
    expect(groups.map(({ seq }) => seq)).toEqual([2, 1]);
    expect(groups[0]?.changes).toEqual([
      { field: 'Tier', before: 'Tier 3', after: 'Tier 1' },
      { field: 'stage', before: 'Training', after: 'Validation' },
    ]);
    expect(groups[1]?.changes[0]?.before).toBe('');
  });
});

describe('valueWords', () => {
  it('cuts what is too long to compare and shows unknown things as they are', () => {
    expect(valueWords('purpose', 'x'.repeat(900), locale)).toHaveLength(401);
    expect(valueWords('something', { a: 1 }, locale)).toBe('{"a":1}');
    expect(valueWords('annualRunCostMinor', 150, locale)).toContain('1.50');
  });
});
