import { sayCount } from '../../base/wording';
import type { DecisionRequest } from '../options/decide';
import { BASELINE, type DecisionInputs, levelPath, type StagedPath } from '../options/decision-inputs';
import { planOver } from '../plan/carried-years';
import { withoutLastStep } from '../options/joint-simulation';
import { decisionLevel, investmentsOf, MONTHS, pathWithin } from '../options/option-plan';
import { paybackAgainst, paybackMonth, peakFunding, savedFlows, totalOf } from '../options/option-result';
import { type HouseYears, type Period, planAxis } from '../options/plan-axis';
import { type RuleOfThumb, ruleNow } from '../options/rule-of-thumb';
import { withHiring } from '../options/team';
import { withDerived } from '../plan/derived-inputs';
import { horizonOf, type LevelKey, levelKeys, sayLevel } from '../plan/inputs';
import { MOST_YEARS } from '../plan/validate-inputs';
import { explainCarries } from './explain-carries';
import { discountedTerms } from './explain-flows';
import { peopleNumbers } from './explain-option-people';
import { paybackNumbers, peakNumbers, peakWords } from './explain-option-running';
import { explainOptionYear, type OptionYear } from './explain-option-year';
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
  | 'people'
  | 'carries';

/** A figure of an option, opened: the first equation of `numbers` gives it, those behind say how its own numbers come about. */
export interface OptionFigure {
  readonly key: OptionFigureKey;
  readonly value: number | null;
  readonly words: string;
  readonly numbers: string;
}

export interface OptionExplanation {
  readonly id: string;
  readonly figures: readonly OptionFigure[];
  readonly years: readonly OptionYear[];
}

/** What of a decision its figures are reckoned from. */
export type OptionsAsked = Pick<
  DecisionRequest,
  'inputs' | 'horizon' | 'growth' | 'paths' | 'startDate' | 'fiscalYearStart' | 'team' | 'thresholds'
>;

/** Shares of runs come from the answer, which has run them; left out: they are not opened. */
interface Ran {
  readonly simulation: { readonly runs: number } | null;
  readonly levels: Readonly<Partial<Record<LevelKey, { readonly probabilityCheapest: number | null }>>>;
}

interface Scene {
  readonly given: DecisionInputs;
  readonly inputs: DecisionInputs;
  readonly startDate: string | null;
  readonly house: HouseYears;
  readonly rule: RuleOfThumb | null;
  readonly ran: Ran | null;
}

interface Placed {
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

function investmentFigure(placed: Placed): OptionFigure {
  const { terms, words } = investmentTerms(placed);
  const value = placed.own.costs.investment;
  const numbers =
    terms.length > 1 || terms[0]?.startsWith('(') ? `${terms.join(' + ')} = ${sayFactor(value)}` : sayFactor(value);
  return { key: 'investment', value, words: words.join(' + ') || 'nothing is built', numbers };
}

const pvTerms = ({ inputs, costs }: OptionBooks): string =>
  `${discountedTerms(costs.costFlows, inputs.discountRate)} = ${sayFactor(costs.pvCost)}`;

/** `11,871,722.88 − 7,624,732.12 = 4,246,990.76`, and both present values. */
function against(other: OptionBooks, own: OptionBooks, name: string, over = ''): string {
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

function sumFigures({ house, startDate }: Scene, { own }: Placed, years: readonly OptionYear[]): OptionFigure[] {
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

function heldFigures(scene: Scene, { path, own, today, previous }: Placed): OptionFigure[] {
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

function shareFigure({ ran }: Scene, { path }: Placed): OptionFigure[] {
  const share = ran?.levels[path.id as LevelKey]?.probabilityCheapest; // ids of levels are their keys; others are not found
  const runs = ran?.simulation?.runs;
  if (share === undefined || share === null || runs === undefined) return [];
  const words =
    'runs in which it costs least of the levels / all runs; every run draws each uncertain input of all levels once and prices all options with it';
  return [
    {
      key: 'share',
      value: share,
      words,
      numbers: `${sayCount(share * runs)} / ${sayCount(runs)} = ${sayFactor(share)}`,
    },
  ];
}

function explained(scene: Scene, placed: Placed): OptionExplanation {
  const { path, own } = placed;
  const years = own.costs.yearCost.map((_, at) => explainOptionYear(own, at + 1));
  const people = own.costs.people.at(-1)?.total ?? 0;
  return {
    id: path.id,
    figures: [
      ...(placed.previous ? [investmentFigure(placed)] : []),
      ...sumFigures(scene, placed, years),
      ...heldFigures(scene, placed),
      ...shareFigure(scene, placed),
      {
        key: 'people',
        value: people,
        words: 'share of the work done at a level × the people whom it takes to deploy + operate + update + mend',
        numbers: peopleNumbers(own, planAxis(MONTHS * years.length, scene.house), scene.startDate),
      },
      ...(scene.rule ? [{ key: 'carries' as const, ...explainCarries(scene.rule, scene.given.updatesPerYear) }] : []),
    ],
    years,
  };
}

/**
 * Every headline figure of the options of a plan, opened: levels lowest first, then the paths. From the printed numbers a
 * calculator comes to each. The request must be valid (`decisionRequestProblems`).
 */
export function explainOptions(request: OptionsAsked, ran: Ran | null = null): OptionExplanation[] {
  const { growth = 'hold', startDate = null, thresholds } = request;
  const given = withDerived(withHiring(request.inputs, request.team));
  const years = request.horizon ?? horizonOf(given);
  const inputs = planOver(given, years, growth);
  const paths = (request.paths ?? []).map((path) => pathWithin(path, years));
  const keys = levelKeys(inputs);
  const [baseline = 'L1'] = keys;
  const before = paths.map((path) => withoutLastStep(path) ?? BASELINE);
  const options = [...keys.map((key) => levelPath(key, baseline)), ...paths];
  const books = booksOf(inputs, [...options, ...before]);
  const house = { startDate, fiscalYearStart: request.fiscalYearStart ?? 1 };
  const scene: Scene = { given, inputs, startDate, house, rule: ruleNow(given, thresholds), ran };
  const [today] = books;
  if (!today) return [];
  const previousOf = (at: number): Placed['previous'] => {
    if (at === 0) return null;
    if (at < keys.length) {
      const [found, key] = [books[at - 1], keys[at - 1] ?? baseline];
      return found ? { books: found, name: sayLevel(key), path: levelPath(key, baseline) } : null;
    }
    const own = before[at - keys.length];
    const found = books[options.length + at - keys.length];
    const name = own === BASELINE ? 'today’s way' : 'stopping at its gate';
    const stays = options[at]?.steps.length === 0;
    return own && found && !stays ? { books: found, name, path: own } : null;
  };
  return options.flatMap((path, at): OptionExplanation[] => {
    const own = books[at];
    return own ? [explained(scene, { path, own, today, previous: previousOf(at) })] : [];
  });
}
