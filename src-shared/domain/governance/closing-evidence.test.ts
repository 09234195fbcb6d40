import { describe, expect, it } from 'vitest';
import { canClose, closingProblem } from './closing-evidence';
import { EVIDENCE_KINDS } from './evidence-kinds';
import { FINDING_SOURCES } from './vocabulary';

describe('what closes a finding', () => {
  it.each([
    ['validation', 'validation', true],
    ['validation', 'independent_review', true],
    ['validation', 'operator_training', false],
    ['validation', 'review', false],
    ['review', 'review', true],
    ['regulator', 'attestation', true],
    ['regulator', 'monitoring_plan', false],
    ['incident', 'monitoring_plan', true],
    ['self', 'exception', false],
  ] as const)('from %s by %s: %s', (source, kind, closes) => {
    expect(canClose(source, kind)).toBe(closes);
    expect(closingProblem(source, kind) === '').toBe(closes);
  });

  it('says what would close it', () => {
    expect(closingProblem('validation', 'operator_training')).toBe(
      '“operators trained” does not close a finding from validation. Close it by validation or independent review.',
    );
    expect(closingProblem('self', 'waiver')).toContain('Accept the finding until a day');
  });

  it('every source has something that closes it, and none takes what is of the organisation', () => {
    for (const source of FINDING_SOURCES) {
      const kinds = EVIDENCE_KINDS.filter(({ kind }) => canClose(source, kind));
      expect(kinds.length).toBeGreaterThan(0);
      expect(kinds.map(({ level }) => level)).not.toContain('organisation');
    }
  });
});
