import { describe, expect, it } from 'vitest';
import { type DatedEvidence, evidenceStandings } from './evidence-standing';

const row = (id: string, change: Partial<DatedEvidence> = {}): DatedEvidence => ({
  id,
  modelId: 'm',
  unit: '',
  kind: 'validation',
  on: '2026-01-01',
  validUntil: null,
  outcome: 'passed',
  covers: [],
  ...change,
});
const standing = (...rows: DatedEvidence[]) => Object.fromEntries(evidenceStandings(rows, '2026-11-26'));

describe('evidence on a day', () => {
  it.each([
    [null, 'stands'],
    ['2026-11-25', 'ended'],
    ['2026-11-26', 'ends_soon'],
    ['2027-01-25', 'ends_soon'],
    ['2027-01-26', 'stands'],
  ])('that is valid until %s is %s', (validUntil, expected) =>
    expect(standing(row('a', { validUntil }))).toEqual({ a: expected }),
  );

  it('that ended is no matter where a later row of its kind stands', () =>
    expect(standing(row('a', { validUntil: '2026-06-30' }), row('b', { on: '2026-07-01' }))).toEqual({
      a: 'replaced',
      b: 'stands',
    }));

  it('is not replaced by what failed, by another kind, or by another model', () =>
    expect(
      standing(
        row('a', { validUntil: '2026-06-30' }),
        row('b', { outcome: 'failed' }),
        row('c', { kind: 'review' }),
        row('d', { modelId: 'other' }),
      ),
    ).toEqual({ a: 'ended', b: 'failed', c: 'stands', d: 'stands' }));

  it('that vouches for one line stands for no other', () =>
    expect(
      standing(
        row('a', { kind: 'attestation', covers: ['art26'], validUntil: '2026-06-30' }),
        row('b', { kind: 'attestation', covers: ['art50'] }),
      ),
    ).toEqual({ a: 'ended', b: 'stands' }));

  it('that a change is not substantial is an answer', () =>
    expect(standing(row('a', { kind: 'substantial_change', outcome: 'no' }))).toEqual({ a: 'stands' }));
});
