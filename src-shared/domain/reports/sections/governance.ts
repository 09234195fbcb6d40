import { oneOf, verb } from '../../base/wording';
import { sayOverdueKinds } from '../../governance/reviews';
import { FINDING_SEVERITY_LABELS } from '../../governance/vocabulary';
import { AUTONOMY_LABELS, KIND_LABELS } from '../../models/kinds';
import type { ReportBlock, ReportSection } from '../content';
import { hasGovernance } from '../governance-facts';
import { figure, left, type ReportKit, right, source, table } from '../kit';

/** What is owed, what of it is there, and what is late; `null`: nobody has begun with it. */
export function governanceSection(kit: ReportKit): ReportSection | null {
  const { facts, write } = kit;
  const { governance } = facts;
  if (!hasGovernance(governance)) return null;
  const { findings, clocks, reviews, kinds, autonomy, day } = governance;
  const bySeverity = findings.severities
    .filter(({ open }) => open > 0)
    .map(({ severity, open }) => `${write.count(open)} ${FINDING_SEVERITY_LABELS[severity].toLowerCase()}`);
  return {
    id: 'governance',
    title: 'Governance',
    headline: headlineOf(kit),
    lead: `As of ${write.day(day)}. Help, not advice: it states neither conformity nor a breach.`,
    blocks: [
      {
        kind: 'figures',
        figures: [
          figure(
            'Findings not closed',
            write.count(findings.open),
            [`${write.count(findings.overdue)} overdue`, ...bySeverity].join(', '),
          ),
          figure(
            'Reports to authorities',
            `${write.count(clocks.late)} late`,
            clocks.running === 0
              ? 'none is running'
              : `${write.count(clocks.running)} running${clocks.next === null ? '' : `, the next until ${write.day(clocks.next)}`}`,
          ),
          figure(
            'Reviews overdue',
            write.count(reviews.overdue),
            sayOverdueKinds(reviews.overdue, reviews.called, write.count) || 'none',
          ),
        ],
      },
      ...textsTable(kit),
      ...findingsTable(kit),
      {
        kind: 'text',
        title: 'Kinds and autonomy',
        paragraphs: [
          sentence(
            'By kind',
            kinds.map(({ kind, models }) => [kind === null ? 'not known' : KIND_LABELS[kind], models]),
            kit,
          ),
          sentence(
            'By autonomy',
            autonomy.map((one) => [one.autonomy === null ? 'not known' : AUTONOMY_LABELS[one.autonomy], one.models]),
            kit,
          ),
        ].filter((words) => words !== ''),
      },
    ],
    sources: [
      source(
        'Completeness by text',
        'governance.map',
        'answers that are there over those there and missing, on the day',
        '',
      ),
      source(
        'Findings',
        'findings.register',
        'not closed; overdue past its due day, or past the end of an acceptance',
        write.counted(findings.open, 'finding'),
      ),
      source('Reports to authorities', 'governance.reports', 'late: not reported by the last day of the clock', ''),
      source('Reviews', 'reviews.calendar', 'overdue on the day, regular ones and those that an event called for', ''),
    ],
  };
}

const sentence = (start: string, parts: readonly (readonly [string, number])[], { write }: ReportKit): string => {
  const some = parts.filter(([, models]) => models > 0);
  return some.length === 0
    ? ''
    : `${start}: ${some.map(([word, models]) => `${word.toLowerCase()} ${write.count(models)}`).join(', ')}.`;
};

/** What is late first, then what is missing, then that nothing is. */
function headlineOf({ facts: { governance }, write }: ReportKit): string {
  const { findings, clocks, reviews, texts } = governance;
  const late = [
    ...(clocks.late > 0 ? [write.counted(clocks.late, 'report to an authority', 'reports to authorities')] : []),
    ...(findings.overdue > 0 ? [write.counted(findings.overdue, 'finding')] : []),
    ...(reviews.overdue > 0 ? [reviewsInWords(reviews, write)] : []),
  ];
  const missing = texts.reduce((sum, { asks, missing: own }) => sum + (asks ? own : 0), 0);
  if (late.length > 0) {
    const total = clocks.late + findings.overdue + reviews.overdue;
    return `${oneOf(late, 'and')} ${verb(total, 'is', 'are')} overdue`;
  }
  if (missing > 0)
    return `Nothing is overdue; ${write.counted(missing, 'answer')} that ${verb(missing, 'is', 'are')} asked for today ${verb(missing, 'is', 'are')} missing`;
  return 'Nothing is overdue';
}

/** `4 reviews (1 by its day and 3 after events)`; where all are by their day that is not said. */
function reviewsInWords(
  { overdue, called }: ReportKit['facts']['governance']['reviews'],
  write: ReportKit['write'],
): string {
  const kinds = called === 0 ? '' : ` (${sayOverdueKinds(overdue, called, write.count)})`;
  return `${write.counted(overdue, 'review')}${kinds}`;
}

function textsTable({ facts: { governance }, write }: ReportKit): ReportBlock[] {
  const { texts } = governance;
  if (texts.length === 0) return [];
  return [
    table({
      title: 'What is asked for, by text',
      reading:
        'Of each text the answers that are there, of those there and missing; what is asked for later is in neither',
      columns: [
        left('Text', 5),
        right('Models', 1.3),
        right('There', 1.3),
        right('Missing', 1.4),
        left('To bear in mind', 4),
      ],
      rows: texts.map(({ name, asks, models, scopeUnknown, held, missing, verify }) => [
        name,
        write.count(models - scopeUnknown),
        asks && held + missing > 0 ? write.count(held) : '–',
        asks && held + missing > 0 ? write.count(missing) : '–',
        [
          asks ? (held + missing > 0 ? '' : 'asks for no answers today') : 'not in force yet',
          scopeUnknown > 0 ? `of ${write.count(scopeUnknown)} more not known whether it applies` : '',
          verify > 0 ? `${write.counted(verify, 'line')} to verify` : '',
        ]
          .filter((words) => words !== '')
          .join('; ') || '–',
      ]),
      noun: ['text', 'texts'],
    }),
  ];
}

function findingsTable({ facts: { governance }, write }: ReportKit): ReportBlock[] {
  const { open, severities, ages } = governance.findings;
  if (open === 0) return [];
  const head = ({ fromDays, toDays }: (typeof ages)[number]): string =>
    toDays === null ? `${write.count(fromDays)} days on` : `${write.count(fromDays)} to ${write.count(toDays)} days`;
  return [
    table({
      title: 'Findings not closed',
      reading: 'By severity and by age since the day on which they were found',
      columns: [
        left('Severity', 2),
        ...ages.map((age) => right(head(age), 1.6)),
        right('Not closed', 1.5),
        right('Overdue', 1.3),
      ],
      rows: severities
        .filter((one) => one.open > 0)
        .map((one) => [
          FINDING_SEVERITY_LABELS[one.severity],
          ...one.ages.map((count) => write.count(count)),
          write.count(one.open),
          write.count(one.overdue),
        ]),
      noun: ['severity', 'severities'],
    }),
  ];
}

/** On one slide: what is late and what each text misses; ages, kinds and autonomy are in the longer paper. */
export function boardGovernance(kit: ReportKit): ReportSection | null {
  const section = governanceSection(kit);
  return section && { ...section, blocks: section.blocks.slice(0, kit.facts.governance.texts.length > 0 ? 2 : 1) };
}
