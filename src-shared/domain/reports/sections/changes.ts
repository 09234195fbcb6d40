import type { ReportBlock } from '../content';
import type { ReportFigures } from '../facts';
import { reportFigures } from '../figures';
import { left, type ReportKit, right, type SectionBuilder, sayYears, source, table, text } from '../kit';

interface Line {
  readonly label: string;
  readonly of: (figures: ReportFigures) => number | null;
  readonly say: (kit: ReportKit, value: number, figures: ReportFigures) => string;
  /** How the difference is written; `null`: a difference says nothing. */
  readonly change: ((kit: ReportKit, difference: number, figures: ReportFigures) => string) | null;
}

const count: Line['say'] = ({ write }, value) => write.count(value);
const level: Line['say'] = ({ write }, value) => (value === 0 ? 'below 1' : write.count(value));
const money: Line['say'] = ({ write }, value, { currency }) => write.money(value, currency ?? write.currency);

const LINES: readonly Line[] = [
  { label: 'Models', of: ({ models }) => models, say: count, change: count },
  { label: 'In production', of: ({ inProduction }) => inProduction, say: count, change: count },
  { label: 'Drifted (act)', of: ({ act }) => act, say: count, change: count },
  { label: 'Watch', of: ({ watch }) => watch, say: count, change: count },
  { label: 'Silent', of: ({ silent }) => silent, say: count, change: count },
  { label: 'No verdict yet', of: ({ neverMeasured }) => neverMeasured, say: count, change: count },
  { label: 'Open incidents', of: ({ openIncidents }) => openIncidents, say: count, change: count },
  { label: 'Level needed', of: ({ levelNeeded }) => levelNeeded, say: level, change: count },
  { label: 'Level held', of: ({ levelHeld }) => levelHeld, say: level, change: count },
  {
    label: 'Way to the target',
    of: ({ percentToTarget }) => percentToTarget,
    say: ({ write }, value) => write.percent(value),
    change: ({ write }, value) => `${write.quantity(value * 100)} points`,
  },
  { label: 'Net present value of the plan', of: ({ npv }) => npv, say: money, change: money },
  {
    label: 'Payback of the plan',
    of: ({ payback }) => payback,
    say: ({ write }, value) => sayYears(write, value),
    change: null,
  },
];

export const changesSection: SectionBuilder = (kit) => {
  const { facts, write } = kit;
  const base = { id: 'changes', title: 'What changed since the last deck' } as const;
  const before = facts.earlierDeck;
  if (before === null) {
    return {
      ...base,
      headline: 'This is the first deck of this portfolio',
      lead: 'The portfolio keeps its figures: the next deck shows here what has changed since.',
      blocks: [firstFigures(kit)],
      sources: [source('Earlier decks', 'reports.list', 'decks of another content than this one', 'none')],
    };
  }
  const now = reportFigures(facts.summary, facts.assessment);
  const rows = LINES.map((line) => row(kit, line, before.figures, now));
  const changed = LINES.filter((line) => line.of(before.figures) !== line.of(now)).length;
  const otherPlan = before.figures.scenario !== now.scenario;
  return {
    ...base,
    headline:
      changed === 0
        ? `No key figure has changed since the deck of ${write.day(before.at)}`
        : `${write.count(changed)} of ${write.counted(LINES.length, 'key figure')} ${changed === 1 ? 'has' : 'have'} changed since the deck of ${write.day(before.at)}`,
    lead: otherPlan
      ? `The plan is another one: ${planName(kit, before.figures, 'another one')} then, ${planName(kit, now, 'the chosen one')} now.`
      : '',
    blocks: [
      table({
        title: 'Key figures then and now',
        reading: '– = not known at that moment.',
        columns: [
          left('Figure', 4),
          right(write.day(before.at), 2),
          right(write.day(facts.now), 2),
          right('Change', 2),
        ],
        rows,
        noun: ['figure', 'figures'],
      }),
      ...assessed(kit),
    ],
    sources: [
      source(
        'Figures of the last deck',
        'reports.list',
        'kept with the deck when it was made',
        `content ${before.contentHash.slice(0, 12)}`,
      ),
    ],
  };
};

function firstFigures(kit: ReportKit): ReportBlock {
  const now = reportFigures(kit.facts.summary, kit.facts.assessment);
  return table({
    title: 'Key figures that the next deck compares itself with',
    reading: '– = not known yet.',
    columns: [left('Figure', 4), right(kit.write.day(kit.facts.now), 2)],
    rows: LINES.map((line) => {
      const value = line.of(now);
      return [line.label, value === null ? '–' : line.say(kit, value, now)];
    }),
    noun: ['figure', 'figures'],
  });
}

const planName = ({ redact }: ReportKit, { scenario }: ReportFigures, instead: string): string =>
  scenario === null ? 'none' : redact.typed(`“${scenario}”`, instead);

function row(kit: ReportKit, line: Line, before: ReportFigures, now: ReportFigures): string[] {
  const [then, today] = [line.of(before), line.of(now)];
  const comparable = line.say !== money || before.currency === now.currency;
  return [
    line.label,
    then === null ? '–' : line.say(kit, then, before),
    today === null ? '–' : line.say(kit, today, now),
    then === null || today === null || line.change === null || !comparable
      ? ''
      : difference(kit, line.change, today - then, now),
  ];
}

function difference(kit: ReportKit, write: NonNullable<Line['change']>, value: number, now: ReportFigures): string {
  if (value === 0) return 'unchanged';
  return `${value > 0 ? '+' : '−'}${write(kit, Math.abs(value), now)}`;
}

/** Between two finished assessments, whenever they were. */
function assessed({ facts, write }: ReportKit) {
  const { assessment, assessmentBefore } = facts;
  if (assessment?.finishedAt == null || assessmentBefore?.finishedAt == null) return [];
  const share = (value: number | null): string => (value === null ? 'not known' : write.percent(value));
  return [
    text('The last two assessments', [
      `${write.day(assessmentBefore.finishedAt)}: level ${write.count(assessmentBefore.overallLevel)}, ${share(assessmentBefore.percentToTarget)} of the way to level ${assessmentBefore.target}.`,
      `${write.day(assessment.finishedAt)}: level ${write.count(assessment.overallLevel)}, ${share(assessment.percentToTarget)} of the way to level ${assessment.target}.`,
    ]),
  ];
}
