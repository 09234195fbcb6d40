import { describe, expect, it } from 'vitest';
import { type Acceptance, acceptanceLapse, acceptanceProblem, isAccepted } from './finding-acceptance';

const bound = { developer: 'Dev', technicalOwner: 'Tom', businessOwner: 'Bea', findingOwner: 'Fay' };
const days = { openedOn: '2026-11-02', today: '2026-11-30' };
const given: Acceptance = { on: '2026-11-20', until: '2027-01-31', by: 'Rita', reason: 'Small book' };

describe('an acceptance', () => {
  it.each([
    [{}, ''],
    [{ until: null }, 'has an end'],
    [{ by: ' ' }, 'Say who'],
    [{ on: null }, 'from which day'],
    [{ reason: ' ' }, 'Say why'],
    [{ on: '2026-11-01' }, 'before it was opened on 2 Nov 2026'],
    [{ on: '2026-12-01' }, 'still to come'],
    [{ until: '2026-11-19' }, 'before its first day 20 Nov 2026'],
    [{ by: 'dev' }, 'dev made the model or answers for it'],
    [{ by: 'Bea' }, 'made the model or answers for it'],
    [{ by: 'FAY' }, 'has to put it right'],
  ] as const)('%j: %s', (part, problem) => {
    const found = acceptanceProblem({ ...given, ...part }, bound, days);
    if (problem === '') expect(found).toBe('');
    else expect(found).toContain(problem);
  });

  it.each([
    ['2026-11-19', false],
    ['2026-11-20', true],
    ['2027-01-31', true],
    ['2027-02-01', false],
  ])('on %s lets it be: %s', (day, lets) => {
    expect(isAccepted(given, bound, day)).toBe(lets);
  });

  it('that nobody signed, or who may not, lets nothing be, and says why', () => {
    expect(acceptanceLapse({ ...given, by: '', on: null }, bound, '2026-12-01')).toBe(
      'nobody is named who accepted it',
    );
    expect(acceptanceLapse({ ...given, by: 'Tom' }, bound, '2026-12-01')).toContain('Tom, who accepted it, made');
    expect(acceptanceLapse(given, bound, '2027-03-01')).toBe('its acceptance ended on 31 Jan 2027');
    expect(acceptanceLapse({ ...given, until: null }, bound, '2026-12-01')).toBe('');
  });
});
