import { describe, expect, it } from 'vitest';
import { type TierStep, tierThen, tierThenWords } from './tier-round-gate';

const step = (from: TierStep['from'], to: TierStep['to'], day: number, after: boolean, by = 'Ada'): TierStep => ({
  at: `2026-11-${String(day).padStart(2, '0')}T09:00:00.000Z`,
  by,
  from,
  to,
  after,
});

describe('the tier on the way into production', () => {
  it('lowered before the move and raised after it is told with who did both', () => {
    const found = tierThen([step(1, 3, 9, false), step(3, 2, 12, true, 'Ben'), step(2, 1, 13, true)], 1);
    expect(found && tierThenWords(found, '2026-11-10')).toBe(
      'its tier was 3 when it went live on 10 Nov 2026 (lowered from 1 by Ada on 9 Nov 2026); Ada raised it to 1 on 13 Nov 2026',
    );
  });

  it('that was given only afterwards, and on a day that nobody knows', () => {
    const found = tierThen([step(null, 1, 12, true)], 1);
    expect(found && tierThenWords(found, null)).toBe(
      'it had no tier when it went live; Ada raised it to 1 on 12 Nov 2026',
    );
  });

  it.each([
    ['nothing changed', [], 1],
    ['it was changed before alone', [step(3, 1, 9, false)], 1],
    ['it was lowered since', [step(1, 3, 12, true)], 3],
    ['it came back to what it was', [step(1, 3, 12, true), step(3, 1, 13, true)], 1],
  ] as const)('says nothing where %s', (_what, steps, now) => {
    expect(tierThen(steps, now)).toBeNull();
  });
});
