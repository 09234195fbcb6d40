import { type CostLine, horizonOf, type LevelKey, levelKeys, levelOf } from '../plan/inputs';
import type { DecisionInputs, DecisionLevel, StagedPath } from './decision-inputs';

export const MONTHS = 12;

/** A level of an option and the months of the plan in which its bill is paid: `from` is the first, `to` is out. */
export interface Place {
  readonly level: LevelKey;
  readonly from: number;
  readonly to: number;
}

/** An amount in money of its month; month 0 is today. */
export interface Payment {
  readonly month: number;
  readonly amount: number;
}

/** A path set out on the months of a plan: everything but the amounts that change with the years. */
export interface OptionPlan {
  readonly path: StagedPath;
  readonly baseline: LevelKey;
  /** The baseline first, whether it is ever in force or not, then the steps. */
  readonly places: readonly Place[];
  readonly months: number;
  readonly lines: readonly PlacedLine[];
  readonly exits: readonly Exit[];
}

/** A level whose exit cost falls in a month of the plan (from 1); nominal. */
export interface Exit {
  readonly level: LevelKey;
  readonly month: number;
}

/** A cost line that an option pays; `first` is the first month in which one of its levels is in force. */
export interface PlacedLine {
  readonly line: CostLine;
  readonly first: number;
  /** Months in which one of its levels is in force. */
  readonly spans: readonly Place[];
}

/** The path with the steps that begin within the plan: a shorter one drops those behind its end. */
export function pathWithin(path: StagedPath, years: number): StagedPath {
  return { ...path, steps: path.steps.filter(({ startMonth }) => startMonth < MONTHS * years) };
}

function placesOf(baseline: LevelKey, path: StagedPath, months: number): Place[] {
  const starts = path.steps.map(({ startMonth }) => startMonth);
  const end = (step: number): number => starts[step] ?? months;
  return [
    { level: baseline, from: 0, to: end(0) },
    ...path.steps.map(({ level }, step) => ({ level, from: end(step), to: end(step + 1) })),
  ];
}

function linesOf(inputs: DecisionInputs, places: readonly Place[]): PlacedLine[] {
  return (inputs.costLines ?? []).flatMap((line) => {
    const spans = places.filter(({ level, from, to }) => to > from && line.levels.includes(level));
    const [first] = spans;
    return first ? [{ line, first: first.from, spans }] : [];
  });
}

/** The last level is left at the end of the plan; a step that another replaces only where the path says so. */
function exitsOf(path: StagedPath, places: readonly Place[], months: number): Exit[] {
  const last = places[places.length - 1];
  const left = path.exitPrevious ? path.steps.slice(0, -1) : [];
  return [
    ...left.map(({ level }, at) => ({ level, month: (path.steps[at + 1]?.startMonth ?? 0) + 1 })),
    ...(last ? [{ level: last.level, month: months }] : []),
  ];
}

/** Sets a path out on the plan of these inputs. */
export function planOption(inputs: DecisionInputs, given: StagedPath): OptionPlan {
  const years = horizonOf(inputs);
  const months = MONTHS * years;
  const path = pathWithin(given, years);
  const [baseline = 'L1'] = levelKeys(inputs);
  const places = placesOf(baseline, path, months);
  return { path, baseline, places, months, lines: linesOf(inputs, places), exits: exitsOf(path, places, months) };
}

export function decisionLevel(inputs: DecisionInputs, key: LevelKey): DecisionLevel {
  return levelOf(inputs, key);
}

/** Whether the baseline's way of working is ever paid for. */
const beginsBelow = ({ places }: OptionPlan): boolean => (places[0]?.to ?? 0) > 0;

/**
 * What is invested and when: the first step in full, a later one the difference to what the level below cost (by `reuse`),
 * unless the step has its own price. The baseline's own counts while it is in force.
 */
export function investmentsOf(inputs: DecisionInputs, plan: OptionPlan): Payment[] {
  const { steps } = plan.path;
  const below = beginsBelow(plan) ? decisionLevel(inputs, plan.baseline).investment : 0;
  const own = steps.map(({ level, startMonth, reuse = 1, investment }, at): Payment => {
    const previous = steps[at - 1];
    const whole = decisionLevel(inputs, level).investment;
    // What is kept is a share of the level's own price, also where the step before was given another.
    const rest = previous ? Math.max(0, whole - reuse * decisionLevel(inputs, previous.level).investment) : whole;
    return { month: startMonth, amount: investment ?? rest };
  });
  return below > 0 ? [{ month: 0, amount: below }, ...own] : own;
}
