import type { Gap } from './gap';
import type { QuestionSet } from './questions/question';
import { CORE_QUESTIONS, findQuestion } from './questions/question-sets';
import { prerequisitesOf, WORK_KINDS, workKindOf } from './roadmap-dependencies';
import { DEFAULT_EFFORT_WEEKS, type EffortTable, effortWeeksOf, monthsOf } from './roadmap-effort';
import { busyAt, type Roadmap, type RoadmapItem } from './roadmap-item';
import { planWords } from './roadmap-words';

export interface RoadmapInput {
  /** In the order of rules.md 4, as `scoreAssessment` gives them. */
  readonly gaps: readonly Gap[];
  readonly questions?: QuestionSet | undefined;
  /** ≥ 1; without it the smallest team of 2 to 8 that makes the horizon. */
  readonly people?: number | undefined;
  readonly horizonMonths?: number | undefined;
  readonly effort?: EffortTable | undefined;
}

/** Building the capability takes 12 to 24 months. */
export const BUILD_MONTHS = { least: 12, most: 24 } as const;

/** From the two engineers that level 2 asks for at least, to the eight that keep a large portfolio. */
export const TEAM = { least: 2, most: 8 } as const;

function unscheduled(gap: Gap, gaps: readonly Gap[], questions: QuestionSet, table: EffortTable): RoadmapItem {
  const question = findQuestion(questions, gap.id);
  const effortWeeks = effortWeeksOf(gap, table);
  return {
    id: gap.id,
    questionId: gap.id,
    component: gap.component,
    title: `${question?.topic ?? gap.id}: from ${gap.have ?? 'unknown'} to ${gap.need}`,
    outcome: question?.anchors[gap.need] ?? '',
    from: gap.have,
    to: gap.need,
    effortWeeks,
    dependsOn: prerequisitesOf(gap, gaps),
    startMonth: 0,
    months: monthsOf(effortWeeks),
  };
}

/** Derives what a plan shows from its items. */
export function withItems(plan: Pick<Roadmap, 'people' | 'horizonMonths'>, items: readonly RoadmapItem[]): Roadmap {
  const { people, horizonMonths } = plan;
  const months = Math.max(0, ...items.map((item) => item.startMonth + item.months));
  const overloadedMonths = Array.from({ length: months }, (_, month) => month).filter(
    (month) => busyAt(items, month) > people,
  );
  const fits = months <= horizonMonths && overloadedMonths.length === 0;
  const shape = { items, people, horizonMonths, months, fits, overloadedMonths };
  return { ...shape, words: planWords(shape) };
}

/** The first month from `earliest` on in which somebody is free for as long as the item takes. */
function freeMonth(placed: readonly RoadmapItem[], earliest: number, months: number, people: number): number {
  for (let start = earliest; ; start += 1) {
    const taken = Array.from({ length: months }, (_, offset) => busyAt(placed, start + offset));
    if (taken.every((busy) => busy < people)) return start;
  }
}

/** Each item as early as its prerequisites and the team allow; governance one after the other from the first month. */
function schedule(ordered: readonly RoadmapItem[], people: number): RoadmapItem[] {
  const placed: RoadmapItem[] = [];
  for (const item of ordered) {
    const waitsFor = placed.filter(
      (other) =>
        item.dependsOn.includes(other.id) ||
        (item.component === 'model_governance' && other.component === 'model_governance'),
    );
    const earliest = Math.max(0, ...waitsFor.map((other) => other.startMonth + other.months));
    placed.push({ ...item, startMonth: freeMonth(placed, earliest, item.months, people) });
  }
  return placed;
}

/**
 * A plan that closes the gaps: effort, order and months; rules.md 4. The items stand in the order in which they were
 * placed. Where the horizon cannot be met, `fits` is false and the words say what stands in the way.
 */
export function planRoadmap(input: RoadmapInput): Roadmap {
  const { gaps, questions = CORE_QUESTIONS, effort = DEFAULT_EFFORT_WEEKS } = input;
  const horizonMonths = input.horizonMonths ?? BUILD_MONTHS.most;
  const rank = (gap: Gap): number => WORK_KINDS.indexOf(workKindOf(gap));
  // Sorting keeps the order of the gaps within a kind, and puts every prerequisite before what waits for it.
  const ordered = gaps.toSorted((a, b) => rank(a) - rank(b)).map((gap) => unscheduled(gap, gaps, questions, effort));
  const withTeam = (people: number): Roadmap => withItems({ people, horizonMonths }, schedule(ordered, people));
  if (input.people !== undefined) return withTeam(Math.max(1, Math.floor(input.people)));
  let plan = withTeam(TEAM.least);
  for (let people = TEAM.least + 1; people <= TEAM.most && !plan.fits; people += 1) plan = withTeam(people);
  return plan;
}
