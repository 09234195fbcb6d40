import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_UPDATES_PER_YEAR } from '../models/update-frequency';
import { UPDATE_FREQUENCIES } from '../vocabulary';
import { DEFAULT_LEVEL_THRESHOLDS, recommendLevel } from './level-recommendation';

const each = (models: number, updatesPerYear: number) =>
  recommendLevel({ models, load: models * updatesPerYear }).sensitivity;
const levelOf = (models: number, load: number) => recommendLevel({ models, load }).level;

describe('the words', () => {
  it('join models and frequency that lead to the same level', () => {
    expect(each(17, 12)).toEqual({
      moreModels: { to: 21, level: 3 },
      fewerModels: { to: 1, level: 1 },
      moreOften: { to: 'weekly', level: 3 },
      lessOften: null,
      words: [
        '4 more models, or weekly instead of monthly updates, would move this to level 3.',
        '16 fewer models would move this down to level 1.',
      ],
    });
  });

  it('know one model from many', () => {
    expect(each(20, 12).words[0]).toBe(
      '1 more model, or weekly instead of monthly updates, would move this to level 3.',
    );
    expect(each(21, 1).words).toEqual(['1 fewer model would move this down to level 2.']);
  });

  it('stand apart when models and frequency lead to different levels', () => {
    const { moreModels, moreOften, words } = recommendLevel({
      models: 10,
      load: 10,
      thresholds: { ...DEFAULT_LEVEL_THRESHOLDS, countLevel1: 10, loadLevel2: 15 },
    }).sensitivity;
    expect([moreModels, moreOften]).toEqual([
      { to: 11, level: 2 },
      { to: 'half_yearly', level: 3 },
    ]);
    expect(words).toEqual([
      '1 more model would move this to level 2.',
      'Half-yearly instead of yearly updates would move this to level 3.',
    ]);
  });

  it('give the mean in numbers where it is no named frequency', () => {
    expect(recommendLevel({ models: 3, load: 10 }).sensitivity.words[0]).toBe(
      '1 more model, or monthly updates instead of 3.3 a year for each model, would move this to level 2.',
    );
  });
});

it('names nothing above level 3 and nothing below one model', () => {
  expect(each(30, 52)).toMatchObject({ moreModels: null, moreOften: null });
  expect(each(1, 1)).toMatchObject({ fewerModels: null, lessOften: null });
});

it('sees the cap end at five models', () => {
  expect(each(4, 365).moreModels).toEqual({ to: 5, level: 3 });
  expect(each(5, 365).fewerModels).toEqual({ to: 4, level: 2 });
});

it('works without any known frequency', () => {
  expect(each(10, 0)).toMatchObject({
    moreModels: { to: 21, level: 3 },
    moreOften: { to: 'weekly', level: 3 },
    lessOften: null,
  });
});

describe('against trying every number and every frequency', () => {
  const models = fc.integer({ min: 1, max: 40 });
  const load = fc.oneof(fc.integer({ min: 0, max: 600 }), fc.double({ min: 0, max: 600, noNaN: true }));
  const firstThat = (n: number, u: number, numbers: readonly number[]): number | undefined =>
    numbers.find((to) => levelOf(to, (u * to) / n) !== levelOf(n, u));

  it('finds the nearest number of models that moves the level', () => {
    fc.assert(
      fc.property(models, load, (n, u) => {
        const { moreModels, fewerModels } = recommendLevel({ models: n, load: u }).sensitivity;
        const up = Array.from({ length: 60 }, (_, index) => n + index + 1);
        const down = Array.from({ length: n - 1 }, (_, index) => n - index - 1);
        expect(moreModels?.to).toBe(firstThat(n, u, up));
        expect(fewerModels?.to).toBe(firstThat(n, u, down));
      }),
      { numRuns: 500 },
    );
  });

  it('finds the nearest frequency that moves the level', () => {
    fc.assert(
      fc.property(models, load, (n, u) => {
        const { moreOften, lessOften } = recommendLevel({ models: n, load: u }).sensitivity;
        const rates = UPDATE_FREQUENCIES.map((frequency) => DEFAULT_UPDATES_PER_YEAR[frequency]);
        const moving = rates.filter((rate) => levelOf(n, rate * n) !== levelOf(n, u));
        const above = moving.filter((rate) => rate * n > u);
        const below = moving.filter((rate) => rate * n < u);
        expect(moreOften && DEFAULT_UPDATES_PER_YEAR[moreOften.to]).toBe(above.length ? Math.min(...above) : null);
        expect(lessOften && DEFAULT_UPDATES_PER_YEAR[lessOften.to]).toBe(below.length ? Math.max(...below) : null);
      }),
      { numRuns: 500 },
    );
  });
});
