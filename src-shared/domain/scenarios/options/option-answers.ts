import type { Month } from '../../base/calendar';
import { horizonOf, type LevelKey } from '../plan/inputs';
import { MOST_YEARS } from '../plan/validate-inputs';
import type { Gate, OptionFigures, PathAnswer, WithoutReuse } from './decision-answer';
import { BASELINE, type DecisionInputs, type Growth, type StagedPath } from './decision-inputs';
import { planOver } from './horizon';
import { type PathRuns, type Standing, withoutLastStep } from './joint-simulation';
import { costsOfOptions } from './option-figures';
import { MONTHS } from './option-plan';
import { type OptionCosts, paybackAgainst, paybackMonth, peakFunding, savedFlows } from './option-result';
import { calendarMonth } from './plan-calendar';

/** What the options of one answer share. */
export interface OptionScene {
  /** The plan as given, derived inputs worked out. */
  readonly given: DecisionInputs;
  /** The same over the years that are asked about. */
  readonly inputs: DecisionInputs;
  readonly growth: Growth;
  readonly keys: readonly LevelKey[];
  readonly startDate: Month | null;
}

const dateOf = ({ startDate }: OptionScene, month: number | null): Month | null =>
  startDate === null || month === null ? null : calendarMonth(startDate, month);

/** The figures of one option. `previous`: what `npvVsPrevious` is held against; `null`: this is today's way. */
export function figuresOf(
  scene: OptionScene,
  today: OptionCosts,
  own: OptionCosts,
  previous: OptionCosts | null,
  standing: Standing | null,
): OptionFigures {
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
    ...figuresOf(scene, today, own, previous, runs?.standing ?? null),
    gate: before && gateOf(scene, path, before, own, previous),
    withoutReuse: before && withoutReuseOf(scene, path, today, previous),
    npvSpread: runs?.npvVsL1 ?? null,
    stop: runs?.stop ?? null,
  };
}
