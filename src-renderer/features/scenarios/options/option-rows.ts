import { type Month, sayMonth } from '#domain/base/calendar';
import type { OptionFigureKey } from '#domain/scenarios/explain/option-figures';
import { sayTenthsAlone } from '#domain/scenarios/options/tenths';
import { sayBehind } from '#domain/scenarios/plan/say-result';
import { formatCompactMoney, formatNumber, formatPercent, formatRoundMoney } from '../../../lib/format';
import { sayPeakMonth } from '../page/key-figures';
import { sayYears } from '../page/time-words';
import type { OptionColumn } from './option-columns';
import type { Answer, Axis } from './options-types';

/** One cell: what it says, and what more stands under it. */
export interface OptionCell {
  /** Several: one a year. */
  readonly text: string | readonly string[];
  readonly note?: string;
  /** The best of its row. */
  readonly best: boolean;
  /** There is no such figure of this option, and nothing to open. */
  readonly none?: boolean;
}

export interface OptionRow {
  readonly id: string;
  readonly label: string;
  /** What the figure means, for whoever asks. */
  readonly means: string;
  /** What a cell opens to. */
  readonly opens: OptionFigureKey;
  readonly cells: readonly OptionCell[];
}

interface Scene {
  readonly answer: Answer;
  readonly columns: readonly OptionColumn[];
  readonly currency: string;
  readonly discountRate: number;
  /** Figures that count in an amount that comes of the inputs; left out: three. */
  readonly digits?: number | undefined;
  /** First month of the plan, where the house has said it. */
  readonly startDate?: Month | undefined;
  /** No share of runs is given for today's way while the people that it takes are an assumption. */
  readonly peopleKnown: boolean;
}

const NONE = '–';

/** @param wins which value is the best of a row; `null` values are never */
function row(
  scene: Scene,
  about: Pick<OptionRow, 'id' | 'label' | 'means' | 'opens'>,
  value: (column: OptionColumn) => number | null,
  say: (value: number, column: OptionColumn) => string,
  wins: 'least' | 'most' | 'none',
  note: (column: OptionColumn) => string = () => '',
): OptionRow {
  const values = scene.columns.map(value);
  const known = values.filter((one) => one !== null);
  const best = wins === 'none' || known.length < 2 ? null : wins === 'least' ? Math.min(...known) : Math.max(...known);
  const cells = scene.columns.map((column, at): OptionCell => {
    const own = values[at] ?? null;
    const more = note(column);
    return {
      text: own === null ? NONE : say(own, column),
      best: own !== null && own === best,
      ...(own === null ? { none: true } : {}),
      ...(more === '' ? {} : { note: more }),
    };
  });
  return { ...about, cells };
}

function paidBack({ figures }: OptionColumn): string {
  if (figures.paybackDate !== null) return sayMonth(figures.paybackDate);
  return figures.paybackVsL1 === null ? '' : sayYears(figures.paybackVsL1);
}

/** What the rule of thumb lets a level carry. */
function carries({ answer, columns }: Scene): OptionRow {
  const limits = answer.rule?.thresholds;
  const upTo = (models: number, load: number): string =>
    `${formatNumber(models)} models, ${formatNumber(load)} updates a year`;
  const text = ({ level, path }: OptionColumn): string => {
    if (!limits) return NONE;
    if (level === 'L1') return upTo(limits.countLevel1, limits.loadLevel1);
    if (level === 'L2') return upTo(limits.countLevel2, limits.loadLevel2);
    return path === null ? 'more than that' : 'as level 2, then more';
  };
  return {
    id: 'carries',
    opens: 'carries',
    label: 'Carries, by the rule',
    means: 'A heuristic: nobody publishes numeric limits. Settings show it and let you change it.',
    cells: columns.map((column) => ({ text: text(column), best: false, none: !limits })),
  };
}

/** The runs of an option against today's way. */
function runsOf({ simulation, paths }: Answer, { id, path }: OptionColumn, today: OptionColumn | undefined) {
  if (path !== null) return paths[id]?.npvSpread ?? null;
  return simulation?.pairs[`${id} vs ${today?.id}`] ?? null;
}

const MILLION = 1_000_000;

/** One row of amounts, a year each, in one unit for all of them: five columns of whole amounts would not fit. */
function yearCosts({ answer, columns, currency }: Scene): OptionRow {
  const most = Math.max(...columns.flatMap(({ figures }) => figures.onAxis.cost.map(Math.abs)));
  const [unit, name] = most >= MILLION ? [MILLION, 'million'] : [1_000, 'thousand'];
  const digits = most >= 100 * unit ? 0 : most >= 10 * unit || unit === MILLION ? 1 : 0;
  return {
    id: 'years',
    opens: 'yearCost',
    label: `Cost without investment, ${yearsWords(answer.axis)}, ${name} ${currency}`,
    means: 'Without investments: work at each level by its share, platform, cost lines, leaving.',
    cells: columns.map(({ figures }) => ({
      text: figures.onAxis.cost.map((cost) => formatNumber(cost / unit, digits)),
      best: false,
    })),
  };
}

/** `FY 2026/27 to FY 2031/32`, or `year by year` of a plan without a start. */
function yearsWords(axis: Axis): string {
  const [first, last] = [axis[0], axis.at(-1)];
  if (!first || !last || first.name.startsWith('Year')) return 'year by year';
  return first === last ? first.name : `${first.name} to ${last.name}`;
}

/** The options side by side: what a person compares, in the order in which they ask. */
export function optionRows(scene: Scene): readonly OptionRow[] {
  const { answer, columns, currency, discountRate, peopleKnown, digits = 3 } = scene;
  const money = (value: number): string => formatRoundMoney(value, currency, digits);
  // An input of the plan, as it was given.
  const given = (value: number): string => formatCompactMoney(value, currency);
  const rate = formatPercent(discountRate);
  const baseline = columns[0];
  const above = (of: (column: OptionColumn) => number | null) => (column: OptionColumn) =>
    column === baseline ? null : of(column);
  const tops = Object.keys(answer.levels);
  return [
    row(
      scene,
      {
        id: 'investment',
        opens: 'investment',
        label: 'Investment',
        means: 'Undiscounted; of a later step only what the level below did not bring.',
      },
      above(({ figures }) => figures.investment),
      (_, { figures }) => figures.investments.map(({ amount }) => given(amount)).join(' + ') || given(0),
      'least',
    ),
    row(
      scene,
      {
        id: 'peak',
        opens: 'peakFunding',
        label: `Deepest point, against ${baseline?.name.replace(', stay', '').toLowerCase() ?? 'today'}`,
        means: 'The most by which it is behind today’s way, month by month.',
      },
      above(({ figures }) => figures.peakFunding),
      money,
      'least',
      (column) =>
        column === baseline || column.figures.peakFunding === 0
          ? ''
          : sayPeakMonth(column.figures.peakFundingMonth, scene.startDate ?? null),
    ),
    yearCosts(scene),
    row(
      scene,
      {
        id: 'total',
        opens: 'totalCost',
        label: `Cost over ${answer.years} years`,
        means: 'Investment and every year, undiscounted.',
      },
      ({ figures }) => figures.totalCost,
      money,
      'least',
    ),
    row(
      scene,
      {
        id: 'pv',
        opens: 'pvCost',
        label: `Present value at ${rate}`,
        means: 'The same, discounted to the start of the plan.',
      },
      ({ figures }) => figures.pvCost,
      money,
      'least',
    ),
    row(
      scene,
      {
        id: 'npv',
        opens: 'npvVsL1',
        label: 'NPV against today’s way',
        means: 'Present value of today’s way less its own.',
      },
      above(({ figures }) => figures.npvVsL1),
      money,
      'most',
      (column) => {
        const runs = column === baseline ? null : runsOf(answer, column, baseline);
        return runs === null ? '' : `runs: mean ${money(runs.mean)}, median ${money(runs.p50)}`;
      },
    ),
    row(
      scene,
      {
        id: 'previous',
        opens: 'npvVsPrevious',
        label: 'NPV of the last step',
        means: 'Against the level below; of a staged path, against stopping at its gate.',
      },
      above(({ figures }) => figures.npvVsPrevious),
      money,
      'none',
      ({ path }) => (path?.gate ? `${money(path.gate.npvAsLong)} over ${path.gate.yearsAsLong} years` : ''),
    ),
    row(
      scene,
      {
        id: 'payback',
        opens: 'payback',
        label: 'Paid back, against today’s way',
        means: 'The time after which it is never behind again.',
      },
      above(({ figures }) => figures.paybackMonth),
      (_, column) => paidBack(column) || 'not within the plan',
      'least',
      ({ figures: { paybackDate, paybackVsL1, paybackMonth } }) =>
        paybackDate === null ? sayBehind(paybackVsL1, paybackMonth) : '',
    ),
    row(
      scene,
      {
        id: 'share',
        opens: 'share',
        label: answer.simulation
          ? `Costs least, of ${formatNumber(answer.simulation.runs)} runs`
          : 'Costs least, of the runs',
        means: peopleKnown
          ? 'A share of runs of this model, not a chance of a fact.'
          : 'A share of runs of this model, not a chance of a fact. Of today’s way none is given while nobody has said how many people it takes.',
      },
      (column) =>
        (column === baseline && !peopleKnown) || column.path !== null || !tops.includes(column.id)
          ? null
          : 'probabilityCheapest' in column.figures
            ? column.figures.probabilityCheapest
            : null,
      sayTenthsAlone,
      'most',
    ),
    row(
      scene,
      {
        id: 'regret',
        opens: 'regret',
        label: 'Too dear, on average',
        means: 'Average regret: what it costs above the level of least cost of each run.',
      },
      (column) => ('averageRegret' in column.figures ? column.figures.averageRegret : null),
      money,
      'least',
    ),
    {
      id: 'people',
      opens: 'people',
      label: `People, ${yearsWords(answer.axis)}`,
      means:
        'Full-time people of deploying, operating, retraining and change-over; builders of the platform are in the investment.',
      cells: columns.map(({ figures }) => ({
        text: figures.onAxis.people.map(({ total }) => formatNumber(total, total < 10 ? 1 : 0)),
        best: false,
      })),
    },
    carries(scene),
  ];
}
