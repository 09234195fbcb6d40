import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_UPDATES_PER_YEAR } from '../models/update-frequency';
import { DEFAULT_LEVEL_THRESHOLDS, recommendLevel } from './level-recommendation';
import { LEVEL_MATRIX, MATRIX_FREQUENCIES } from './testing/level-matrix';

const each = (models: number, updatesPerYear: number) => recommendLevel({ models, load: models * updatesPerYear });

describe('the matrix of models and update frequency', () => {
  it.each(LEVEL_MATRIX)('holds for $models models', ({ models, levels }) => {
    MATRIX_FREQUENCIES.forEach((frequencies, column) => {
      for (const frequency of frequencies) {
        expect(each(models, DEFAULT_UPDATES_PER_YEAR[frequency]).level, frequency).toBe(levels[column]);
      }
    });
  });
});

describe('the driver', () => {
  it('is the number of models, the load, or both', () => {
    expect(each(21, 1)).toMatchObject({ level: 3, byCount: 3, byLoad: 2, driver: 'count' });
    expect(each(6, 52)).toMatchObject({ level: 3, byCount: 2, byLoad: 3, driver: 'load' });
    expect(each(30, 52)).toMatchObject({ level: 3, byCount: 3, byLoad: 3, driver: 'both' });
    expect(each(2, 1)).toMatchObject({ level: 1, driver: 'both' });
  });

  it('stays with the load, or with both, when the cap lowers the level', () => {
    expect(each(1, 365)).toMatchObject({ level: 2, byCount: 1, byLoad: 3, driver: 'load' });
    expect(each(4, 365)).toMatchObject({ level: 2, byCount: 2, byLoad: 3, driver: 'both' });
  });

  it('is named in the reason', () => {
    expect(each(21, 1).reason).toBe('21 models in production is more than the 20 that level 2 carries.');
    expect(each(6, 52).reason).toBe(
      '312 updates a year is more than the 260 that level 2 carries, although 6 models alone would need level 2 only.',
    );
    expect(each(30, 52).reason).toBe(
      '30 models in production and 1,560 updates a year are both more than level 2 carries (20 models, 260 updates a year).',
    );
    expect(each(1, 1).reason).toBe(
      '1 model in production with 1 update a year is within what level 1 carries (3 models, 12 updates a year).',
    );
    expect(each(1, 52).reason).toContain('although 1 model alone would need level 1 only');
  });
});

describe('no model in production', () => {
  it('has nothing to recommend yet', () => {
    const nothing = recommendLevel({ models: 0, load: 0 });
    expect(nothing).toMatchObject({ level: null, byCount: null, byLoad: null, driver: 'none', flags: [] });
    expect(nothing.reason).toContain('nothing to recommend yet');
    expect(nothing.sensitivity).toEqual({
      moreModels: null,
      fewerModels: null,
      moreOften: null,
      lessOften: null,
      words: [],
    });
  });
});

describe('the cost of being wrong', () => {
  it.each([each(1, 1), each(10, 4), each(50, 12)])('names waste and debt at level $level', ({ costOfBeingWrong }) => {
    expect(costOfBeingWrong).toContain('waste');
    expect(costOfBeingWrong).toContain('operational debt');
  });
});

it('uses the thresholds that it is given and keeps their version', () => {
  const thresholds = { ...DEFAULT_LEVEL_THRESHOLDS, version: 'ours-2', countLevel1: 10 };
  expect(recommendLevel({ models: 10, load: 5, thresholds })).toMatchObject({ level: 1, thresholdsVersion: 'ours-2' });
});

describe('properties', () => {
  const models = fc.integer({ min: 1, max: 500 });
  const load = fc.double({ min: 0, max: 5000, noNaN: true });
  const levelOf = (n: number, u: number): number => recommendLevel({ models: n, load: u }).level ?? 0;

  it('more models or more updates never lower the level', () => {
    fc.assert(
      fc.property(
        models,
        load,
        fc.integer({ min: 0, max: 50 }),
        fc.double({ min: 0, max: 500, noNaN: true }),
        (n, u, k, v) => {
          expect(levelOf(n + k, u)).toBeGreaterThanOrEqual(levelOf(n, u));
          expect(levelOf(n, u + v)).toBeGreaterThanOrEqual(levelOf(n, u));
        },
      ),
    );
  });

  it('fewer than five models never need level 3', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), load, (n, u) => {
        expect(levelOf(n, u)).toBeLessThan(3);
      }),
    );
  });

  it('no model has no level, whatever the load', () => {
    fc.assert(
      fc.property(load, (u) => {
        expect(recommendLevel({ models: 0, load: u }).level).toBeNull();
      }),
    );
  });

  it('the driver is one that gives at least the level', () => {
    fc.assert(
      fc.property(models, load, (n, u) => {
        const { level, byCount, byLoad, driver } = recommendLevel({ models: n, load: u });
        const by = { count: byCount, load: byLoad, both: Math.min(byCount ?? 0, byLoad ?? 0), none: null }[driver];
        expect(by).toBeGreaterThanOrEqual(level ?? 4);
      }),
    );
  });
});
