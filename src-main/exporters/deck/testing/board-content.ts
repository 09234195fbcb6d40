import type { ReportBlock, ReportContent, ReportSection, ReportTable, SectionId } from '#domain/reports/content';
import { chartOf, contentOf, sectionOf, text } from './deck-content';

const TURNS =
  'Level 3 becomes the cheaper one above 0.25 people per model of level 2, above €180K a year for a person or above 120 models at the end of the plan.';
const WORDS =
  'Over 5 years level 2 costs least, €850K less than level 3 in present value at 10%, €440K to €480K if noted amounts count.';

function table(
  title: string,
  heads: readonly (readonly [title: string, weight: number])[],
  rows: readonly (readonly string[])[],
  noun: readonly [string, string],
  highlight?: number,
): ReportTable {
  return {
    kind: 'table',
    title,
    reading: title === '' ? '' : 'The weightiest first.',
    columns: heads.map(([head, weight], at) => ({ title: head, weight, align: at === 0 ? 'left' : 'right' })),
    rows,
    noun,
    highlight,
  };
}

const many = (count: number, row: (at: number) => readonly string[]): (readonly string[])[] =>
  Array.from({ length: count }, (_, at) => row(at));

const points = (names: readonly string[], words: (at: number) => string): ReportBlock => ({
  ...table(
    '',
    [
      ['The decision', 2.4],
      ['', 10],
    ],
    names.map((name, at) => [name, words(at)]),
    ['point', 'points'],
  ),
  columns: [
    { title: 'The decision', align: 'left', weight: 2.4 },
    { title: '', align: 'left', weight: 10 },
  ],
});

const section = (id: SectionId, headline: string, blocks: readonly ReportBlock[], lead = ''): ReportSection => ({
  ...sectionOf(headline, blocks, lead),
  id,
  title: id,
});

const lines = (title: string, categories: readonly string[]): ReportBlock =>
  chartOf({
    title,
    shape: 'lines',
    categories,
    series: [
      { name: 'Opened', values: categories.map((_, at) => at), colour: 'act' },
      { name: 'Closed', values: categories.map((_, at) => at / 2), colour: 'grey' },
    ],
  });

const MONTHS = 'Dec 2025,Jan 2026,Feb,Mar,Apr,May,Jun,Jul,Aug,Sept,Oct,Nov'.split(',');

/** A board paper with as much in it as one has: eight sections, each of which fills a wide slide. */
export function boardContent(): ReportContent {
  const ask = ['We ask for', 'Why', 'The rule of thumb', 'What would change it', 'The next step', 'Who, by when'];
  const figures = ['To approve', 'Worth against today’s way', 'Paid back after', 'Level 1, people per model'].map(
    (label, at) => ({ label, value: `€${at + 1}.1M`, detail: 'NPV, 5 years at 10%, hiring included' }),
  );
  return contentOf([
    section('decision', 'Decision: approve level 2 for €400K, worth €5.1M against today’s way over 5 years', [
      { kind: 'figures', figures },
      points(ask, (at) => (at === 3 ? TURNS : `${WORDS} (${at + 1})`)),
    ]),
    section('options', 'Level 2 costs least over 5 years: €6.8M in today’s money, against €7.6M for level 3', [
      table(
        'What each option costs and gives',
        [
          ['', 26],
          ['Level 1', 16],
          ['Level 2', 16],
          ['Level 3', 16],
          ['Level 2, then 3', 16],
        ],
        many(9, (at) => [`Figure ${at} against today’s way`, '–', `€${at}K`, `€${at}.2M`, '2 years 2 months']),
        ['figure', 'figures'],
        2,
      ),
      lines('More or less than level 2', ['now', 'year 1', 'year 2', 'year 3', 'year 4', 'year 5']),
      text('Where the answer turns', [TURNS]),
    ]),
    section('state', '16 of 31 models in production report on time; 7 matters ask for action', [
      chartOf({ title: 'Health of models in production' }),
      table(
        'What asks for attention first',
        [
          ['', 1.3],
          ['Matter', 5.6],
          ['Owner', 2],
        ],
        many(6, (at) => ['◆\u00a0Act', `${at} tier 1 models in production have gone silent`, 'Daniel Okafor']),
        ['matter', 'matters'],
      ),
    ]),
    section('incidents', 'Drift had announced 11 of the 20 incidents on watched models', [
      { kind: 'figures', figures: figures.slice(0, 3) },
      lines('Incidents opened and closed', MONTHS),
    ]),
    section(
      'maturity',
      'The organisation works at level 1; 9 of 29 gaps stand before level 2, and 6 claims do not hold in the rows',
      [
        chartOf({
          title: 'Level held and target by component',
          categories: ['Feature store', 'Model registry', 'Experiment tracking', 'CI/CD pipelines'],
          series: [{ name: 'Held', values: [1, 1, 2, 1], colour: 'accent' }],
        }),
        table(
          'What the rows show',
          [
            ['Question', 3],
            ['Said', 1],
            ['Rows', 1],
            ['What the portfolio shows', 4],
          ],
          many(6, (at) => [`Question ${at} of the set`, '2', '1', `▲ ${at} of 31 production models have a reference`]),
          ['claim', 'claims'],
        ),
      ],
      'Rows are those of 7 Oct 2026, when it was finished, with 31 models in production.',
    ),
    section('beliefs', 'Level 1, people per model: the plan counts on 0.5 people, and at 0.18 the case turns', [
      chartOf({
        title: 'Net present value of level 2 against today’s way',
        shape: 'stacked_bars',
        origin: 5,
        categories: many(9, (at) => [`Level 2: input ${at} of the plan: 0.22 – 0.81`]).flat(),
        series: [
          { name: 'At its low value', values: many(9, () => ['']).map((_, at) => at - 9), colour: 'grey' },
          { name: 'At its high value', values: many(9, () => ['']).map((_, at) => 9 - at), colour: 'accent' },
        ],
      }),
      table(
        'What must be true',
        [
          ['Input', 3.4],
          ['In the plan', 1.9],
          ['Turns at', 2.1],
          ['Believed range', 3.2],
        ],
        many(10, (at) => [`Level 2: believed input ${at}`, '0.5 people', '0.18 people', '0.22 – 0.81 people']),
        ['input', 'inputs'],
      ),
    ]),
    section('roadmap', '9 steps close the gaps to level 2 by Nov 2027; none has an owner yet', [
      chartOf({
        title: 'Steps by month',
        shape: 'stacked_bars',
        categories: many(9, (at) => [`Step ${at} of the way`]).flat(),
        series: [
          { name: 'Starts after', values: many(9, () => ['']).map((_, at) => at), colour: 'none' },
          { name: 'Months of work', values: many(9, () => ['']).map(() => 2), colour: 'accent' },
        ],
      }),
      table(
        'Who, by when',
        [
          ['Step', 4],
          ['Owner', 2.4],
          ['Due', 1.6],
          ['Weeks', 1],
        ],
        many(9, (at) => [`Step ${at} of the way`, 'to be named', 'Nov 2027', '4']),
        ['step', 'steps'],
      ),
    ]),
    section(
      'method',
      'Method: every figure is computed from the portfolio of 29 Nov 2026; 35 of 45 inputs are assumptions',
      [
        points(['Models', 'Health', 'Incidents', 'Level needed', 'Level held', 'Costs'], (at) => `${WORDS} [${at}]`),
        text('', [`Content of the portfolio file: ${'a'.repeat(64)}.`]),
      ],
    ),
  ]);
}
