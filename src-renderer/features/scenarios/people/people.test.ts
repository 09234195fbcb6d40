import { describe, expect, it } from 'vitest';
import { previewPeople } from '#domain/scenarios/options/people-question';
import { presetInputs } from '#domain/scenarios/plan/scenario-presets';
import { answerOf, likelyOf, type PeopleForm } from './people-form';
import { impliedWords, previewWords, readingWords, runCostWords } from './people-words';

const ENGLISH = { mark: '.', order: 'mdy' } as const;
const GERMAN = { mark: ',', order: 'dmy' } as const;
const form: PeopleForm = { least: '8', likely: '10', most: '14', by: ' Marta ', day: '2026-11-20', above: 'absolute' };

describe('the answer', () => {
  it('is read as it is written', () => {
    expect(answerOf(form, ENGLISH)).toEqual({ ...form, least: 8, likely: 10, most: 14, by: 'Marta' });
    expect(answerOf({ ...form, likely: '9,5' }, GERMAN)).toMatchObject({ likely: 9.5 });
    expect(answerOf({ ...form, least: '', most: '' }, ENGLISH)).toMatchObject({ least: 10, most: 10 });
    expect(likelyOf({ ...form, likely: '' }, ENGLISH)).toBeNull();
  });

  it.each([
    [{ likely: '' }, /most likely/],
    [{ least: '11' }, /the least first/],
    [{ most: 'many' }, /^Most: /],
    [{ likely: '-1', least: '' }, /^Least: /],
    [{ by: '' }, /who says so/],
    [{ day: '20' }, /^On which day: /],
  ])('with %o says what to write', (change, sentence) => {
    expect(answerOf({ ...form, ...change }, ENGLISH)).toMatch(sentence);
  });
});

describe('the words beside it', () => {
  const runCosts = { sum: 100_000, models: 2, inProduction: 4, noted: 200_000, plan: 800_000, ratio: 0.25 };

  it('say what the plan implies, and where noted run costs are far from it', () => {
    expect(impliedWords({ models: 32, implied: 18.24, runCosts: null })).toBe(
      'The plan as it stands implies 18.2 people for 32 models.',
    );
    const far = runCostWords({ models: 4, implied: 2, runCosts }, 'EUR');
    expect(far).toContain('Run costs noted of 2 of 4 models, taken for the plan’s 4, come to €200K a year');
    expect(far).toMatch(/0\.25 times\. That is far apart/);
    expect(runCostWords({ models: 4, implied: 2, runCosts: { ...runCosts, ratio: 1.3 } }, 'EUR')).not.toContain('far');
    expect(runCostWords({ models: 4, implied: 2, runCosts: null }, 'EUR')).toBe('');
  });

  it('name both readings of the levels above', () => {
    const preview = previewPeople({ ...presetInputs('expected'), modelsAtStart: 32 }, 5);
    const [absolute, proportion] = preview.readings.map((reading) => readingWords(reading, 'EUR'));
    expect(absolute).toMatch(/^stay as they are assumed: level [123] costs least \(level 2 saves /);
    expect(proportion).toMatch(/^keep their proportion to today: /);
    expect(previewWords(preview)).toContain('level 2 and level 3 would take no fewer people per model than today');
    expect(preview.operateFte).toBeLessThan(0.2);
  });
});
