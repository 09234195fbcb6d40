import type { DecisionInputs, StagedPath } from '../options/decision-inputs';
import { decisionLevel, investmentsOf, MONTHS } from '../options/option-plan';
import { paybackAgainst, paybackMonth, peakFunding, savedFlows, totalOf } from '../options/option-result';
import { type HouseYears, type Period, planAxis } from '../options/plan-axis';
import type { RuleOfThumb } from '../options/rule-of-thumb';
import { planOver } from '../plan/carried-years';
import { horizonOf, sayLevel } from '../plan/inputs';
import { MOST_YEARS } from '../plan/validate-inputs';
import type { CostLine } from './explain';
import { discountedTerms } from './explain-flows';
import { paybackNumbers, peakNumbers, peakWords } from './explain-option-running';
import { costLines, type OptionYear, platformLines } from './explain-option-year';
import { booksOf, type OptionBooks } from './option-books';
import { sayFactor } from './say-figure';

export type OptionFigureKey =
  | 'investment'
  | 'peakFunding'
  | 'yearCost'
  | 'totalCost'
  | 'pvCost'
  | 'npvVsL1'
  | 'npvVsPrevious'
  | 'payback'
  | 'share'
  | 'regret'
  | 'firstYear'
  | 'npvVsBuild'
  | 'people'
  | 'carries';

/** A figure of an option, opened: the first equation of `numbers` gives it, those behind say how its own numbers come about. */
export interface OptionFigure {
  readonly key: OptionFigureKey;
  readonly value: number | null;
  readonly words: string;
  readonly numbers: string;
}

export interface Scene {
  readonly given: DecisionInputs;
  readonly inputs: DecisionInputs;
  readonly startDate: string | null;
  readonly house: HouseYears;
  readonly rule: RuleOfThumb | null;
}

/** An option among those that it is held against. */
export interface Placed {
  readonly path: StagedPath;
  readonly own: OptionBooks;
  readonly today: OptionBooks;
  /** `null`: the option is today's way. */
  readonly previous: { readonly books: OptionBooks; readonly name: string; readonly path: StagedPath } | null;
}

/** What each step costs: the first in full, a later one what the level below did not bring. */
function investmentTerms({ own }: Placed): { terms: string[]; words: string[] } {
  const { inputs, option } = own;
  const { plan } = option;
  const paid = investmentsOf(inputs, plan);
  const below = paid.length > plan.path.steps.length ? paid.slice(0, 1) : [];
  const steps = plan.path.steps.map((step, at) => {
    const amount = paid[at + below.length]?.amount ?? 0;
    const before = plan.path.steps[at - 1];
    const when = step.startMonth === 0 ? 'now' : `in month ${step.startMonth + 1}`;
    if (!before || step.investment !== undefined || amount === 0)
      return { term: sayFactor(amount), words: `${sayLevel(step.level)} ${when}` };
    const [whole, kept] = [step, before].map(({ level }) => sayFactor(decisionLevel(inputs, level).investment));
    return {
      term: `(${whole} − ${sayFactor(step.reuse ?? 1)} × ${kept})`,
      words: `${sayLevel(step.level)} ${when} (from nothing − the share kept × ${sayLevel(before.level)} from nothing)`,
    };
  });
  return {
    terms: [...below.map(({ amount }) => sayFactor(amount)), ...steps.map(({ term }) => term)],
    words: [...below.map(() => 'today’s way now'), ...steps.map(({ words }) => words)],
  };
}

export function investmentFigure(placed: Placed): OptionFigure {
  const { terms, words } = investmentTerms(placed);
  const value = placed.own.costs.investment;
  const numbers =
    terms.length > 1 || terms[0]?.startsWith('(') ? `${terms.join(' + ')} = ${sayFactor(value)}` : sayFactor(value);
  return { key: 'investment', value, words: words.join(' + ') || 'nothing is built', numbers };
}

const pvTerms = ({ inputs, costs }: OptionBooks): string =>
  `${discountedTerms(costs.costFlows, inputs.discountRate)} = ${sayFactor(costs.pvCost)}`;

/** `11,871,722.88 − 7,624,732.12 = 4,246,990.76`, and both present values. */
export function against(other: OptionBooks, own: OptionBooks, name: string, over = ''): string {
  const [theirs, ours] = [other.costs.pvCost, own.costs.pvCost];
  const head = over === '' ? '' : `${over}: `;
  const behind = over === '' ? '' : `, ${over}`;
  return [
    `${head}${sayFactor(theirs)} − ${sayFactor(ours)} = ${sayFactor(theirs - ours)}`,
    `${name}${behind}: ${pvTerms(other)}`,
    `this option${behind}: ${pvTerms(own)}`,
  ].join('; ');
}

/** The last step with as many years after its gate as the plan has. */
function asLong({ given }: Scene, path: StagedPath, before: StagedPath): string[] {
  const month = path.steps.at(-1)?.startMonth ?? 0;
  const years = Math.min(MOST_YEARS, Math.ceil(month / MONTHS) + horizonOf(given));
  const [own, other] = booksOf(planOver(given, years, 'hold'), [path, before]);
  return own && other ? [against(other, own, 'without its last step', `over ${years} years`)] : [];
}

/** The cost of the house's years: the sum of their months; none where its years are the plan's. */
function houseCosts({ costs }: OptionBooks, axis: readonly Period[], startDate: string | null): string[] {
  if (startDate === null) return [];
  const months = costs.monthParts.map(totalOf);
  return axis.map(({ name, from, to }) => {
    const own = months.slice(from, to);
    return `${name}, its months: ${own.map(sayFactor).join(' + ')} = ${sayFactor(own.reduce((sum, cost) => sum + cost, 0))}`;
  });
}

export function sumFigures({ house, startDate }: Scene, { own }: Placed, years: readonly OptionYear[]): OptionFigure[] {
  const axis = planAxis(MONTHS * years.length, house);
  const { investment, yearCost, pvCost, costFlows } = own.costs;
  const total = yearCost.reduce((sum, cost) => sum + cost, investment);
  const yearTerms = years.map(
    ({ year, lines, total: paid }) =>
      `year ${year}: ${lines.map(({ value }) => sayFactor(value)).join(' + ') || '0'} = ${sayFactor(paid)}`,
  );
  return [
    {
      key: 'yearCost',
      value: yearCost[0] ?? 0,
      words: `work at each level by its share + platform + cost lines + leaving${own.inputs.hiring ? ' + hiring' : ''}; every line opens below`,
      numbers: [...yearTerms, ...houseCosts(own, axis, startDate)].join('; '),
    },
    {
      key: 'totalCost',
      value: total,
      words: 'investment + each year’s cost, undiscounted',
      numbers: `${[investment, ...yearCost].map(sayFactor).join(' + ')} = ${sayFactor(total)}`,
    },
    {
      key: 'pvCost',
      value: pvCost,
      words:
        costFlows.length === 1
          ? 'what is paid now'
          : 'paid now + paid in each year / (1 + rate)^year; a later investment counts at the start of its year',
      numbers: pvTerms(own),
    },
  ];
}

export function heldFigures(scene: Scene, { path, own, today, previous }: Placed): OptionFigure[] {
  if (previous === null) return [];
  const { startDate } = scene;
  const peak = peakFunding(today.costs, own.costs);
  const years = paybackAgainst(today.costs, own.costs);
  const month = paybackMonth(today.costs, own.costs);
  const flows = savedFlows(today.costs, own.costs);
  const staged = path.steps.length > 1;
  return [
    {
      key: 'peakFunding',
      value: peak.peakFunding,
      words: peakWords(peak),
      numbers: peakNumbers(today, own, peak),
    },
    {
      key: 'npvVsL1',
      value: today.costs.pvCost - own.costs.pvCost,
      words: 'present value of today’s way − its own',
      numbers: against(today, own, 'today’s way'),
    },
    {
      key: 'npvVsPrevious',
      value: previous.books.costs.pvCost - own.costs.pvCost,
      words: `present value of ${previous.name} − its own`,
      numbers: [
        against(previous.books, own, previous.name),
        ...(staged ? asLong(scene, path, previous.path) : []),
      ].join('; '),
    },
    {
      key: 'payback',
      value: years,
      words:
        'whole years before the running sum is no longer negative, for good, + what is then missing / the next year’s flow; by month: the first after which it is never behind again',
      numbers: paybackNumbers(today, own, { years, month, flows, startDate }),
    },
  ];
}

/** What a reader asks of a contract first: the bill of year 1 and the cost lines that fall into it. */
export function firstYearFigure({ own }: Placed): OptionFigure {
  const { platform = 0, lines = 0 } = own.costs.yearParts[0] ?? {};
  const made = [...platformLines(own, 1), ...costLines(own, 1)];
  const value = platform + lines;
  return {
    key: 'firstYear',
    value,
    words: 'platform + cost lines of year 1',
    numbers: sumOf(made, value),
  };
}

/** The only line as it is; of several their sum, then each. */
function sumOf(made: readonly CostLine[], value: number): string {
  const [only] = made;
  if (!only) return '0';
  if (made.length === 1) return only.numbers;
  return [
    `${made.map((line) => sayFactor(line.value)).join(' + ')} = ${sayFactor(value)}`,
    ...made.map(({ words, numbers }) => `${words.replace(/[:;=]/g, ',')}: ${numbers}`),
  ].join('; ');
}
