import { describe, expect, it } from 'vitest';
import { gapLineId } from '#domain/scenarios/plan/gap-lines';
import type { CostLine, LevelKey } from '#domain/scenarios/plan/inputs';
import { presetInputs } from '#domain/scenarios/plan/scenario-presets';
import type { GapLine } from '../page/scenario-types';
import { type RoadmapCheck, roadmapChecks, stagedWork } from './roadmap-check';
import { monthsWords, restWords, stagedWords, sumRows } from './roadmap-words';

const WEEK = 2_240;
const preset = presetInputs('expected');
const { L2 } = preset.levels;
if (!L2) throw new Error('The preset has level 2.');

const gap = (questionId: string, effortWeeks: number, levels: LevelKey[], taken = false): GapLine => ({
  questionId,
  title: 'x',
  outcome: '',
  levels,
  effortWeeks,
  startMonth: 2,
  months: 4,
  oneOff: effortWeeks * WEEK,
  taken,
});
const line = (id: string, label: string, oneOff: number): CostLine => ({
  id,
  label,
  levels: ['L2'],
  startMonth: 0,
  months: 0,
  oneOff,
  yearly: 0,
});
// Case J1: 111 weeks, of which 18 stand in the plan as a cost line.
const gaps = [gap('A', 18, ['L2', 'L3'], true), gap('B', 60, ['L2', 'L3']), gap('C', 33, ['L2']), gap('D', 20, ['L3'])];
const inputs = {
  ...preset,
  loadedAnnual: WEEK * preset.weeksPerYear,
  levels: { ...preset.levels, L2: { ...L2, investment: 1_159_680, delayMonths: 3, rampMonths: 18 } },
  costLines: [line(gapLineId('A'), 'A x', 18 * WEEK)],
};
const checkL2 = (of: typeof inputs): RoadmapCheck => {
  const found = roadmapChecks(of, gaps).find(({ key }) => key === 'L2');
  if (!found) throw new Error('Gaps ask for level 2.');
  return found;
};

describe('the plan and its roadmap', () => {
  it('comes down to what nobody has named', () => {
    const check = checkL2(inputs);
    expect(check.sums).toMatchObject({ roadmapWeeks: 111, roadmapCost: 248_640, planTotal: 1_200_000 });
    expect(check.sums).toMatchObject({ coveredByLines: 40_320, coveredByInvestment: 208_320, rest: 951_360 });
    expect(check.unexplained).toBe(951_360);
    expect(restWords(check, 'EUR', WEEK)).toMatch(/^€951K of it, 79%, has no name yet, as much as 425 person-weeks/);
    const rows = sumRows(check, 'EUR', WEEK).map(({ label }) => label);
    expect(rows.at(1)).toBe('The roadmap’s 111 person-weeks at €2.24K');
    expect(rows.at(-1)).toBe('Not explained by anything');
  });

  it('takes a cost line of somebody’s own as a name for a part of the rest', () => {
    const named = { ...inputs, costLines: [...inputs.costLines, line('own', 'Licences', 951_360)] };
    const check = checkL2({ ...named, levels: { ...named.levels, L2: { ...named.levels.L2, investment: 208_320 } } });
    expect(check.named).toEqual([{ label: 'Licences', amount: 951_360 }]);
    expect(check.unexplained).toBeCloseTo(0, 6);
    expect(restWords({ ...check, unexplained: 0 }, 'EUR', WEEK)).toBe('Everything that the plan spends has a name.');
  });

  it('says by how much a plan is short of its own roadmap', () => {
    const check = checkL2({
      ...inputs,
      levels: { ...inputs.levels, L2: { ...inputs.levels.L2, investment: 100_000 } },
    });
    expect(check.unexplained).toBe(0);
    expect(restWords(check, 'EUR', WEEK)).toBe('The plan is short of its own roadmap by €108K.');
    expect(sumRows(check, 'EUR', WEEK).at(-1)?.label).toBe('The plan is short of its own roadmap by');
  });

  it('puts months and builders side by side', () => {
    expect(monthsWords(checkL2(inputs))).toMatch(
      /closes its last gap after 6 months; the plan has the level in full after 21 months, 15 months later\. Its weeks are 2\.\d people/,
    );
  });

  it('gives the first step of a path its own work, and proposes what of it can be kept', () => {
    const staged = stagedWork(inputs, gaps);
    expect(staged).toMatchObject({ firstWeeks: 111, onlySecondWeeks: 20 });
    expect(staged?.reuse).toBeCloseTo(78 / 111, 12);
    if (staged) expect(stagedWords(staged)).toContain('70% of the first step’s weeks serve level 3 as well');
    expect(stagedWork(inputs, [])).toBeNull();
  });
});
