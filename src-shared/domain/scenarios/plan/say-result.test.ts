import { describe, expect, it } from 'vitest';
import { counted } from '../../base/wording';
import { sayAmount, sayBehind, sayBuildingUnknown, sayFinding, sayTime, sayWhen } from './say-result';
import { presetInputs } from './scenario-presets';

const pair = { a: 'L1', b: 'L2' } as const;
const say = { money: (amount: number) => sayAmount(amount, 'EUR', 2), counted };

it('says a time in one form, and "at once" of none only', () => {
  expect([0, 0.02, 0.1, 0.94, 0.99, 1.52, 2.25].map((years) => sayTime(years))).toEqual([
    'at once',
    'less than a month',
    '1 month',
    '11 months',
    '1 year',
    '1 year 6 months',
    '2 years 3 months',
  ]);
  expect([0, 0.02, 1.5].map((years) => sayWhen(years))).toEqual([
    'at once',
    'in less than a month',
    'after 1 year 6 months',
  ]);
});

describe('the finding', () => {
  it('reads as a sentence for every payback', () => {
    const found = (npv: number, payback: number | null) => sayFinding({ npv, payback, years: 5 }, pair, say);
    expect(found(4_122_129, 2.2)).toBe('Level 2 returns €4.1M over 5 years and pays back after 2 years 2 months');
    expect(found(50_000, 0)).toBe('Level 2 returns €50K over 5 years and pays back at once');
    expect(found(50_000, 0.01)).toBe('Level 2 returns €50K over 5 years and pays back in less than a month');
    expect(found(50_000, null)).toBe('Level 2 returns €50K over 5 years, but is not paid back at its end');
    expect(found(-50_000, null)).toBe('Level 2 costs €50K more than it saves over 5 years and never pays back');
    expect(found(0, 0)).toBe('Level 2 neither returns nor costs anything over 5 years');
  });
});

it('names the models of today only where the plan has more', () => {
  const inputs = presetInputs('expected');
  const still = { ...inputs, newModels: [0], retired: [], modelsAtStart: 892 };
  expect(sayBuildingUnknown(still, pair)).toBe('What level 2 costs to build for 892 models has yet to be entered');
});

it('writes small amounts to the unit and large ones with the figures that count', () => {
  expect([2_885, 35_263, 4_122_129].map((amount) => sayAmount(amount, 'EUR', 2))).toEqual(['€2,885', '€35K', '€4.1M']);
  expect(sayAmount(4_122_129, 'EUR', 3)).toBe('€4.12M');
});

it('says until which month a payback within months is behind', () => {
  expect(sayBehind(0.02, 5)).toBe('behind until month 5');
  expect(sayBehind(0, 3)).toBe('behind until month 3');
  expect(sayBehind(0, 0)).toBe('');
  expect(sayBehind(2.17, 27)).toBe('');
  expect([sayBehind(null, null), sayBehind(1, null)]).toEqual(['', '']);
});
