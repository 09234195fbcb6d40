import { roi, roiPresentValue } from '../finance/cash-flow';
import { planOver } from '../plan/carried-years';
import { type Pair, pairName, parsePair } from '../plan/comparison-flows';
import { withDerived } from '../plan/derived-inputs';
import { horizonOf, type LevelKey, levelKeys } from '../plan/inputs';
import { fieldProblem, MOST_YEARS } from '../plan/validate-inputs';
import { teamProblems } from './asked-problems';
import { type DecisionInputs, type Growth, levelPath } from './decision-inputs';
import {
  decisionFieldAt,
  decisionValueAt,
  hasDecisionPlace,
  parseDecisionPath,
  sayDecisionPath,
} from './decision-place';
import { decisionProblems } from './decision-problems';
import { costsOfOptions } from './option-figures';
import { decisionLevel } from './option-plan';
import { type OptionCosts, paybackAgainst, savedFlows } from './option-result';
import { type Team, withHiring } from './team';
import { RISK_TRIANGLES, type RiskTriangle, riskProblems, type TeiView, teiView } from './tei-view';
import { type TwoWayCell, ticksOf, twoWay } from './two-way';
import type { UncertainInput } from './uncertain-inputs';

/** What a change-over may cost: months in which a share of the paid work brings nothing. */
export interface Dip {
  readonly months: number;
  /** 0 … 1 */
  readonly share: number;
}

/** An assumption that a plan may be held against: three months, 15 % (DORA's calculator of the return of DevOps). */
export const OFFERED_DIP: Dip = { months: 3, share: 0.15 };

export interface ViewsRequest {
  readonly inputs: DecisionInputs;
  /** `L3 vs L1`: the higher level first. */
  readonly compare: string;
  readonly horizon?: number | undefined;
  readonly growth?: Growth | undefined;
  /** Own triangles in shares of an estimate; left out: the ones that are offered. */
  readonly benefit?: RiskTriangle | undefined;
  readonly cost?: RiskTriangle | undefined;
  /** Two inputs to move at once. Left out: no table. */
  readonly pathX?: string | undefined;
  readonly pathY?: string | undefined;
  /** Where the ticks come from that are not given. */
  readonly uncertain?: readonly UncertainInput[] | undefined;
  readonly xs?: readonly number[] | undefined;
  readonly ys?: readonly number[] | undefined;
  /** Left out: the one that is offered. */
  readonly dip?: Dip | undefined;
  /** Where it says so, what hires cost is in every figure. */
  readonly team?: Team | undefined;
}

/** Three figures of one case that are all called ROI. */
export interface NamedReturns {
  /** Sum of the yearly flows over the investment, undiscounted. */
  readonly simple: number | null;
  /** The same in present value, each year netted first. */
  readonly presentValue: number | null;
  /** Benefits less costs over costs, both gross and in present value. */
  readonly tei: number | null;
}

export interface TwoWayTable {
  readonly pathX: string;
  readonly xs: readonly number[];
  /** Where the plan stands among them. */
  readonly atX: number;
  readonly pathY: string;
  readonly ys: readonly number[];
  readonly atY: number;
  /** Rows by y. */
  readonly cells: readonly (readonly TwoWayCell[])[];
}

export interface DipView extends Dip {
  /** What the change-over costs, present value left aside. */
  readonly cost: number;
  readonly npv: number;
  readonly payback: number | null;
}

export interface ViewsAnswer {
  readonly compare: string;
  readonly years: number;
  readonly npv: number;
  readonly tei: TeiView;
  readonly returns: NamedReturns;
  readonly twoWay: TwoWayTable | null;
  readonly dip: DipView;
}

interface PairCosts {
  readonly below: OptionCosts;
  readonly above: OptionCosts;
}

function pairOf(inputs: DecisionInputs, compare: string): Pair {
  const pair = parsePair(compare);
  const keys = levelKeys(inputs);
  if (!pair || !keys.includes(pair.a) || !keys.includes(pair.b) || pair.b <= pair.a) {
    throw new RangeError(
      `${compare} is not a comparison of this case: name two of ${keys.join(', ')}, like "L2 vs L1".`,
    );
  }
  return pair;
}

function costsOfPair(inputs: DecisionInputs, a: LevelKey, b: LevelKey): PairCosts {
  const [baseline = a] = levelKeys(inputs);
  const [below, above] = costsOfOptions(inputs, [levelPath(a, baseline), levelPath(b, baseline)]);
  if (!below || !above) throw new RangeError('The comparison could not be worked out.');
  return { below, above };
}

interface Axis {
  readonly ticks: readonly number[];
  /** Where the plan stands among them. */
  readonly at: number;
}

/** Ticks of an axis, the plan's own value always among them: its cell is the headline. */
function axisOf(
  inputs: DecisionInputs,
  path: string,
  { uncertain = [] }: ViewsRequest,
  given?: readonly number[],
): Axis {
  const place = parseDecisionPath(path);
  const value = place && hasDecisionPlace(inputs, place) ? decisionValueAt(inputs, place) : null;
  if (!place || value === null) {
    throw new RangeError(`${path} is not an input of this case: name one like updatesPerYear or levels.L1.operateFte.`);
  }
  if (inputs.derived?.includes(path)) {
    throw new RangeError(`${sayDecisionPath(place)} is worked out from other inputs: move one of those.`);
  }
  const problems = (given ?? []).flatMap((tick) => fieldProblem('', decisionFieldAt(place), tick));
  if (problems.length > 0) throw new RangeError(problems.join(' '));
  const found = uncertain.find((one) => one.path === path);
  const ticks = given ?? (found ? ticksOf(found.of, value) : [value]);
  const all = [...new Set([...ticks, value])].toSorted((x, y) => x - y);
  return { ticks: all, at: all.indexOf(value) };
}

function tableOf(inputs: DecisionInputs, request: ViewsRequest, { a, b }: Pair): TwoWayTable | null {
  const { pathX, pathY, xs, ys } = request;
  if (pathX === undefined || pathY === undefined) return null;
  if (pathX === pathY) throw new RangeError(`${pathX} is named twice: choose two inputs.`);
  const x = axisOf(inputs, pathX, request, xs);
  const y = axisOf(inputs, pathY, request, ys);
  const cells = twoWay(inputs, {
    ...{ pair: [a, b], pathX, xs: x.ticks, pathY, ys: y.ticks },
    beyond: { planYears: horizonOf(request.inputs), growth: request.growth ?? 'hold' },
  });
  return { pathX, xs: x.ticks, atX: x.at, pathY, ys: y.ticks, atY: y.at, cells };
}

/** The plan with a change-over at each level that is not today's. */
function withDip(inputs: DecisionInputs, { months, share }: Dip): DecisionInputs {
  const [baseline] = levelKeys(inputs);
  const levels = levelKeys(inputs).map((key) => {
    const level = decisionLevel(inputs, key);
    return [key, key === baseline ? level : { ...level, dipMonths: months, dipShare: share }] as const;
  });
  return { ...inputs, levels: Object.fromEntries(levels) };
}

function dipOf(inputs: DecisionInputs, dip: Dip, { a, b }: Pair): DipView {
  const { below, above } = costsOfPair(withDip(inputs, dip), a, b);
  const lost = (of: OptionCosts): number => of.yearParts.reduce((sum, parts) => sum + parts.dip, 0);
  return {
    ...dip,
    cost: lost(above),
    npv: below.pvCost - above.pvCost,
    payback: paybackAgainst(below, above),
  };
}

function viewsProblems({ inputs, horizon, benefit, cost, dip, team }: ViewsRequest): string[] {
  const fits = horizon === undefined || (Number.isInteger(horizon) && horizon >= 1 && horizon <= MOST_YEARS);
  const dips = dip === undefined || (dip.months >= 0 && dip.months <= 120 && dip.share >= 0 && dip.share <= 1);
  return [
    ...decisionProblems(inputs),
    ...(team ? teamProblems(team) : []),
    ...(fits ? [] : [`The horizon is ${horizon} years: enter a whole number from 1 to ${MOST_YEARS}.`]),
    ...riskProblems({ ...(benefit && { benefit }), ...(cost && { cost }) }),
    ...(dips ? [] : ['A change-over takes 0 to 120 months and a share from 0 to 1 of the work.']),
  ];
}

/**
 * One comparison seen in other ways: benefits and costs gross and risk-adjusted, what is called ROI, two inputs at once, and
 * with a change-over. Views, none of which changes the comparison; nothing is simulated. RangeError with every problem.
 * maths.md C6.
 */
export function viewsOf(request: ViewsRequest): ViewsAnswer {
  const problems = viewsProblems(request);
  if (problems.length > 0) throw new RangeError(problems.join(' '));
  const given = withDerived(withHiring(request.inputs, request.team));
  const years = request.horizon ?? horizonOf(given);
  const inputs = planOver(given, years, request.growth ?? 'hold');
  const pair = pairOf(inputs, request.compare);
  const { below, above } = costsOfPair(inputs, pair.a, pair.b);
  const flows = savedFlows(below, above);
  const { benefit = RISK_TRIANGLES.benefit, cost = RISK_TRIANGLES.cost } = request;
  const tei = teiView(inputs, below, above, { benefit, cost });
  return {
    compare: pairName(pair),
    years,
    npv: below.pvCost - above.pvCost,
    tei,
    returns: {
      simple: roi(flows),
      presentValue: roiPresentValue(inputs.discountRate, flows),
      tei: tei.plain.roiTei,
    },
    twoWay: tableOf(inputs, request, pair),
    dip: dipOf(inputs, request.dip ?? OFFERED_DIP, pair),
  };
}
