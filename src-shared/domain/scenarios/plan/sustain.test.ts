import { describe, expect, it } from 'vitest';
import { inputsOf } from '../testing/cases';
import { earlierValue } from './earlier-value';
import { deploymentCosts } from './marginal-cost';
import { presetInputs } from './scenario-presets';
import { sustainedModels, teamOfToday } from './sustain';

const inputs = inputsOf(3);
const models = (years: readonly { readonly models: number | null }[] | undefined) => years?.map((year) => year.models);

describe('what one team sustains', () => {
  it('grows while the capability is built', () => {
    const sustained = sustainedModels(inputs, 7);
    expect(models(sustained.L1)).toEqual([14, 14, 14, 14, 14]);
    // Year 1: 7 / (0.2963 × 0.2 + 0.7037 × 0.5) people per model.
    expect(models(sustained.L2)).toEqual([17, 32, 35, 35, 35]);
    expect(models(sustained.L3)?.at(-1)).toBe(70);
    // 35 models × 4 updates × 10 hours.
    expect(sustained.L2?.at(-1)?.retrainPeople).toBeCloseTo(0.7, 12);
  });

  it('is the article: twelve people keep three models, eight keep fifty', () => {
    const article = presetInputs('article');
    expect(models(sustainedModels(article, 12).L1)?.[0]).toBe(3);
    expect(models(sustainedModels(article, 8).L3)?.[0]).toBe(50);
    // Below the smallest team nothing is sustained.
    expect(models(sustainedModels(article, 3).L3)?.[0]).toBe(0);
  });

  it('starts from the team of today', () => {
    expect(teamOfToday(inputs)).toBe(1);
    expect(teamOfToday(inputsOf(6))).toBe(3);
    expect(models(sustainedModels(inputsOf(6)).L2)?.[0]).toBe(15);
    expect(() => sustainedModels(inputs, -1)).toThrow(RangeError);
  });

  it('has no limit where models need nobody', () => {
    const { L1, L2 } = inputs.levels;
    if (!L1 || !L2) throw new Error('case 3 has both levels');
    const free = { ...inputs, levels: { L1, L2: { ...L2, operateFte: 0, rampMonths: 0 } } };
    expect(sustainedModels(free, 2).L2?.[0]).toMatchObject({ models: null, retrainPeople: null });
  });
});

describe('what the next deployment costs', () => {
  const { L1, L2 } = deploymentCosts(inputs, 20);

  it('never falls by hand, and falls to its floor on a platform', () => {
    expect(new Set(L1?.cost)).toEqual(new Set([56_000]));
    expect(L2?.cost[0]).toBe(16_000);
    expect(L2?.cost[1]).toBeCloseTo(11_200, 8);
    expect(L2?.cost.at(-1)).toBe(4_000);
  });

  it('tells how much faster the latest is, and how much faster all of them are', () => {
    expect(L2?.latestVelocity[0]).toBeCloseTo(3.5, 12);
    expect(L2?.latestVelocity.at(-1)).toBe(14);
    const total = L2?.weeks.reduce((sum, weeks) => sum + weeks, 0) ?? 0;
    expect(L2?.averageVelocity.at(-1)).toBeCloseTo(280 / total, 12);
    expect(L1?.averageVelocity.at(-1)).toBe(1);
  });
});

describe('reaching production sooner', () => {
  it('is worth the weeks of the new models, less while the capability is built', () => {
    const value = earlierValue(inputs, { a: 'L1', b: 'L2' }, 520_000);
    // 8 models, 14 weeks less 1 each.
    expect(value.weeksEarlier[4]).toBeCloseTo(104, 9);
    expect(value.value[4]).toBeCloseTo(1_040_000, 5);
    const full = 4 * 14 - 44_130.88543603394 / 4_000;
    expect(value.weeksEarlier[0]).toBeCloseTo(full * 0.2962962962962962, 9);
    expect(earlierValue(inputs, { a: 'L1', b: 'L2' }, 0).presentValue).toBe(0);
    expect(() => earlierValue(inputs, { a: 'L1', b: 'L2' }, Number.NaN)).toThrow(RangeError);
  });
});
