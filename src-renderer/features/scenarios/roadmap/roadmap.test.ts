import { describe, expect, it } from 'vitest';
import { stagedPath } from '#domain/scenarios/options/options-question';
import {
  type NamedPart,
  type RoadmapCheck,
  reusedShare,
  roadmapChecks,
  stageChecks,
} from '#domain/scenarios/options/roadmap-check';
import { gapLineId } from '#domain/scenarios/plan/gap-lines';
import type { CostLine, LevelKey } from '#domain/scenarios/plan/inputs';
import { presetInputs } from '#domain/scenarios/plan/scenario-presets';
import type { GapLine } from '../page/scenario-types';
import { monthsWords, restWords, reuseWords, stageTable, sumRows } from './roadmap-words';

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
const checkL2 = (of: typeof inputs, parts: readonly NamedPart[] = []): RoadmapCheck => {
  const found = roadmapChecks(of, gaps, parts).find(({ key }) => key === 'L2');
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
    expect(rows.at(1)).toBe('The roadmap’s 111 person-weeks at €2,240');
    expect(rows.at(-1)).toBe('Without a name');
  });

  it('takes a cost line of somebody’s own as a name for a part of the rest', () => {
    const named = { ...inputs, costLines: [...inputs.costLines, line('own', 'Licences', 951_360)] };
    const check = checkL2({ ...named, levels: { ...named.levels, L2: { ...named.levels.L2, investment: 208_320 } } });
    expect(check.named).toEqual([{ label: 'Licences', amount: 951_360, kind: 'line' }]);
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

  it('takes a part that somebody named out of the rest, without a cost of its own', () => {
    const licences = { level: 'L2', label: 'Licences', amount: 500_000 } as const;
    const check = checkL2(inputs, [licences, { ...licences, level: 'L3' }]);
    expect(check.named).toEqual([{ label: 'Licences', amount: 500_000, kind: 'part' }]);
    expect(check.sums).toEqual(checkL2(inputs).sums);
    expect(check.unexplained).toBe(451_360);
    expect(sumRows(check, 'EUR', WEEK).at(-2)).toMatchObject({ label: 'Named: Licences', part: 'Licences' });
    const more = checkL2(inputs, [{ ...licences, amount: 1_000_000 }]);
    expect(more).toMatchObject({ unexplained: 0, over: 48_640 });
    expect(restWords(more, 'EUR', WEEK)).toBe('More is named than the plan has left beside its roadmap, by €48.6K.');
  });
});

describe('the steps of a path', () => {
  const path = stagedPath(inputs, 24);
  if (!path) throw new Error('The plan has two levels above today’s way.');
  const ofBoth = [
    { level: 'L2', label: 'Licences', amount: 300_000 },
    { level: 'L3', label: 'Licences', amount: 500_000 },
    { level: 'L3', label: 'Training', amount: 50_000 },
  ] as const;
  const stages = stageChecks(inputs, path, gaps, ofBoth);

  it('cover each gap, line and euro once, by hand', () => {
    const [first, second] = stages;
    // Level 2 needs 18 + 60 + 33 weeks, of which 18 are a line; only level 3 needs 20 more, and pays what level 2 did not bring.
    expect(first).toMatchObject({ key: 'L2', startMonth: 0, gaps: 3 });
    expect(first?.sums).toMatchObject({
      roadmapWeeks: 111,
      planInvestment: 1_159_680,
      planLines: 40_320,
      rest: 951_360,
    });
    expect(first?.sums).toMatchObject({ coveredByLines: 40_320, coveredByInvestment: 208_320 });
    expect(first?.unexplained).toBe(651_360);
    const whole = preset.levels.L3?.investment ?? 0;
    expect(second?.sums.planInvestment).toBe(Math.max(0, whole - 1_159_680));
    expect(second).toMatchObject({ key: 'L3', startMonth: 24, gaps: 1 });
    expect(second?.sums).toMatchObject({ roadmapWeeks: 20, roadmapCost: 20 * WEEK, coveredByLines: 0, planLines: 0 });
    // Of the licences what level 3 has beyond level 2.
    expect(second?.named).toEqual([
      { label: 'Licences', amount: 200_000, kind: 'part' },
      { label: 'Training', amount: 50_000, kind: 'part' },
    ]);
  });

  it('add up to the path, and each closes: spent = roadmap + named + unnamed, or what is short and over', () => {
    for (const { sums, named, unexplained, over } of stages) {
      const said = named.reduce((sum, { amount }) => sum + amount, 0);
      expect(sums.planTotal + sums.short + over).toBeCloseTo(sums.roadmapCost + said + unexplained, 6);
      expect(sums.coveredByLines + sums.coveredByInvestment).toBeCloseTo(sums.roadmapCost, 6);
    }
    const weeks = gaps.reduce((sum, { effortWeeks }) => sum + effortWeeks, 0);
    expect(stages.reduce((sum, { sums }) => sum + sums.roadmapWeeks, 0)).toBe(weeks);
    const table = stageTable(stages, 'EUR', '2026-11');
    expect(table.heads).toEqual(['Step 1: level 2, Nov 2026', 'Step 2: level 3, Nov 2028', 'In all']);
    for (const { cells } of table.rows) expect(cells).toHaveLength(3);
    expect(table.rows.at(-1)?.label).toBe('Without a name');
  });

  it('propose what of the first can be kept', () => {
    const reuse = reusedShare(path.steps, gaps);
    expect(reuse).toBeCloseTo(78 / 111, 12);
    expect(reuseWords(reuse, 2, 3)).toContain('70% of the first step’s weeks serve level 3 as well');
    expect(reusedShare(path.steps, [])).toBeNull();
    expect(reuseWords(null, 2, 3)).toContain('No weeks are counted with the first');
  });
});
