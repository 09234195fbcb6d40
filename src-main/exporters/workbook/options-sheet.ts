import type { Output } from '#contract/index';
import type { Cell, Row, Sheet } from '../xlsx/cells';
import type { CellWriter } from './cell-writer';

type Decision = Output<'investment.options'>;
type Figures = NonNullable<Decision['levels']['L1']> | Decision['paths'][string];

export interface OptionsLine {
  /** As it may be called. */
  readonly name: string;
  readonly currency: string;
  readonly discountRate: number;
  readonly decision: Decision;
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

/** The options of each plan as made: what changes in the sheets of a scenario does not reach this one. */
export function optionsSheet(write: CellWriter, lines: readonly OptionsLine[], day: string): Sheet {
  const head = (value: string): Cell => ({ value, look: 'head' });
  async function* rows(): AsyncGenerator<Row> {
    yield [
      { value: `Options as made on ${day}; they do not follow what is changed in the other sheets.`, look: 'note' },
    ];
    for (const { name, currency, decision, withheld } of lines) {
      const options: readonly (readonly [string, Figures])[] = [
        ...Object.entries(decision.levels).map(([key, figures]) => [`Level ${key.slice(1)}`, figures] as const),
        ...Object.entries(decision.paths).map(
          ([id, figures]) => [`Level ${id.slice(1, 2)}, then ${id.slice(-1)}`, figures] as const,
        ),
      ];
      yield [];
      yield [head(name), ...options.map(([option]) => head(option))];
      const said = write.redact.choice.money ? decision.words.headline : decision.sentence;
      yield [{ value: withheld === null ? said : `${withheld}. As assumed: ${said}`, look: 'note' }];
      for (const [label, kind, of] of ROWS) {
        const cell = (value: number | null): Cell | null => {
          if (kind === 'money') return write.money(value, currency);
          return kind === 'share' ? write.share(value) : write.number(value);
        };
        yield [{ value: label }, ...options.map(([, figures]) => cell(of(figures)))];
      }
      const years = options[0]?.[1].peopleByYear.length ?? 0;
      for (let year = 0; year < years; year++) {
        yield [
          { value: `People, year ${year + 1}` },
          ...options.map(([, figures]) => write.number(figures.peopleByYear[year] ?? null)),
        ];
      }
    }
  }
  const widths = [44, 18, 18, 18, 18].map((width) => ({ width }));
  return { name: 'Options', columns: widths, rows: rows(), freeze: { rows: 1, columns: 1 } };
}
