import type { Assessment } from '#contract/assessments';
import { type Month, shiftMonth } from '#domain/maturity/month';
import { BUILD_MONTHS, planRoadmap, withItems } from '#domain/maturity/roadmap';
import { monthsOf } from '#domain/maturity/roadmap-effort';
import type { Roadmap, RoadmapItem } from '#domain/maturity/roadmap-item';
import { moveItem } from '#domain/maturity/roadmap-move';
import type { Result } from './result-score';

export type RoadmapSettings = NonNullable<Assessment['roadmap']>;
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

/** The plan as the gaps alone would have it, for this team and time. */
export function computedPlan({ score, questions }: Gaps, settings: RoadmapSettings): Roadmap {
  const { people, horizonMonths } = settings;
  return planRoadmap({ gaps: score.gaps, questions, people, horizonMonths });
}

function edited(item: RoadmapItem, edit: Edit | undefined): RoadmapItem {
  if (!edit) return item;
  const effortWeeks = edit.effortWeeks ?? item.effortWeeks;
  return { ...item, effortWeeks, months: monthsOf(effortWeeks), startMonth: edit.startMonth };
}

/** Starts nothing before what it waits for ends; the items of a plan stand after their prerequisites. */
function inOrder(items: readonly RoadmapItem[]): RoadmapItem[] {
  const placed = new Map<string, RoadmapItem>();
  for (const item of items) {
    const ends = item.dependsOn.flatMap((id) => {
      const before = placed.get(id);
      return before ? [before.startMonth + before.months] : [];
    });
    placed.set(item.id, { ...item, startMonth: Math.max(item.startMonth, ...ends) });
  }
  return items.map((item) => placed.get(item.id) ?? item);
}

/** The plan of today's gaps with what was moved and changed by hand; an edit whose gap is closed is left aside. */
export function planWith(gaps: Gaps, settings: RoadmapSettings): Roadmap {
  const plan = computedPlan(gaps, settings);
  const byId = new Map(settings.edits.map((edit) => [edit.id, edit]));
  return withItems(plan, inOrder(plan.items.map((item) => edited(item, byId.get(item.id)))));
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
