import { expect, it } from 'vitest';
import { planOf } from '../testing/decision-cases';
import { calibrate, calibrated, calibratedRange, notBelowToday } from './calibration';
import { decide } from './decide';

const inputs = planOf('C3');
const answer = { people: 10, includes: ['operate', 'retrain', 'incident'] as const };

it('makes the plan imply the people that were told', () => {
  const known = calibrated(inputs, answer);
  expect(calibrate(known, answer).implied).toBeCloseTo(10, 9);
  expect(known.levels.L2).toEqual(inputs.levels.L2);
});

it('lets an answer count where the baseline was counted in whole engineers', () => {
  const whole = {
    ...inputs,
    levels: { ...inputs.levels, L1: { ...(inputs.levels.L1 ?? never()), modelsPerEngineer: 2 } },
  };
  const known = calibrated(whole, { people: 8, includes: ['operate'] });
  expect(known.levels.L1).toMatchObject({ operateFte: 0.25, modelsPerEngineer: undefined });
  expect(decide({ inputs: known }).levels.L1?.people[0]?.operate).toBeCloseTo(0.25 * 34.5, 9);
});

it('keeps the levels above as they are, or in their proportion to today', () => {
  const known = calibrated(inputs, { people: 6.4, includes: ['operate'] }, 'inProportion');
  expect(known.levels.L1?.operateFte).toBeCloseTo(0.2, 12);
  expect(known.levels.L2?.operateFte).toBeCloseTo(0.08, 12);
  expect(notBelowToday(known)).toEqual([]);
  expect(notBelowToday(calibrated(inputs, { people: 6.4, includes: ['operate'] }))).toEqual(['L2']);
});

it('turns least, likely and most people into a range of people per model', () => {
  expect(calibratedRange(inputs, { low: 8, mode: 16, high: 32 }, ['operate'])).toEqual({
    path: 'levels.L1.operateFte',
    of: { kind: 'pert', low: 0.25, mode: 0.5, high: 1 },
  });
});

function never(): never {
  throw new Error('The plan has level 1.');
}
