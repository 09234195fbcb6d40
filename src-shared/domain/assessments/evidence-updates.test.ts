import { expect, it } from 'vitest';
import { evidencedAnswers, evidenceSummary } from './evidence';
import { NO_FACTS } from './evidence-facts';
import { evidencedUpdates, isRate } from './evidence-updates';

const asked = (noted: number | null, recorded: number | null) =>
  evidencedUpdates({ ...NO_FACTS, production: 29, updates: { noted, recorded } });

it('is a contradiction of its own where noted and recorded updates are more than a factor of two apart', () => {
  const [found] = asked(34.2, 1.474);
  expect(found).toMatchObject({ claimed: 34.2, suggests: 1.474, contradiction: true });
  expect(found?.words).toBe(
    'Updates of a model a year: 34.2 as noted, 1.5 recorded in the last twelve months: 23.2 times apart',
  );
  expect(asked(1, 4)[0]?.contradiction).toBe(true);
  expect(asked(2, 4)[0]).toMatchObject({ contradiction: false, also: [] });
});

it('is none where one of them is not known, or is 0', () => {
  for (const [noted, recorded] of [
    [null, 3],
    [3, null],
    [0, 3],
    [3, 0],
  ] as const)
    expect(asked(noted, recorded)).toEqual([]);
});

it('counts among what the portfolio does not bear out, whatever was answered', () => {
  const evidence = evidencedAnswers({ ...NO_FACTS, production: 29, updates: { noted: 34, recorded: 1 } }, {});
  expect(evidence.filter(isRate)).toHaveLength(1);
  expect(evidenceSummary(evidence)).toBe('The portfolio does not bear out 1 of 1 claim that can be held against it.');
});
