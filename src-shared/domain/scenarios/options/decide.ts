import { minorDigits } from '../../base/money';
import type { LevelThresholds } from '../../level/level-thresholds';
import { planOver } from '../plan/carried-years';
import { withDerived } from '../plan/derived-inputs';
import { horizonOf, type LevelKey, levelKeys } from '../plan/inputs';
import { countedReadings, incidentReadings } from '../plan/noted-incidents';
import { MOST_YEARS } from '../plan/validate-inputs';
import { type Correlation, correlationProblems } from '../statistics/correlation';
import type { SimulationMemory } from '../uncertainty/simulation-memory';
import { type Asked, askedProblems, offerProblems } from './asked-problems';
import { CENT_DIGITS } from './budget';
import type { DecisionAnswer, LevelAnswer, RegretParts, RunsAnswer } from './decision-answer';
import { type DecisionInputs, type Growth, levelPath, type StagedPath } from './decision-inputs';
import { decisionProblems, pathProblems } from './decision-problems';
import { decisionSentence, decisionWords } from './decision-words';
import { heldBack, hiresOver } from './hiring';
import { costsByHorizon, levelCosts } from './horizon';
import { type JointResult, type JointSimulation, startJointSimulation } from './joint-simulation';
import { nearestTurns } from './nearest-turns';
import { offerName, type PlacedOffer } from './offers';
import { figuresOf, type OptionScene, offerAnswer, pathAnswer } from './option-answers';
import { MONTHS, pathWithin } from './option-plan';
import { type OptionCosts, optionCosts } from './option-result';
import { planAxis } from './plan-axis';
import { leastOf, pricing } from './pricing';
import { agreementOf, ruleAtEnd, ruleNow } from './rule-of-thumb';
import { runsStanding } from './runs-standing';
import { withHiring } from './team';
import { findTurns } from './turns';
import { placedUncertain, type UncertainInput, uncertainProblems } from './uncertain-inputs';

export interface DecisionRequest extends Asked {
  readonly inputs: DecisionInputs;
  /** Years to judge over, 1 … 10; left out: the plan's. */
  readonly horizon?: number | undefined;
  /** Beyond the plan's end. Left out: `hold`. */
  readonly growth?: Growth | undefined;
  readonly paths?: readonly StagedPath[] | undefined;
  /** Left out or empty: nothing is simulated and every chance is `null`. */
  readonly uncertain?: readonly UncertainInput[] | undefined;
  readonly correlations?: readonly Correlation[] | undefined;
  /** Left out: 10,000. */
  readonly runs?: number | undefined;
  /** Left out: 1. */
  readonly seed?: number | undefined;
  readonly offers?: readonly PlacedOffer[] | undefined;
  /** Three letters, for amounts in the sentence. */
  readonly currency?: string | undefined;
  /** Figures that count in an amount of the sentence; left out: three. */
  readonly digits?: number | undefined;
  /** Nobody has measured or entered how often models are updated. */
  readonly updatesAssumed?: boolean | undefined;
  /** Nobody has measured or entered how many models there are or will be. */
  readonly modelsAssumed?: boolean | undefined;
  /**
   * Mean of the amounts noted with incidents, while nobody has said whether they count: both readings are said. It changes no
   * figure, and nothing where the cost of an incident does not follow its hours alone.
   */
  readonly notedIncidentCost?: number | undefined;
  /** Of the rule of thumb; left out: those of rules.md 3. */
  readonly thresholds?: LevelThresholds | undefined;
}

const DEFAULT_RUNS = 10_000;
/** As the cost of an incident. */
const MOST_NOTED = 1e12;

function horizonProblems(horizon: number | undefined): string[] {
  const fits = horizon === undefined || (Number.isInteger(horizon) && horizon >= 1 && horizon <= MOST_YEARS);
  return fits ? [] : [`The horizon is ${horizon} years: enter a whole number from 1 to ${MOST_YEARS}.`];
}

function notedProblems(cost: number | undefined): string[] {
  if (cost === undefined || (cost >= 0 && cost <= MOST_NOTED)) return [];
  return [`The noted cost of an incident is ${cost}: enter an amount from 0 to ${MOST_NOTED}.`];
}

/** What is wrong with the request, one sentence each. */
export function decisionRequestProblems(request: DecisionRequest): string[] {
  const { inputs, horizon, paths = [], uncertain = [], correlations = [], offers = [] } = request;
  const problems = [
    ...decisionProblems(inputs),
    ...horizonProblems(horizon),
    ...notedProblems(request.notedIncidentCost),
    ...askedProblems(request),
    ...offerProblems(offers, inputs),
  ];
  if (problems.length > 0) return problems;
  const names = placedUncertain(uncertain).map(({ path }) => path);
  return [
    ...pathProblems(paths, inputs),
    ...uncertainProblems(inputs, uncertain),
    ...correlationProblems(names, correlations),
  ];
}

/** Present values of the levels in each answer in which noted amounts count. */
function readingsOf(
  { inputs: given, notedIncidentCost, growth = 'hold' }: DecisionRequest,
  keys: readonly LevelKey[],
  years: number,
): ReadonlyMap<LevelKey, number>[] {
  return countedReadings(incidentReadings(given, notedIncidentCost ?? null)).map(({ inputs }) => {
    const costs = levelCosts(planOver(inputs, years, growth));
    return new Map(keys.map((key, at) => [key, costs[at] ?? 0]));
  });
}

/** A decision being worked out: the runs in portions, then the answer. */
export interface Decision {
  /** `null`: nothing is uncertain. */
  readonly simulation: JointSimulation | null;
  /** RangeError while runs are left. */
  readonly answer: () => DecisionAnswer;
}

function regretParts(result: JointResult | null, key: LevelKey, keys: readonly LevelKey[]): RegretParts | null {
  const own = result?.levels.get(key);
  if (!own) return null;
  const { meanCost, meanLeast, behind } = own;
  return { meanCost, meanLeast, behind: behind.map(({ at, runs, more }) => ({ level: keys[at] ?? key, runs, more })) };
}

function levelAnswers(scene: OptionScene, costs: readonly OptionCosts[], result: JointResult | null) {
  const [today] = costs;
  const [baseline = 'L1'] = scene.keys;
  return scene.keys.flatMap((key, at): (readonly [LevelKey, LevelAnswer])[] => {
    const own = costs[at];
    if (!today || !own) return [];
    const among = result?.levelsAmongAll.get(key) ?? null;
    const answer: LevelAnswer = {
      ...figuresOf(scene, {
        path: levelPath(key, baseline),
        today,
        own,
        previous: costs[at - 1] ?? null,
        standing: among,
      }),
      probabilityCheapest: result?.levels.get(key)?.cheapest ?? null,
      averageRegret: result?.levels.get(key)?.regret ?? null,
      regretParts: regretParts(result, key, scene.keys),
    };
    return [[key, answer]];
  });
}

/** Whether the people of today's way are drawn from a range that nobody has given. */
function peopleAssumed(uncertain: readonly UncertainInput[], baseline: LevelKey): boolean {
  return placedUncertain(uncertain).some(
    ({ path, of }) => path === `levels.${baseline}.operateFte` && of.kind === 'pert',
  );
}

function runsAnswer(result: JointResult | null, uncertain: readonly UncertainInput[]): RunsAnswer | null {
  if (!result) return null;
  const assumed = placedUncertain(uncertain).filter(({ of }) => of.kind === 'pert').length;
  const { runs, seed, drawn, pairs } = result;
  return { runs, seed, drawn, assumed, pairs };
}

function hiringFacts({ hiring }: DecisionInputs, keys: readonly LevelKey[], costs: readonly OptionCosts[]) {
  if (!hiring) return null;
  const levels = keys.map((key, at) => {
    const needs = (costs[at]?.people ?? []).map(({ total }) => total);
    const hires = hiresOver(hiring, needs).reduce((sum, one) => sum + one, 0);
    return { key, hires, heldBack: heldBack(hiring, needs) };
  });
  return { ceiling: hiring.ceiling ?? hiring.teamToday, levels };
}

function answerOf(request: DecisionRequest, result: JointResult | null): DecisionAnswer {
  const { uncertain = [], growth = 'hold', startDate = null, currency = null, thresholds } = request;
  const given = withDerived(request.inputs);
  const years = request.horizon ?? horizonOf(given);
  const inputs = planOver(given, years, growth);
  const paths = (request.paths ?? []).map((path) => pathWithin(path, years));
  const keys = levelKeys(inputs);
  const [baseline = 'L1'] = keys;
  const options = [...keys.map((key) => levelPath(key, baseline)), ...paths];
  const priced = pricing(inputs, options);
  const costs = priced.options.map((option) => optionCosts(inputs, priced, option));
  const pvCosts = costs.map(({ pvCost }) => pvCost);
  const cheapest = keys[leastOf(pvCosts.slice(0, keys.length))] ?? baseline;
  const { fiscalYearStart = 1, team = null, accounts = null, offers = [] } = request;
  const axis = planAxis(MONTHS * years, { startDate, fiscalYearStart });
  const budgetDigits = currency === null ? CENT_DIGITS : minorDigits(currency);
  const scene: OptionScene = {
    given,
    inputs,
    growth,
    keys,
    digits: budgetDigits,
    axis,
    startDate,
    fiscalYearStart,
    team,
    accounts,
  };
  const { turns, noTurns } = findTurns(given, growth);
  const rule = ruleNow(given, thresholds);
  const agreement = agreementOf(rule, cheapest);
  // The turns are of the plan as given, and so is the level that they turn from.
  const planYears = horizonOf(given);
  const cheapestByHorizon = costsByHorizon(given, growth).map((amounts) => keys[leastOf(amounts)] ?? baseline);
  const nearest = nearestTurns(turns, years === planYears ? cheapest : (cheapestByHorizon[planYears - 1] ?? cheapest));
  const levels = levelAnswers(scene, costs, result);
  const pathAnswers = paths.flatMap((path, at) => {
    const [today, own] = [costs[0], costs[keys.length + at]];
    return today && own ? [[path.id, pathAnswer(scene, path, today, own, result?.paths[at] ?? null)] as const] : [];
  });
  const offerAnswers = offers.flatMap((offer) => {
    const [today, build] = [costs[0], costs[keys.indexOf(offer.level)]];
    return today && build ? [[offerName(offer), offerAnswer(scene, offer, today, build)] as const] : [];
  });
  const simulation = runsAnswer(result, uncertain);
  const words = decisionWords({
    hiring: hiringFacts(inputs, keys, costs),
    rule,
    agreement,
    cheapest,
    pvCost: new Map(keys.map((key, at) => [key, pvCosts[at] ?? 0])),
    years,
    planYears,
    discountRate: given.discountRate,
    standing: runsStanding({
      cheapest,
      shares: result && new Map(keys.map((key) => [key, result.levels.get(key)?.cheapest ?? 0])),
      peopleOpen: peopleAssumed(uncertain, baseline),
    }),
    drawn: simulation?.drawn ?? 0,
    assumed: simulation?.assumed ?? 0,
    nearest,
    currency,
    digits: request.digits ?? 3,
    updatesAssumed: request.updatesAssumed ?? false,
    modelsAssumed: request.modelsAssumed ?? false,
    readings: readingsOf(request, keys, years),
  });
  const shares = <T extends readonly (readonly [string, { readonly probabilityCheapestOption: number | null }])[]>(
    of: T,
  ) => of.map(([key, { probabilityCheapestOption }]) => [key, probabilityCheapestOption ?? 0] as const);
  return {
    years,
    growth,
    axis,
    budgetDigits,
    levels: Object.fromEntries(levels),
    paths: Object.fromEntries(pathAnswers),
    offers: Object.fromEntries(offerAnswers),
    cheapest,
    cheapestOption: options[leastOf(pvCosts)]?.id ?? cheapest,
    cheapestByHorizon,
    turns,
    noTurns,
    nearest,
    recommended: rule?.level ?? null,
    recommendedAtEnd: ruleAtEnd(given, thresholds)?.level ?? null,
    rule,
    agreement,
    probabilityCheapest: result && Object.fromEntries(levels.map(([key, one]) => [key, one.probabilityCheapest ?? 0])),
    probabilityCheapestOption: result && Object.fromEntries([...shares(levels), ...shares(pathAnswers)]),
    simulation,
    words,
    sentence: decisionSentence(words),
  };
}

/**
 * Prepares a decision between the levels of a plan and staged paths; nothing is run yet. maths.md C6 and C7. RangeError with
 * every problem of the request.
 */
export function startDecision(given: DecisionRequest, memory?: SimulationMemory): Decision {
  const problems = decisionRequestProblems(given);
  if (problems.length > 0) throw new RangeError(problems.join(' '));
  const request: DecisionRequest = { ...given, inputs: withHiring(given.inputs, given.team) };
  const { uncertain = [], growth = 'hold', runs = DEFAULT_RUNS, seed = 1, correlations } = request;
  const years = request.horizon ?? horizonOf(request.inputs);
  const inputs = planOver(request.inputs, years, growth);
  const beyond = { planYears: horizonOf(request.inputs), growth };
  // A step behind the end is no step here: what going on is worth is then told of the steps that are left.
  const paths = (request.paths ?? []).map((path) => pathWithin(path, years));
  const simulation =
    placedUncertain(uncertain).length === 0
      ? null
      : startJointSimulation({ inputs, beyond, paths, uncertain, correlations, runs, seed }, memory);
  return { simulation, answer: () => answerOf(request, simulation?.result() ?? null) };
}

/** The decision in one go. RangeError with every problem of the request. */
export function decide(request: DecisionRequest, memory?: SimulationMemory): DecisionAnswer {
  const { simulation, answer } = startDecision(request, memory);
  simulation?.advance(simulation.runs);
  return answer();
}
