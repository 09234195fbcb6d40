import { describe, expect, it } from 'vitest';
import { computedPlan, planWith, type RoadmapSettings } from '#domain/assessments/planned-roadmap';
import { CORE_QUESTIONS } from '#domain/assessments/questions/question-sets';
import { sampleResult } from '../testing/sample-assessment';
import { changeEffort, defaultSettings, LAST_START, moveInPlan, resetPlan } from './roadmap-plan';

const result = sampleResult();
const start = defaultSettings('2026-11-23');
const at = (settings: RoadmapSettings, id: string) => {
  const item = planWith(result, settings).items.find((one) => one.id === id);
  if (!item) throw new Error(`no ${id} in the plan`);
  return item;
};
const endOf = (settings: RoadmapSettings, id: string): number => at(settings, id).startMonth + at(settings, id).months;

it('starts next month, over the longest time that building takes', () => {
  expect(start).toEqual({ horizonMonths: 24, start: '2026-12', edits: [] });
  expect(planWith(result, start)).toEqual(computedPlan(result, start));
});

describe('moving', () => {
  it('pushes what waits, and keeps both', () => {
    const { settings, pushed, heldBy } = moveInPlan(result, start, 'MR5', 6);
    expect(heldBy).toEqual([]);
    expect(pushed).toContain('CD5');
    expect(at(settings, 'MR5').startMonth).toBe(6);
    expect(at(settings, 'CD5').startMonth).toBeGreaterThanOrEqual(endOf(settings, 'MR5'));
    expect(settings.edits.map(({ id }) => id)).toEqual(expect.arrayContaining(['MR5', 'CD5']));
  });

  it('is held at the end of what comes first', () => {
    const { settings, heldBy } = moveInPlan(result, start, 'CD5', 0);
    expect(heldBy).toEqual(['MR5']);
    expect(at(settings, 'CD5').startMonth).toBe(endOf(settings, 'MR5'));
  });

  it('back to where it was computed leaves no edit behind', () => {
    const free = computedPlan(result, start).items.find(({ component }) => component === 'feature_store');
    if (!free) throw new Error('the sample has a gap in the feature store');
    const { settings } = moveInPlan(result, start, free.id, free.startMonth + 3);
    expect(settings.edits).toHaveLength(1);
    expect(moveInPlan(result, settings, free.id, free.startMonth).settings.edits).toEqual([]);
  });

  it('does not leave the range that is kept', () => {
    const { settings } = moveInPlan(result, start, 'FS2', 500);
    expect(at(settings, 'FS2').startMonth).toBe(LAST_START);
  });
});

describe('another effort', () => {
  it('makes the bar longer and pushes what waits for it', () => {
    const { settings, pushed } = changeEffort(result, start, 'MR5', 30);
    expect(at(settings, 'MR5')).toMatchObject({ effortWeeks: 30, months: 7 });
    expect(pushed).toContain('CD5');
  });

  it('survives a move', () => {
    const longer = changeEffort(result, start, 'MR5', 30).settings;
    expect(at(moveInPlan(result, longer, 'MR5', 4).settings, 'MR5')).toMatchObject({ effortWeeks: 30, startMonth: 4 });
  });
});

it('keeps the order when a kept start no longer fits the plan', () => {
  const settings: RoadmapSettings = { ...start, edits: [{ id: 'CD5', startMonth: 0 }] };
  expect(at(settings, 'CD5').startMonth).toBe(endOf(settings, 'MR5'));
});

it('leaves edits of closed gaps aside, and takes the others up again', () => {
  const met = sampleResult({ answers: Object.fromEntries(CORE_QUESTIONS.questions.map(({ id }) => [id, 3])) });
  const settings: RoadmapSettings = { ...start, edits: [{ id: 'CD5', startMonth: 9 }] };
  expect(planWith(met, settings).items).toEqual([]);
  expect(at(settings, 'CD5').startMonth).toBe(9);
});

it('comes back to the computed plan, with the same team and time', () => {
  const moved = moveInPlan(result, { ...start, people: 3, horizonMonths: 18 }, 'MR5', 6).settings;
  expect(resetPlan(moved)).toEqual({ ...start, people: 3, horizonMonths: 18 });
});
