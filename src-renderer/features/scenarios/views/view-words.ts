import type { Input, Output } from '#contract/index';
import { asDistribution } from '#domain/scenarios/options/options-question';
import { RISK_TRIANGLES, type RiskFactors, type RiskTriangle } from '#domain/scenarios/options/tei-view';
import { OFFERED_DIP } from '#domain/scenarios/options/views';
import { parsePair } from '#domain/scenarios/plan/comparison-flows';
import { type InvestmentInputs, type LevelKey, levelKeys } from '#domain/scenarios/plan/inputs';
import { formatNumber, formatPercent, formatRoundMoney, formatShare } from '../../../lib/format';
import type { OptionsSearch } from '../../../lib/options-search';
import { shapeOf } from '../inputs/input-shape';
import { riskOf, teamOf, viewOf } from '../options/asked';
import type { Scenario } from '../page/scenario-types';
import { afterYears, sayYears } from '../page/time-words';

export type Views = Output<'investment.views'>;
export type ViewsQuestion = Input<'investment.views'>;
type Table = NonNullable<Views['twoWay']>;

export interface PathChoice {
  readonly path: string;
  readonly label: string;
}

/** Inputs that have a range, as they are called: the two of a table are chosen among them. */
export function pathChoices({ uncertain, items }: Pick<Scenario, 'uncertain' | 'items'>): readonly PathChoice[] {
  return uncertain.map(({ path }) => ({ path, label: items.find((item) => item.path === path)?.label ?? path }));
}

/** The two inputs of the table: those of the address, else people per model of today and updates, else the first two. */
export function chosenPaths(
  choices: readonly PathChoice[],
  baseline: LevelKey,
  { x, y }: OptionsSearch,
): readonly [x: string, y: string] | null {
  const has = (path: string | undefined): path is string => choices.some((one) => one.path === path);
  const offered = [`levels.${baseline}.operateFte`, 'updatesPerYear', ...choices.map(({ path }) => path)].filter(has);
  const first = has(x) ? x : offered[0];
  const second = has(y) && y !== first ? y : offered.find((path) => path !== first);
  return first === undefined || second === undefined ? null : [first, second];
}

/** What is asked: the comparison and the two inputs with their ranges, over the years of the page. */
export function viewsQuestion(
  scenario: Pick<Scenario, 'inputs' | 'compare' | 'uncertain'>,
  search: OptionsSearch,
  paths: readonly [string, string] | null,
): ViewsQuestion {
  const { years, growth } = viewOf(search);
  const { inputs, compare, uncertain } = scenario;
  const [team, risk] = [teamOf(search), riskOf(search)];
  const { dipMonths = OFFERED_DIP.months, dipShare = OFFERED_DIP.share } = search;
  const among = uncertain.filter(({ path }) => paths?.includes(path)).map((one) => asDistribution(one));
  return {
    inputs,
    compare: search.pair ?? compare,
    horizon: years,
    growth,
    ...(paths === null ? {} : { pathX: paths[0], pathY: paths[1] }),
    uncertain: among.map(({ path, of }) => ({ path, ...of })),
    dip: { months: dipMonths, share: dipShare },
    ...risk,
    ...(team?.inCosts === true ? { team } : {}),
  } as ViewsQuestion; // readonly lists of the domain, which the channel only reads
}

/** `Level 3 against level 1` for each pair of the plan. */
export function pairChoices(inputs: InvestmentInputs): readonly { readonly value: string; readonly label: string }[] {
  const keys = levelKeys(inputs);
  return keys.flatMap((b, at) =>
    keys.slice(0, at).map((a) => ({ value: `${b} vs ${a}`, label: `Level ${b.slice(1)} against level ${a.slice(1)}` })),
  );
}

export const pairLabel = (compare: string): string => {
  const pair = parsePair(compare);
  return pair ? `level ${pair.b.slice(1)} against level ${pair.a.slice(1)}` : compare;
};

const share = (value: number | null): string => (value === null ? 'nothing is put in' : formatShare(value));

export interface ViewRow {
  readonly label: string;
  readonly means: string;
  readonly text: string;
}

/** Three figures of one case that are all called ROI, each with what it divides. */
export function returnRows({ returns }: Views): readonly ViewRow[] {
  return [
    {
      label: 'ROI, simple',
      means: 'Sum of the yearly flows over what is put in at the start, undiscounted.',
      text: share(returns.simple),
    },
    {
      label: 'ROI in present value',
      means: 'The same discounted, each year netted first: NPV over the years that cost more.',
      text: share(returns.presentValue),
    },
    {
      label: 'ROI as TEI',
      means: 'Benefits less costs over costs, both gross: what is saved in one row does not hide what another costs.',
      text: share(returns.tei),
    },
  ];
}

const years = (value: number | null): string => (value === null ? 'not within the plan' : sayYears(value));

export interface TeiRow {
  readonly label: string;
  readonly plain: string;
  readonly adjusted: string;
}

/** The case as TEI tells it, as estimated and adjusted for risk. */
export function teiRows({ tei: { plain, adjusted } }: Views, currency: string, digits = 3): readonly TeiRow[] {
  const money = (value: number): string => formatRoundMoney(value, currency, digits);
  return [
    { label: 'Benefits, present value', plain: money(plain.pvBenefits), adjusted: money(adjusted.pvBenefits) },
    { label: 'Costs, present value', plain: money(plain.pvCosts), adjusted: money(adjusted.pvCosts) },
    { label: 'NPV', plain: money(plain.npv), adjusted: money(adjusted.npv) },
    { label: 'ROI as TEI', plain: share(plain.roiTei), adjusted: share(adjusted.roiTei) },
    { label: 'Paid back', plain: years(plain.payback), adjusted: years(adjusted.payback) },
  ];
}

const percents = (triangle: RiskTriangle): string => triangle.map((share) => formatPercent(share)).join(', ');

/** What the factors are, and whose. */
export function teiNote({ tei: { benefitFactor, costFactor } }: Views, risk: RiskFactors | undefined): string {
  const { benefit, cost } = risk ?? RISK_TRIANGLES;
  return `Benefits × ${formatNumber(benefitFactor, 2)} and costs × ${formatNumber(costFactor, 2)}: means of the triangles ${percents(benefit)} and ${percents(cost)}, ${risk ? 'as entered here' : 'an assumption'}. In place of the simulation, never on top of it.`;
}

/** What a change-over would cost, which the comparison leaves out. */
export function dipWords({ dip, npv }: Views, currency: string, digits = 3): string {
  const money = (value: number): string => formatRoundMoney(value, currency, digits);
  return `With ${formatNumber(dip.months, 1)} months in which ${formatShare(dip.share)} of the work brings nothing while people change over, it costs ${money(dip.cost)} and the NPV is ${money(dip.npv)} instead of ${money(npv)}; ${dip.payback === null ? 'not paid back within the plan' : `paid back ${afterYears(dip.payback)}`}.`;
}

export interface TwoWayCell {
  readonly text: string;
  readonly cheapest: LevelKey;
  /** The plan as it stands. */
  readonly here: boolean;
}

/** The table of two inputs with its heads, as it is read. */
export function twoWayRows({ pathX, xs, atX, pathY, ys, atY, cells }: Table, currency: string, digits = 3) {
  const say = (path: string, value: number): string =>
    shapeOf(path, currency)?.say(Number(value.toPrecision(3))) ?? formatNumber(value, 2);
  return {
    heads: xs.map((x, at) => ({ text: say(pathX, x), here: at === atX })),
    rows: ys.map((y, row) => ({
      head: say(pathY, y),
      here: row === atY,
      cells: (cells[row] ?? []).map(
        ({ npv, cheapest }, column): TwoWayCell => ({
          text: formatRoundMoney(npv, currency, digits),
          cheapest,
          here: row === atY && column === atX,
        }),
      ),
    })),
  };
}
