import type { Output } from '#contract/index';
import { sayMonth } from '#domain/base/calendar';
import { PEOPLE_FIRST } from '#domain/scenarios/options/people-answered';
import { type HouseYears, sayPart } from '#domain/scenarios/options/plan-axis';
import type { RoadmapCheck, RoadmapSums, StageCheck } from '#domain/scenarios/options/roadmap-check';
import type { Cell, Row, Sheet } from '../xlsx/cells';
import type { CellWriter } from './cell-writer';
import { quarterColumns, quarterRows, type RiskAdjusted, riskRows } from './options-blocks';

type Decision = Output<'investment.options'>;
type Option = readonly [name: string, figures: Figures];
type Figures = NonNullable<Decision['levels']['L1']> | Decision['paths'][string];

export interface OptionsLine {
  /** As it may be called. */
  readonly name: string;
  readonly currency: string;
  readonly discountRate: number;
  readonly decision: Decision;
  /** When the plan begins and its house's years do, where the house has said it. */
  readonly house: HouseYears;
  readonly riskAdjusted: RiskAdjusted;
  readonly checks: readonly RoadmapCheck[];
  readonly stages: readonly StageCheck[];
  /** Whether somebody has said how many people today's way takes: before, no share of runs is given for it. */
  readonly peopleKnown: boolean;
  /** What stands in the place of its sentence where it is not to be quoted. */
  readonly withheld: string | null;
}

const ROWS: readonly (readonly [string, 'money' | 'years' | 'share', (figures: Figures) => number | null])[] = [
  ['Investment', 'money', ({ investment }) => investment],
  ['Deepest point against today’s way', 'money', ({ peakFunding }) => peakFunding],
  ['Cost, undiscounted', 'money', ({ totalCost }) => totalCost],
  ['Present value', 'money', ({ pvCost }) => pvCost],
  ['NPV against today’s way', 'money', ({ npvVsL1 }) => npvVsL1],
  ['NPV of the last step', 'money', ({ npvVsPrevious }) => npvVsPrevious],
  ['Payback against today’s way, years', 'years', ({ paybackVsL1 }) => paybackVsL1],
  [
    'Share of runs in which it costs least',
    'share',
    (figures) => ('probabilityCheapest' in figures ? figures.probabilityCheapest : null),
  ],
  [
    'Dearer than the best of each run, on average',
    'money',
    (figures) => ('averageRegret' in figures ? figures.averageRegret : null),
  ],
];

type Kind = 'money' | 'number';
type Books = NonNullable<Figures['onAxis']['booked']>;
type TeamYear = NonNullable<Figures['onAxis']['team']>[number];

const TEAM: readonly (readonly [string, Kind, (year: TeamYear) => number])[] = [
  ['People employed', 'number', ({ heads }) => heads],
  ['Hired in the year', 'number', ({ hires }) => hires],
  ['Models waiting at its end', 'number', ({ notDeployed }) => notDeployed],
  ['Model-years missing', 'number', ({ modelYearsMissing }) => modelYearsMissing],
  ['Cost of hiring', 'money', ({ hiringCost }) => hiringCost],
];
const BOOKS: readonly (readonly [string, keyof Books])[] = [
  ['Capital', 'capital'],
  ['Operating', 'operating'],
  ['Depreciation', 'depreciation'],
  ['Book value at its end', 'bookValue'],
  ['Expense', 'expense'],
  ['Tax saved', 'taxSaved'],
];

/** What the plan spends against its roadmap, a column a level, then a column a step of the staged path. */
function* roadmapRows(
  write: CellWriter,
  currency: string,
  checks: readonly RoadmapCheck[],
  stages: readonly StageCheck[],
): Generator<Row> {
  if (checks.length === 0) return;
  const columns: readonly (readonly [string, RoadmapSums])[] = [
    ...checks.map((check) => [`Level ${check.key.slice(1)}`, check] as const),
    ...stages.map(
      (stage, at) => [`Step ${at + 1}: level ${stage.key.slice(1)}, month ${stage.startMonth}`, stage] as const,
    ),
  ];
  const money = (label: string, of: (sums: RoadmapSums) => number | null): Row => [
    { value: label },
    ...columns.map(([, sums]) => write.sum(of(sums), currency)),
  ];
  yield [
    { value: 'What the investment pays for', look: 'head' },
    ...columns.map(([name]): Cell => ({ value: name, look: 'head' })),
  ];
  yield money('The plan spends', ({ sums }) => sums.planTotal);
  yield [{ value: 'Person-weeks of the roadmap' }, ...columns.map(([, { sums }]) => write.number(sums.roadmapWeeks))];
  yield money('The roadmap costs', ({ sums }) => sums.roadmapCost);
  yield money('of that, as cost lines', ({ sums }) => sums.coveredByLines);
  yield money('of that, by the investment', ({ sums }) => sums.coveredByInvestment);
  const labels = [...new Set(columns.flatMap(([, { named }]) => named.map(({ label }) => label)))];
  for (const label of labels) {
    yield money(`Named: ${label}`, ({ named }) => {
      const own = named.filter((one) => one.label === label);
      return own.length === 0 ? null : own.reduce((sum, { amount }) => sum + amount, 0);
    });
  }
  yield money('Named beyond what is left', ({ over }) => over);
  yield money('Short of its own roadmap by', ({ sums }) => sums.short);
  yield money('Without a name', ({ unexplained }) => unexplained);
}

interface Years {
  readonly currency: string;
  readonly axis: Decision['axis'];
  readonly startDate: string | null;
}

/** With a start, the month after which an option is never behind today's way again. */
function* paybackDates(options: readonly Option[], startDate: string | null): Generator<Row> {
  if (startDate === null) return;
  const date = ({ paybackDate }: Figures): Cell => ({ value: paybackDate === null ? '' : sayMonth(paybackDate) });
  yield [{ value: 'Paid back, against today’s way, in' }, ...options.map(([, figures]) => date(figures))];
}

/** A year of the axis, with its months where it is a part of one. */
function sayPeriod(period: Decision['axis'][number], startDate: string | null): string {
  const part = sayPart(period, startDate);
  return part === '' ? period.name : `${period.name} (${part})`;
}

/** Everything that is told by years, on the one axis of the answer: a block a figure, a row a year. */
function* yearRows(
  write: CellWriter,
  { currency, axis, startDate }: Years,
  options: readonly Option[],
): Generator<Row> {
  const labels = axis.map((period) => sayPeriod(period, startDate));
  const block = function* (
    title: string,
    kind: Kind,
    of: (figures: Figures, at: number) => number | null,
  ): Generator<Row> {
    yield [{ value: title, look: 'head' }];
    for (const [at, label] of labels.entries()) {
      const cell = (value: number | null): Cell | null =>
        kind === 'money' ? write.sum(value, currency) : write.precise(value);
      yield [{ value: label }, ...options.map(([, figures]) => cell(of(figures, at)))];
    }
  };
  yield* block(
    'Cost with investment, by year',
    'money',
    ({ onAxis }, at) => (onAxis.cost[at] ?? 0) + (onAxis.investment[at] ?? 0),
  );
  yield* block('of it investment', 'money', ({ onAxis }, at) => onAxis.investment[at] ?? 0);
  yield* block('People, by year', 'number', ({ onAxis }, at) => onAxis.people[at]?.total ?? null);
  yield* block('Cost of a model a year', 'money', ({ onAxis }, at) => onAxis.unitCosts[at]?.perModel ?? null);
  yield* block('Cost of a release', 'money', ({ onAxis }, at) => onAxis.unitCosts[at]?.perRelease ?? null);
  if (options.some(([, { onAxis }]) => onAxis.team !== null)) {
    for (const [title, kind, of] of TEAM) {
      yield* block(`Team: ${title.toLowerCase()}`, kind, ({ onAxis }, at) => {
        const year = onAxis.team?.[at];
        return year ? of(year) : null;
      });
    }
  }
  if (options.some(([, { onAxis }]) => onAxis.booked !== null)) {
    for (const [title, key] of BOOKS) {
      yield* block(`Books: ${title.toLowerCase()}`, 'money', ({ onAxis }, at) => onAxis.booked?.[key][at] ?? null);
    }
  }
}

const optionsOf = ({ levels, paths }: Decision): readonly Option[] => [
  ...Object.entries(levels).map(([key, figures]) => [`Level ${key.slice(1)}`, figures] as const),
  ...Object.entries(paths).map(([id, figures]) => [`Level ${id.slice(1, 2)}, then ${id.slice(-1)}`, figures] as const),
];

const quartersOf = (decision: Decision) => optionsOf(decision).map(([name, { budget }]) => ({ name, budget }));

/** Columns of the widest block, the labels with them. */
const columnsOf = ({ decision, checks, stages }: OptionsLine): number =>
  Math.max(1 + optionsOf(decision).length, 1 + checks.length + stages.length, quarterColumns(quartersOf(decision)), 3);

/** The options of each plan as made: what changes in the sheets of a scenario does not reach this one. */
export function optionsSheet(write: CellWriter, lines: readonly OptionsLine[], day: string): Sheet {
  const head = (value: string): Cell => ({ value, look: 'head' });
  const across = Math.max(...lines.map(columnsOf));
  async function* rows(): AsyncGenerator<Row> {
    yield [
      { value: `Options as made on ${day}; they do not follow what is changed in the other sheets.`, look: 'note' },
    ];
    for (const { name, currency, decision, withheld, house, checks, stages, peopleKnown, riskAdjusted } of lines) {
      const options = optionsOf(decision);
      const { startDate } = house;
      yield [];
      yield [head(name), ...options.map(([option]) => head(option))];
      const said = write.redact.choice.money ? decision.words.headline : decision.sentence;
      const whole = withheld === null ? said : `${withheld}. As assumed: ${said}`;
      yield [{ value: write.sentence(whole), look: 'noteWrap', across }];
      for (const [label, kind, of] of ROWS) {
        const cell = (value: number | null): Cell | null => {
          if (kind === 'money') return write.sum(value, currency);
          return kind === 'share' ? write.share(value) : write.precise(value);
        };
        const open = (at: number): boolean => kind === 'share' && at === 0 && !peopleKnown;
        const why = kind === 'share' && !peopleKnown ? `; of ${options[0]?.[0].toLowerCase()} ${PEOPLE_FIRST}` : '';
        yield [
          { value: `${label}${why}`, look: 'wrap' },
          ...options.map(([, figures], at) => (open(at) ? null : cell(of(figures)))),
        ];
      }
      yield* paybackDates(options, startDate);
      yield* riskRows(write, currency, riskAdjusted);
      yield* roadmapRows(write, currency, checks, stages);
      yield* yearRows(write, { currency, axis: decision.axis, startDate }, options);
      const periods = new Map(decision.axis.map((period) => [period.name, sayPeriod(period, startDate)]));
      const sayYear = (year: string): string => periods.get(year) ?? year;
      const budget = { sayYear, currency, house, years: decision.years, digits: decision.budgetDigits };
      yield* quarterRows(write, budget, quartersOf(decision));
    }
  }
  const widths = [44, ...Array.from({ length: across - 1 }, () => 18)].map((width) => ({ width }));
  return { name: 'Options', columns: widths, rows: rows(), freeze: { rows: 1, columns: 1 } };
}
