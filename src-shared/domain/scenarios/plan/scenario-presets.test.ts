import { describe, expect, it } from 'vitest';
import { INPUT_ORIGINS, originOf } from '../defaults/default-origins';
import { COST_DEFAULTS, defaultOf } from '../defaults/defaults';
import { inputsOf } from '../testing/cases';
import { sensitivity } from '../uncertainty/sensitivity';
import { simulate } from '../uncertainty/simulate';
import { projectInvestment } from './project';
import {
  DEFAULT_CORRELATIONS,
  EXAMPLE_PLAN,
  PRESET_IDS,
  presetInputs,
  SCENARIO_PRESETS,
  uncertainInputs,
} from './scenario-presets';
import { validateInputs } from './validate-inputs';

describe('the defaults', () => {
  it('are the 43 of the research, each a range with a grade and a source, 23 of them assumptions', () => {
    expect(COST_DEFAULTS).toHaveLength(43);
    expect(COST_DEFAULTS.filter(({ grade }) => grade === 'D')).toHaveLength(23);
    for (const { key, low, mode, high, source } of COST_DEFAULTS) {
      expect(low <= mode && mode <= high && source !== '', key).toBe(true);
    }
  });

  it('are found by key and region', () => {
    expect(defaultOf('deploy_weeks_manual')).toMatchObject({ low: 4, mode: 14, high: 26, grade: 'B' });
    expect(defaultOf('ml_engineer_loaded', 'DE/EU').mode).toBe(100_000);
    expect(() => defaultOf('nonsense')).toThrow('There is no default called nonsense.');
  });

  it('stand behind every input of a scenario', () => {
    expect(originOf('levels.L2.operateFte')?.origin).toMatchObject({ key: 'ops_fte_per_model_L2', grade: 'D' });
    expect(originOf('levels.L2.exitCost')).toBeNull();
    expect(new Set(INPUT_ORIGINS.map(({ path }) => path)).size).toBe(INPUT_ORIGINS.length);
    expect(originOf('levels.L2.incidentsPerModel')?.origin.mode).toBeCloseTo(0.8, 12);
    expect(originOf('levels.L3.incidentsPerModel')?.origin.mode).toBeCloseTo(0.6, 12);
  });
});

describe('the scenarios', () => {
  it.each(PRESET_IDS)('%s is valid and has a note', (id) => {
    expect(validateInputs(presetInputs(id))).toEqual([]);
    expect(SCENARIO_PRESETS.find((preset) => preset.id === id)?.note.length).toBeGreaterThan(20);
  });

  it('expect what the worked case expects, but for the hours and the bill by hand', () => {
    const expected = presetInputs('expected', EXAMPLE_PLAN);
    const worked = inputsOf(3);
    expect({ ...expected, hoursPerYear: 2_000 }).toMatchObject({
      ...worked,
      levels: {
        L1: { ...worked.levels.L1, platformFixed: 5_000 },
        L2: worked.levels.L2,
        L3: { ...worked.levels.L3, incidentsPerModel: expect.closeTo(0.6, 12) },
      },
    });
  });

  it('expect less when they are conservative', () => {
    const npv = (id: 'expected' | 'conservative') =>
      projectInvestment(presetInputs(id)).comparisons['L2 vs L1']?.npv ?? 0;
    expect(npv('expected')).toBeGreaterThan(4.5e6);
    expect(npv('conservative')).toBeLessThan(npv('expected') / 2);
    expect(presetInputs('conservative').levels.L2).toMatchObject({ investment: 600_000, rampMonths: 21 });
  });

  it('have the staffing of the article as it was worked, with its absurd return', () => {
    const inputs = presetInputs('article', { newModels: [10, 15, 25] });
    expect(inputs).toEqual(inputsOf(4));
    expect(projectInvestment(inputs).comparisons['L2 vs L1']?.roi).toBeCloseTo(119.7, 9);
  });
});

describe('the ranges of a scenario', () => {
  it('keep its own values as modes and can be run as they are', () => {
    const inputs = presetInputs('conservative');
    const uncertain = uncertainInputs(inputs);
    expect(uncertain.find(({ path }) => path === 'levels.L2.investment')).toEqual({
      path: 'levels.L2.investment',
      low: 250_000,
      mode: 600_000,
      high: 800_000,
    });
    const question = { inputs, compare: 'L2 vs L1', uncertain };
    const has = (name: string): boolean => uncertain.some(({ path }) => path === name);
    const correlations = DEFAULT_CORRELATIONS.filter(({ a, b }) => has(a) && has(b));
    expect(correlations.length).toBeGreaterThan(5);
    expect(simulate({ ...question, correlations, runs: 100, seed: 1 }).sd).toBeGreaterThan(0);
    const npv = projectInvestment(inputs).comparisons['L2 vs L1']?.npv;
    expect(sensitivity(question).base).toBeCloseTo(npv ?? 0, 4);
  });

  it('are widened where a value lies outside, and leave out levels that are not there', () => {
    const inputs = { ...inputsOf(6), incidentCost: 90_000 };
    const uncertain = uncertainInputs(inputs);
    expect(uncertain.find(({ path }) => path === 'incidentCost')).toMatchObject({ mode: 90_000, high: 90_000 });
    expect(uncertain.some(({ path }) => path.startsWith('levels.L3'))).toBe(false);
    const pair = uncertainInputs(presetInputs('expected'), { a: 'L2', b: 'L3' });
    // Level 1 is the way from which both are built.
    expect(new Set(pair.map(({ path }) => path.match(/L\d/)?.[0]))).toEqual(new Set([undefined, 'L1', 'L2', 'L3']));
    const low = uncertainInputs(presetInputs('expected'), { a: 'L1', b: 'L2' });
    expect(low.some(({ path }) => path.startsWith('levels.L3'))).toBe(false);
  });
});
