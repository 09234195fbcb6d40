import { describe, expect, it } from 'vitest';
import { type Change, changeGroups } from './change-groups';

const words = {
  label: (field: string) => field.toUpperCase(),
  value: (_: string, value: unknown) => String(value ?? ''),
};
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
  it('is newest first, keeps one act together and cuts what is too long to compare', () => {
    const groups = changeGroups(
      [change(1, 'unit', null, 'x'.repeat(900)), change(2, 'tier', 3, 1), change(2, 'stage', 'a', 'b')],
      words,
    );
    expect(groups.map(({ seq }) => seq)).toEqual([2, 1]);
    expect(groups[0]?.changes).toEqual([
      { field: 'TIER', before: '3', after: '1' },
      { field: 'STAGE', before: 'a', after: 'b' },
    ]);
    expect(groups[1]?.changes[0]?.before).toBe('');
    expect(groups[1]?.changes[0]?.after).toHaveLength(401);
  });
});
