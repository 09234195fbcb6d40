import { expect, it } from 'vitest';
import { presetInputs } from '../plan/scenario-presets';
import { decide } from './decide';
import { optionsQuestion } from './options-question';

const path = 'levels.L1.operateFte';
const inputs = { ...presetInputs('expected'), modelsAtStart: 32 };
const mode = inputs.levels.L1?.operateFte ?? 0;
const plan = {
  inputs,
  uncertain: [
    { path, low: 0.1, mode, high: 0.9 },
    { path: 'updatesPerYear', low: 1, mode: inputs.updatesPerYear, high: 52 },
  ],
  correlations: [],
  runs: 500,
  seed: 1,
  currency: 'EUR',
};
const told = { ...plan, items: [{ path, origin: { kind: 'entered' } }] };

it('counts the range of a number that somebody gave as no assumption, and draws it as before', () => {
  const [assumed, entered] = [decide(optionsQuestion(plan)), decide(optionsQuestion(told))];
  expect(assumed.simulation).toMatchObject({ drawn: 2, assumed: 2 });
  expect(entered.simulation).toMatchObject({ drawn: 2, assumed: 1 });
  expect(entered.probabilityCheapest).toEqual(assumed.probabilityCheapest);
  expect(entered.words.runs).toContain('1 of 2 uncertain inputs is an assumption');
});
