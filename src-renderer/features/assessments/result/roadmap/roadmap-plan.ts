import { computedPlan, planWith, type RoadmapSettings } from '#domain/assessments/planned-roadmap';
import { BUILD_MONTHS, withItems } from '#domain/assessments/roadmap';
import { monthsOf } from '#domain/assessments/roadmap-effort';
import type { Roadmap } from '#domain/assessments/roadmap-item';
import { moveItem } from '#domain/assessments/roadmap-move';
import { type Month, shiftMonth } from '#domain/base/calendar';
import type { Result } from '../result-score';

type Edit = RoadmapSettings['edits'][number];
type Gaps = Pick<Result, 'score' | 'questions'>;

/** The last month in which a piece of work may start: ten years on. */
export const LAST_START = 120;
export const EFFORT = { least: 0.5, most: 520 } as const;

/** A plan from next month on, over the longest time that building the capability takes. */
export function defaultSettings(today: string): RoadmapSettings {
  const start: Month = shiftMonth(today.slice(0, 7), 1);
  return { horizonMonths: BUILD_MONTHS.most, start, edits: [] };
}

/** Where a plan differs from the computed one: that is what has to be kept. */
function editsOf(plan: Roadmap, computed: Roadmap): Edit[] {
  const byId = new Map(computed.items.map((item) => [item.id, item]));
  return plan.items.flatMap((item) => {
    const before = byId.get(item.id);
    const sameEffort = before?.effortWeeks === item.effortWeeks;
    if (!before || (sameEffort && before.startMonth === item.startMonth)) return [];
    const { id, startMonth, effortWeeks } = item;
    return [sameEffort ? { id, startMonth } : { id, startMonth, effortWeeks }];
  });
}

export interface PlanEdit {
  readonly settings: RoadmapSettings;
  readonly id: string;
  /** What kept the item from starting as early as asked. */
  readonly heldBy: readonly string[];
  /** What had to start later, because it waits for the item. */
  readonly pushed: readonly string[];
}

/** Moves one item; what it waits for holds it back, what waits for it is pushed. */
export function moveInPlan(gaps: Gaps, settings: RoadmapSettings, id: string, startMonth: number): PlanEdit {
  const { plan, heldBy, pushed } = moveItem(planWith(gaps, settings), id, Math.min(LAST_START, startMonth));
  return { settings: { ...settings, edits: editsOf(plan, computedPlan(gaps, settings)) }, id, heldBy, pushed };
}

/** Another effort for one item; what waits for it is pushed when it takes longer. */
export function changeEffort(gaps: Gaps, settings: RoadmapSettings, id: string, effortWeeks: number): PlanEdit {
  const before = planWith(gaps, settings);
  const weeks = Math.min(EFFORT.most, Math.max(EFFORT.least, effortWeeks));
  const items = before.items.map((item) =>
    item.id === id ? { ...item, effortWeeks: weeks, months: monthsOf(weeks) } : item,
  );
  const start = items.find((item) => item.id === id)?.startMonth ?? 0;
  const { plan, heldBy, pushed } = moveItem(withItems(before, items), id, start);
  return { settings: { ...settings, edits: editsOf(plan, computedPlan(gaps, settings)) }, id, heldBy, pushed };
}

/** The computed plan again, for the same team and time. */
export function resetPlan(settings: RoadmapSettings): RoadmapSettings {
  return { ...settings, edits: [] };
}
