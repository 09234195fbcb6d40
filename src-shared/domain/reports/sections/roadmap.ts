import { assessedPlan } from '../../assessments/assessed-plan';
import { COMPONENT_LABELS } from '../../assessments/components';
import type { Gap } from '../../assessments/gap';
import type { RoadmapSettings } from '../../assessments/planned-roadmap';
import { findQuestion, questionSet } from '../../assessments/questions/question-sets';
import { BUILD_MONTHS } from '../../assessments/roadmap';
import type { Roadmap, RoadmapItem } from '../../assessments/roadmap-item';
import { doneIn, dueTooEarly, stepOf, TO_BE_NAMED } from '../../assessments/roadmap-owners';
import { shiftMonth } from '../../base/calendar';
import type { ReportBlock } from '../content';
import type { ReportFacts } from '../facts';
import { chart, left, type ReportKit, right, type SectionBuilder, source, table, text } from '../kit';
import { planRoadmap } from './plan-roadmap';

const base = { id: 'roadmap', title: 'Gaps and roadmap' } as const;

export const roadmapSection: SectionBuilder = (kit) => {
  const { facts, write } = kit;
  const { assessment } = facts;
  if (assessment === null) {
    return {
      ...base,
      headline: 'No gaps are known, because no assessment has been finished',
      lead: '',
      blocks: [text('Not assessed yet', ['The gaps of an assessment become steps with effort, order and months.'])],
      sources: [source('Gaps', 'assessments.list', 'finished assessments', 'none')],
    };
  }
  const planned = planOf(facts);
  if (planned === null || planned.plan.items.length === 0) {
    return {
      ...base,
      headline:
        planned === null
          ? 'The roadmap needs a newer version of Modelfolio'
          : `Every answer meets level ${assessment.target}: there is nothing to build`,
      lead: '',
      blocks: [
        text('Nothing to plan', [
          planned === null
            ? 'The assessment was answered with questions that this version does not know.'
            : 'Assess again when the portfolio has grown, or aim for the next level.',
        ]),
      ],
      sources: [source('Gaps', 'assessments.get', 'need − answer, where the answer is below the need', 'none')],
    };
  }
  const { plan, settings, gaps } = planned;
  const stepsBefore = (level: number): number => gaps.filter(({ gatingLevel }) => gatingLevel <= level).length;
  return {
    ...base,
    headline: `${write.counted(plan.items.length, 'gap')} to level ${assessment.target} ${plan.items.length === 1 ? 'closes' : 'close'} in ${write.counted(plan.months, 'month')} with ${write.counted(plan.people, 'person', 'people')}`,
    lead: plan.words.slice(1).map(write.sentence).join(' '),
    blocks: [
      courseOf(kit, inTime(plan.items).slice(0, MOST_BARS), settings, plan.items.length - MOST_BARS),
      steps(kit, plan, settings),
      facts.investment === null ? null : planRoadmap(kit, facts.investment, stepsBefore),
    ].filter((block) => block !== null),
    sources: [
      source(
        'Gaps',
        'assessments.get',
        'need − answer, where the answer is below the need; the widest first',
        write.counted(assessment.score.gaps.length, 'gap'),
      ),
      source(
        'Effort, order and months',
        'assessments.get (roadmap)',
        'effort by the width of the gap; registry before pipelines before continuous training; governance from the start',
        `${write.counted(sum(plan.items), 'person-week')}, ${write.counted(settings.edits.length, 'step')} changed by hand`,
      ),
    ],
  };
};

const sum = (items: readonly RoadmapItem[]): number => items.reduce((total, { effortWeeks }) => total + effortWeeks, 0);

export interface Planned {
  readonly plan: Roadmap;
  readonly settings: RoadmapSettings;
  readonly gaps: readonly Gap[];
}

/** The plan as its page shows it; `null`: this program does not know the version of the questions. */
export function planOf({ assessment, now }: ReportFacts): Planned | null {
  if (assessment === null) return null;
  const settings = assessment.roadmap ?? {
    horizonMonths: BUILD_MONTHS.most,
    start: shiftMonth(now.slice(0, 7), 1),
    edits: [],
  };
  const found = assessedPlan(assessment, settings);
  return found && { plan: found.plan, settings, gaps: found.gaps };
}

/** Who answers for a step. */
export function ownerOf({ redact }: ReportKit, settings: RoadmapSettings, id: string): string {
  const { owner } = stepOf(settings, id);
  return owner ? redact.person(owner) : TO_BE_NAMED;
}

/** The day that was named, else the month in which the plan has the step done. */
export function dueOf({ write }: ReportKit, settings: RoadmapSettings, item: RoadmapItem): string {
  const { due } = stepOf(settings, item.id);
  return due ? write.day(due) : write.month(doneIn(settings, item));
}

/** Days that the plan does not make, where there are any: a sentence for below the title of the table; else ''. */
export function earlyOf({ write }: ReportKit, items: readonly RoadmapItem[], settings: RoadmapSettings): string {
  const early = dueTooEarly(items, settings).length;
  if (early === 0) return '';
  return ` ${write.counted(early, 'step is', 'steps are')} due before the plan has ${early === 1 ? 'it' : 'them'} done.`;
}

/** More bars than these are too thin to read. */
const MOST_BARS = 14;

const inTime = (items: readonly RoadmapItem[]): RoadmapItem[] =>
  items.toSorted((a, b) => a.startMonth - b.startMonth || a.startMonth + a.months - (b.startMonth + b.months));

export function topicOf({ facts }: ReportKit, questionId: string): string {
  const set = facts.assessment === null ? null : questionSet(facts.assessment.questionVersion);
  return (set && findQuestion(set, questionId)?.topic) ?? questionId;
}

/** Steps as bars over the months; `rest`: so many more are not drawn. */
export function courseOf(
  kit: ReportKit,
  items: readonly RoadmapItem[],
  settings: RoadmapSettings,
  rest = 0,
): ReportBlock {
  const { write } = kit;
  const more = rest <= 0 ? '' : ` ${write.counted(rest, 'later step is', 'later steps are')} not drawn.`;
  return chart({
    title: `Steps by month, from ${write.month(settings.start)}`,
    reading: `The first to start on top.${more}`,
    shape: 'stacked_bars',
    categories: items.map((item) => topicOf(kit, item.questionId)),
    series: [
      { name: 'Starts after', values: items.map(({ startMonth }) => startMonth), colour: 'none' },
      { name: 'Months of work', values: items.map(({ months }) => months), colour: 'accent' },
    ],
    unit: 'months from the start',
    format: 'count',
    alt: `Roadmap: ${items.map((item) => `${topicOf(kit, item.questionId)} from month ${item.startMonth + 1} for ${write.counted(item.months, 'month')}`).join('; ')}.`,
  });
}

function steps(kit: ReportKit, plan: Roadmap, settings: RoadmapSettings): ReportBlock {
  const { write } = kit;
  return table({
    title: 'Steps',
    reading: `Answers on the scale 0 to 3; effort in weeks of one person.${earlyOf(kit, plan.items, settings)}`,
    columns: [
      left('Step', 3),
      left('Component', 2.4),
      left('From – to', 1.1),
      right('Weeks', 1),
      left('Starts', 1.4),
      left('Owner', 1.8),
      left('Due', 1.5),
    ],
    rows: inTime(plan.items).map((item) => [
      topicOf(kit, item.questionId),
      COMPONENT_LABELS[item.component],
      `${item.from ?? '?'} – ${item.to}`,
      write.quantity(item.effortWeeks),
      write.month(shiftMonth(settings.start, item.startMonth)),
      ownerOf(kit, settings, item.id),
      dueOf(kit, settings, item),
    ]),
    noun: ['step', 'steps'],
  });
}
