import { shiftMonth } from '../../base/calendar';
import type { ReportSection } from '../content';
import { left, type ReportKit, right, source, table } from '../kit';
import { restOfLevel } from '../sections/plan-roadmap';
import { courseOf, dueOf, earlyOf, ownerOf, planOf, topicOf } from '../sections/roadmap';
import { wantedLevel } from './maturity';

/** The steps that stand before the level that is asked for, with who answers for each and by when. */
export function boardRoadmap(kit: ReportKit): ReportSection | null {
  const { facts, write } = kit;
  const planned = planOf(facts);
  if (planned === null || planned.plan.items.length === 0) return null;
  const { plan, settings, gaps } = planned;
  const level = wantedLevel(kit);
  const gating = new Set(gaps.filter(({ gatingLevel }) => gatingLevel <= level).map(({ id }) => id));
  const before = plan.items.filter(({ questionId }) => gating.has(questionId));
  const items = before.length === 0 ? plan.items : before;
  const later = plan.items.length - items.length;
  const named = new Map((settings.steps ?? []).map((step) => [step.id, step]));
  const ends = Math.max(...items.map(({ startMonth, months }) => startMonth + months));
  const without = items.filter(({ id }) => !named.get(id)?.owner).length;
  const target = before.length === 0 ? (facts.assessment?.target ?? level) : level;
  const owners =
    without === 0
      ? 'each has an owner'
      : without === items.length
        ? 'none has an owner yet'
        : `${write.count(without)} still need an owner`;
  const inOrder = items.toSorted(
    (a, b) => a.startMonth - b.startMonth || a.startMonth + a.months - b.startMonth - b.months,
  );
  return {
    id: 'roadmap',
    title: 'The way there',
    headline: `${write.counted(items.length, 'step')} ${items.length === 1 ? 'closes' : 'close'} the gaps to level ${target} by ${write.month(shiftMonth(settings.start, ends - 1))}; ${owners}`,
    lead: [
      later === 0
        ? ''
        : `${write.counted(later, 'later step')} of the roadmap ${later === 1 ? 'does' : 'do'} not stand before level ${level} and ${later === 1 ? 'is' : 'are'} left out here.`,
      // What is paid for and by nothing named, beside the work that is known.
      facts.investment === null ? '' : restOfLevel(kit, facts.investment, `L${target}`),
    ]
      .filter((part) => part !== '')
      .join(' '),
    blocks: [
      courseOf(kit, inOrder, settings),
      table({
        title: 'Who, by when',
        reading: `Due where a day is named, else the month in which the plan has it done.${earlyOf(kit, items, settings)}`,
        columns: [left('Step', 4), left('Owner', 2.4), left('Due', 1.6), right('Weeks', 1)],
        rows: inOrder.map((item) => [
          topicOf(kit, item.questionId),
          ownerOf(kit, settings, item.id),
          dueOf(kit, settings, item),
          write.quantity(item.effortWeeks),
        ]),
        noun: ['step', 'steps'],
      }),
    ],
    sources: [
      source(
        'Steps',
        'assessments.get (roadmap)',
        'one for each gap; effort by the width of the gap, in the order that they wait for each other',
        write.counted(plan.items.length, 'step'),
      ),
    ],
  };
}
