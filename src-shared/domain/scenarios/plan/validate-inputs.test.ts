import { describe, expect, it } from 'vitest';
import { CASES, inputsOf } from '../testing/cases';
import { hasPlace, parsePath, sayPath, valueAt, withValue, withValues } from './input-path';
import type { InvestmentInputs } from './inputs';
import { projectInvestment } from './project';
import { validateInputs } from './validate-inputs';

const base = inputsOf(3);

function at(path: string, value: number, inputs: InvestmentInputs = base): InvestmentInputs {
  const place = parsePath(path);
  if (!place) throw new RangeError(path);
  return withValue(inputs, place, value);
}

describe('what is wrong with the inputs', () => {
  it.each(Object.keys(CASES).map((_, index) => index + 1))('is nothing in case %i', (number) => {
    expect(validateInputs(inputsOf(number))).toEqual([]);
  });

  it.each([
    ['incidentCost', -1, 'Cost of an incident: -1 is not possible, enter at least 0 and at most 1,000,000,000,000,000'],
    ['levels.L2.platformFixed', -5, 'Fixed cost of the platform of level 2: -5 is not possible'],
    ['levels.L1.progressRatio', 1.2, 'Progress ratio of level 1: 1.2 is not possible, enter above 0 and at most 1'],
    ['levels.L1.progressRatio', 0, 'Progress ratio of level 1: 0 is not possible'],
    ['levels.L3.progressRatio', -0.5, 'Progress ratio of level 3: -0.5 is not possible'],
    ['discountRate', -1, 'Discount rate: -1 is not possible, enter at least -0.99 and at most 5 (a year).'],
    ['discountRate', Number.NaN, 'Discount rate: this is not a number'],
    ['loadedAnnual', Number.POSITIVE_INFINITY, 'Cost of a person: this is not a number'],
    ['weeksPerYear', 0, 'Working weeks: 0 is not possible, enter at least 1'],
    ['newModels.1', -3, 'New models in year 2: -3 is not possible'],
    ['levels.L2.modelsPerEngineer', 0, 'Models per engineer of level 2: 0 is not possible'],
    ['levels.L2.rampMonths', -1, 'Months to build the capability of level 2: -1 is not possible'],
  ])('names %s = %d', (path, value, words) => {
    const problems = validateInputs(at(path, value));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(words);
    expect(() => projectInvestment(at(path, value))).toThrow(words);
  });

  it('says how to write a rate in per cent', () => {
    expect(validateInputs(at('discountRate', 10))).toContain('Write a discount rate of 10% as 0.1.');
  });

  it('bounds the horizon to one year to ten', () => {
    expect(validateInputs({ ...base, newModels: [] })[0]).toContain('The plan has no year');
    expect(validateInputs({ ...base, newModels: Array.from({ length: 10 }, () => 1) })).toEqual([]);
    expect(validateInputs({ ...base, newModels: Array.from({ length: 11 }, () => 1) })[0]).toContain('11 years');
    expect(validateInputs({ ...base, newModels: [3], retired: [0, 1] })[0]).toContain('the same years');
  });

  it('asks for models, of which no more are retired than there are', () => {
    expect(validateInputs({ ...base, newModels: [0, 0] })[0]).toContain('The plan has no model');
    expect(validateInputs({ ...base, newModels: [0], modelsAtStart: 1 })).toEqual([]);
    expect(validateInputs({ ...base, newModels: [2, 0], retired: [0, 3] })[0]).toContain('by the end of year 2');
    expect(validateInputs({ ...base, newModels: [10_000] })).toEqual([]);
  });

  it('asks for a level, and one is enough', () => {
    expect(validateInputs({ ...base, levels: {} })[0]).toContain('No level is given');
    const { L2 } = base.levels;
    if (!L2) throw new Error('case 3 has level 2');
    const alone = projectInvestment({ ...base, levels: { L2 } });
    expect(Object.keys(alone.levels)).toEqual(['L2']);
    expect(alone.comparisons).toEqual({});
    // It is its own baseline: there is no old way to ramp from.
    expect(alone.levels.L2?.yearCost).toEqual(alone.levels.L2?.components.map(({ total }) => total));
  });
});

describe('paths', () => {
  it('are read in the ways that people write them', () => {
    const level = { kind: 'level', level: 'L2', key: 'operateFte' };
    expect(parsePath('levels.L2.operateFte')).toEqual(level);
    expect(parsePath('L2.operateFte')).toEqual(level);
    expect(parsePath('incidentCost')).toEqual({ kind: 'plan', key: 'incidentCost' });
    expect(parsePath('newModels[3]')).toEqual(parsePath('newModels.3'));
  });

  it.each([
    '',
    'toString',
    'levels.L9.operateFte',
    'levels.L1.constructor',
    'newModels',
    'newModels.x',
    'liveBasis',
    'L1',
    'a.b.c',
  ])('refuse %j', (path) => {
    expect(parsePath(path)).toBeNull();
  });

  it('read what counts where nothing is given', () => {
    expect(valueAt(base, { kind: 'plan', key: 'inflation' })).toBe(0);
    expect(valueAt(base, { kind: 'level', level: 'L1', key: 'progressRatio' })).toBe(1);
    expect(valueAt(base, { kind: 'level', level: 'L1', key: 'modelsPerEngineer' })).toBeNull();
    expect(valueAt(base, { kind: 'year', key: 'retired', year: 2 })).toBe(0);
  });

  it('change one number and leave the rest', () => {
    const changed = at('retired.2', 1);
    expect(changed.retired).toEqual([0, 0, 1, 0, 0]);
    expect(changed.levels).toBe(base.levels);
    expect(at('L2.operateFte', 0.3).levels).toEqual({ ...base.levels, L2: { ...base.levels.L2, operateFte: 0.3 } });
    expect(hasPlace(base, { kind: 'year', key: 'newModels', year: 5 })).toBe(false);
    expect(hasPlace(inputsOf(6), { kind: 'level', level: 'L3', key: 'operateFte' })).toBe(false);
  });

  it('change many numbers as they change one', () => {
    const values = ['L2.operateFte', 'incidentCost', 'newModels.1', 'L2.rampMonths', 'L1.deployWeeks'].map(
      (path, at) => {
        const place = parsePath(path);
        if (!place) throw new RangeError(path);
        return { place, value: at + 1 };
      },
    );
    const oneByOne = values.reduce((now, { place, value }) => withValue(now, place, value), base);
    expect(withValues(base, values)).toEqual(oneByOne);
    expect(withValues(base, [])).toEqual(base);
  });

  it('have words', () => {
    expect(sayPath({ kind: 'year', key: 'newModels', year: 1 })).toBe('new models in year 2');
    expect(sayPath({ kind: 'level', level: 'L1', key: 'operateFte' })).toBe('level 1: people per model');
  });
});
