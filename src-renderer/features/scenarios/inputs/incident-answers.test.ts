import { describe, expect, it } from 'vitest';
import { pairName } from '#domain/scenarios/plan/comparison-flows';
import { projectFlows } from '#domain/scenarios/plan/project';
import { presetInputs } from '#domain/scenarios/plan/scenario-presets';
import type { Measured } from '../page/scenario-types';
import { incidentAnswers } from './incident-answers';

const noted: Measured = {
  key: 'incidentOtherCost',
  label: 'Noted cost of an incident',
  unit: 'EUR per incident',
  value: 35_263,
  reason: '',
  n: 19,
  words: '',
  numbers: '',
  caution: '',
  sets: [],
  rows: [],
};
const plan = {
  ...{ ...presetInputs('expected'), loadedAnnual: 112_000, hoursPerYear: 1_800 },
  ...{ incidentHours: 51.923077, derived: ['incidentCost'] },
};

describe('whether noted amounts count', () => {
  it('is asked with what each answer makes of an incident and of the plan', () => {
    const answers = incidentAnswers(plan, [noted], 'L3 vs L1');
    expect(answers.map(({ id, cost }) => [id, Math.round(cost)])).toEqual([
      ['onTop', 38_494],
      ['holdHours', 35_263],
      ['notCounted', 3_231],
    ]);
    for (const { cost, npvs } of answers) {
      const { comparisons } = projectFlows({ ...plan, derived: [], incidentCost: cost });
      expect(npvs.map(({ pair }) => pairName(pair))).toEqual(['L3 vs L1', 'L3 vs L2']);
      for (const { pair, npv } of npvs) expect(npv).toBeCloseTo(comparisons[pairName(pair)]?.npv ?? 0, 4);
    }
  });

  it('is not asked once it is answered, where nothing is noted, and of a cost that was entered', () => {
    expect(incidentAnswers({ ...plan, incidentOtherCost: 0 }, [noted], 'L2 vs L1')).toEqual([]);
    expect(incidentAnswers(plan, [{ ...noted, value: null }], 'L2 vs L1')).toEqual([]);
    expect(incidentAnswers({ ...plan, derived: [] }, [noted], 'L2 vs L1')).toEqual([]);
  });
});
