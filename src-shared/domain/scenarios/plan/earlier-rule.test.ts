import { expect, it } from 'vitest';
import { earlierRule } from './earlier-rule';
import { presetInputs } from './scenario-presets';

const preset = presetInputs('expected');
const { L1 } = preset.levels;
if (!L1) throw new Error('The preset has level 1.');
const inputs = {
  ...preset,
  loadedAnnual: 112_000,
  hoursPerYear: 1_800,
  incidentCost: 2_885,
  levels: { ...preset.levels, L1: { ...L1, incidentsPerModel: 1.295247 } },
};
const cost = {
  path: 'incidentCost',
  origin: { kind: 'measured', measure: 'incidentHours', measured: 51.923077 },
} as const;
const rate = {
  path: 'levels.L1.incidentsPerModel',
  origin: { kind: 'measured', measure: 'incidentsPerModelYear', measured: 1.295247 },
} as const;

it('makes the cost of an incident its hours at today’s price, and incidents above those of level 1, by hand (K1)', () => {
  const rule = earlierRule(inputs, [cost, rate], 'expected');
  expect(rule?.followed.map(({ path, value, formula }) => [path, value, Number(formula.toFixed(4))])).toEqual([
    ['incidentCost', 2_885, 3_230.7692],
    ['levels.L2.incidentsPerModel', preset.levels.L2?.incidentsPerModel, 0.5181],
    ['levels.L3.incidentsPerModel', preset.levels.L3?.incidentsPerModel, 0.3886],
  ]);
  expect(rule?.inputs).toMatchObject({ incidentHours: 51.923077, incidentReductionL2: 0.6, incidentReductionL3: 0.7 });
  expect(rule?.inputs.incidentCost).toBeCloseTo((51.923077 * 112_000) / 1_800, 6);
  expect(rule?.inputs.levels.L2?.incidentsPerModel).toBeCloseTo(0.4 * 1.295247, 9);
});

it('moves nothing that somebody entered or that was measured of a level itself', () => {
  const entered = { path: 'levels.L2.incidentsPerModel', origin: { kind: 'entered' } } as const;
  const own = { ...rate, path: 'levels.L3.incidentsPerModel' };
  expect(earlierRule(inputs, [rate, entered], 'expected')?.followed.map(({ path }) => path)).toEqual([
    'levels.L3.incidentsPerModel',
  ]);
  expect(earlierRule(inputs, [rate, entered, own], 'expected')).toBeNull();
});

it('has nothing to offer a plan that follows already, or that took no such measure', () => {
  const rule = earlierRule(inputs, [cost, rate], 'expected');
  if (!rule) throw new Error('There is a rule to offer.');
  expect(earlierRule(rule.inputs, [cost, rate], 'expected')).toBeNull();
  expect(earlierRule(inputs, [], 'expected')).toBeNull();
  expect(earlierRule(inputs, [{ path: 'incidentCost', origin: { kind: 'entered' } }], 'expected')).toBeNull();
  expect(earlierRule({ ...inputs, incidentHours: 9 }, [cost], 'expected')).toBeNull();
});
