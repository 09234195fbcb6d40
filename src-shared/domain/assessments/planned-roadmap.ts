import type { Gap } from './gap';
import type { QuestionSet } from './questions/question';
import { planRoadmap, withItems } from './roadmap';
import { monthsOf } from './roadmap-effort';
import type { Roadmap, RoadmapItem } from './roadmap-item';

/** A part of the plan as it was moved or changed by hand; everything else of an item follows from its gap. */
export interface RoadmapEdit {
  /** Of the question whose gap it closes. */
  readonly id: string;
  /** Month of the plan in which it begins; 0 = the first. */
  readonly startMonth: number;
  /** Weeks of one person. Left out: what the width of the gap gives. */
  readonly effortWeeks?: number | undefined;
}

/** Who answers for a step, and by when; what is left out is still to be named. */
export interface RoadmapStep {
  /** Of the question whose gap it closes. */
  readonly id: string;
  readonly owner?: string | undefined;
  /** ISO day. */
  readonly due?: string | undefined;
}

export interface RoadmapSettings {
  /** Left out: the smallest team that makes the horizon. */
  readonly people?: number | undefined;
  readonly horizonMonths: number;
  /** First month of the plan, as `2027-01`. */
  readonly start: string;
  readonly edits: readonly RoadmapEdit[];
  readonly steps?: readonly RoadmapStep[] | undefined;
  /** Who stands for the money. */
  readonly sponsor?: string | undefined;
  /** ISO day on which it is decided. */
  readonly decisionDay?: string | undefined;
}

/** What a plan is made for: the gaps as scored, and the questions that they belong to. */
export interface ScoredGaps {
  readonly score: { readonly gaps: readonly Gap[] };
  readonly questions: QuestionSet;
}

/** The plan as the gaps alone would have it, for this team and time. */
export function computedPlan({ score, questions }: ScoredGaps, settings: RoadmapSettings): Roadmap {
  const { people, horizonMonths } = settings;
  return planRoadmap({ gaps: score.gaps, questions, people, horizonMonths });
}

function edited(item: RoadmapItem, edit: RoadmapEdit | undefined): RoadmapItem {
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
export function planWith(gaps: ScoredGaps, settings: RoadmapSettings): Roadmap {
  const plan = computedPlan(gaps, settings);
  const byId = new Map(settings.edits.map((edit) => [edit.id, edit]));
  return withItems(plan, inOrder(plan.items.map((item) => edited(item, byId.get(item.id)))));
}
