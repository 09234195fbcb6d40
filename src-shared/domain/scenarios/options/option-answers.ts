import type { Month } from '../../base/calendar';
import { planOver } from '../plan/carried-years';
import { horizonOf, type LevelKey } from '../plan/inputs';
import { MOST_YEARS } from '../plan/validate-inputs';
import { type Accounts, booked } from './accounts';
import { monthlyBudget, quarterlyBudget, unitCosts } from './budget';
import type { Gate, OfferAnswer, OptionFigures, PathAnswer, WithoutReuse } from './decision-answer';
import { BASELINE, type DecisionInputs, type Growth, levelPath, type StagedPath } from './decision-inputs';
import { type PathRuns, withoutLastStep } from './joint-simulation';
import { type PlacedOffer, withOffer } from './offers';
import { onAxis } from './on-axis';
import { costsOfOptions } from './option-figures';
import { MONTHS } from './option-plan';
import { type OptionCosts, paybackAgainst, paybackMonth, peakFunding, savedFlows } from './option-result';
import type { Period } from './plan-axis';
import { calendarMonth } from './plan-calendar';
import type { Standing } from './standings';
import { type Team, teamOver } from './team';

/** What the options of one answer share. */
export interface OptionScene {
  /** The plan as given, derived inputs worked out. */
  readonly given: DecisionInputs;
  /** The same over the years that are asked about. */
  readonly inputs: DecisionInputs;
  readonly growth: Growth;
  readonly keys: readonly LevelKey[];
  /** Of the currency's minor unit, in which budgets are whole. */
  readonly digits: number;
  /** By which years everything is told. */
  readonly axis: readonly Period[];
  readonly startDate: Month | null;
  /** 1 … 12. */
  readonly fiscalYearStart: number;
  readonly team: Team | null;
  readonly accounts: Accounts | null;
}

const dateOf = ({ startDate }: OptionScene, month: number | null): Month | null =>
  startDate === null || month === null ? null : calendarMonth(startDate, month);

/** One option and what it is held against; `previous` is `null` for today's way. */
export interface Held {
  readonly path: StagedPath;
  readonly today: OptionCosts;
  readonly own: OptionCosts;
  readonly previous: OptionCosts | null;
  readonly standing: Standing | null;
}

/** The figures of one option. */
export function figuresOf(scene: OptionScene, { path, today, own, previous, standing }: Held): OptionFigures {
  const { inputs, axis, startDate, fiscalYearStart, digits, team, accounts } = scene;
  const carried = team && teamOver(inputs, path, team);
  const month = previous === null ? null : paybackMonth(today, own);
  return {
    pvCost: own.pvCost,
    investment: own.investment,
    investments: own.investments,
    totalCost: own.yearCost.reduce((sum, cost) => sum + cost, own.investment),
    ...peakFunding(today, own),
    yearCost: own.yearCost,
    yearParts: own.yearParts,
    flowsVsL1: savedFlows(today, own),
    npvVsL1: today.pvCost - own.pvCost,
    npvVsPrevious: previous === null ? null : previous.pvCost - own.pvCost,
    paybackVsL1: previous === null ? null : paybackAgainst(today, own),
    paybackMonth: month,
    paybackDate: dateOf(scene, month),
    peopleByYear: own.people.map(({ total }) => total),
    people: own.people,
    shares: own.shares,
    unitCosts: unitCosts(inputs, own),
    budget: startDate === null ? null : quarterlyBudget(monthlyBudget(own, digits), startDate, fiscalYearStart),
    team: carried,
    onAxis: onAxis(axis, inputs, own, team && carried && { of: team, result: carried }, accounts),
    booked: accounts && booked(inputs, own, accounts),
    probabilityCheapestOption: standing?.cheapest ?? null,
    averageRegretOption: standing?.regret ?? null,
  };
}

function gateOf(
  scene: OptionScene,
  path: StagedPath,
  before: StagedPath,
  own: OptionCosts,
  previous: OptionCosts,
): Gate {
  const month = path.steps.at(-1)?.startMonth ?? 0;
  const years = horizonOf(scene.inputs);
  // Years after the gate as many as the plan has: the plan's own end alone would always speak against waiting.
  const yearsAsLong = Math.min(MOST_YEARS, Math.ceil(month / MONTHS) + horizonOf(scene.given));
  const [with_, without] = costsOfOptions(planOver(scene.given, yearsAsLong, 'hold'), [path, before]);
  const paidBack = paybackMonth(previous, own);
  return {
    month,
    years,
    npv: previous.pvCost - own.pvCost,
    yearsAsLong,
    npvAsLong: (without?.pvCost ?? 0) - (with_?.pvCost ?? 0),
    payback: paybackAgainst(previous, own),
    paybackMonth: paidBack,
    paybackDate: dateOf(scene, paidBack),
  };
}

function withoutReuseOf({ inputs }: OptionScene, path: StagedPath, today: OptionCosts, previous: OptionCosts) {
  const steps = path.steps.map((step, at) => (at === 0 ? step : { ...step, reuse: 0 }));
  const [costs] = costsOfOptions(inputs, [{ ...path, steps }]);
  if (!costs) return null;
  const { investment, pvCost } = costs;
  const without: WithoutReuse = {
    investment,
    pvCost,
    npvVsL1: today.pvCost - pvCost,
    npvVsPrevious: previous.pvCost - pvCost,
  };
  return without;
}

/** The answer for one path, with its gate, its price without reuse and its right to stop. */
export function pathAnswer(
  scene: OptionScene,
  path: StagedPath,
  today: OptionCosts,
  own: OptionCosts,
  runs: PathRuns | null,
): PathAnswer {
  const before = withoutLastStep(path);
  const [previous = today] = costsOfOptions(scene.inputs, [before ?? BASELINE]);
  return {
    ...figuresOf(scene, {
      path,
      today,
      own,
      previous: path.steps.length > 0 ? previous : null,
      standing: runs?.standing ?? null,
    }),
    gate: before && gateOf(scene, path, before, own, previous),
    withoutReuse: before && withoutReuseOf(scene, path, today, previous),
    npvSpread: runs?.npvVsL1 ?? null,
    stop: runs?.stop ?? null,
  };
}

/** A level as somebody offers it, held against today's way and against building it. */
export function offerAnswer(
  scene: OptionScene,
  offer: PlacedOffer,
  today: OptionCosts,
  build: OptionCosts,
): OfferAnswer {
  const inputs = withOffer(scene.inputs, offer.level, offer);
  const path = levelPath(offer.level, scene.keys[0] ?? offer.level);
  const [own = build] = costsOfOptions(inputs, [path]);
  const figures = figuresOf({ ...scene, inputs }, { path, today, own, previous: today, standing: null });
  return { ...figures, npvVsPrevious: null, npvVsBuild: build.pvCost - own.pvCost };
}
