import { describe, expect, it } from 'vitest';
import { planOf, STAGED } from '../testing/decision-cases';
import { decide } from './decide';

const plan = planOf('A2');
const L2 = plan.levels.L2;
if (!L2) throw new Error('The plan has level 2.');

const offer = {
  id: 'suite',
  level: 'L2',
  oneOff: 0,
  perYear: 100_000,
  perModel: 0,
  exit: 0,
  escalator: 0,
  coverage: 1,
} as const;

describe('an own platform that is kept beside an offer', () => {
  const inputs = { ...plan, inflation: 0.05 };
  const bill = { platform: 1 };
  const ask = (keepPlatform: number) =>
    decide({
      inputs,
      offers: [{ ...offer, keepPlatform }],
      accounts: { capitalShare: bill, depreciationYears: 0, taxRate: 0 },
    }).offers['L2:suite'];

  it('is part of the platform’s bill and follows inflation, the vendor’s part does not', () => {
    const [without, kept] = [ask(0), ask(20_000)];
    const more = kept?.yearParts.map(({ platform }, at) => platform - (without?.yearParts[at]?.platform ?? 0));
    expect(more?.map((amount) => Math.round(amount))).toEqual([20_000, 21_000, 22_050, 23_153, 24_310]);
    expect(kept?.yearParts.every(({ lines }) => lines === 0)).toBe(true);
  });

  it('is booked where the platform is booked', () => {
    expect((ask(20_000)?.booked?.capital[0] ?? 0) - (ask(0)?.booked?.capital[0] ?? 0)).toBeCloseTo(20_000, 6);
  });
});

describe('a path on a plan that ends before its last step', () => {
  const going = decide({ inputs: plan, paths: [STAGED], horizon: 2 }).paths[STAGED.id];
  const level = decide({ inputs: plan, horizon: 2 }).levels.L2;

  it('is the path of the steps that are left, and says nothing of going on to one that is not', () => {
    expect(going?.pvCost).toBe(level?.pvCost);
    expect(going?.npvVsPrevious).toBeCloseTo(level?.npvVsL1 ?? Number.NaN, 6);
    expect(going).toMatchObject({ gate: null, stop: null, withoutReuse: null });
  });

  it('is today’s way where no step is left', () => {
    const late = { id: 'late', steps: [{ level: 'L2' as const, startMonth: 30 }] };
    const answer = decide({ inputs: plan, paths: [late], horizon: 2 }).paths.late;
    expect(answer).toMatchObject({ npvVsL1: 0, npvVsPrevious: null, paybackVsL1: null, paybackMonth: null });
  });
});

it('does not move the people per model of a level that counts whole engineers', () => {
  const levels = { ...plan.levels, L2: { ...L2, modelsPerEngineer: 4, minEngineers: 2 } };
  const { turns, noTurns } = decide({ inputs: { ...plan, levels } });
  const moved = [...turns, ...noTurns].map(({ by }) => by);
  expect(moved).not.toContain('levels.L2.operateFte');
  expect(moved).toContain('levels.L3.operateFte');
});

it('pays the smallest team also in a year without a model, as it pays the platform', () => {
  const levels = { ...plan.levels, L2: { ...L2, modelsPerEngineer: 4, minEngineers: 2, rampMonths: 0 } };
  const inputs = { ...plan, modelsAtStart: 0, newModels: [0, 8], retired: [0, 0], levels };
  const { people } = decide({ inputs }).levels.L2 ?? {};
  expect(people?.map(({ operate }) => operate)).toEqual([2, 2]);
});
