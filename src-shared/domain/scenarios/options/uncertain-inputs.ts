import { isDerived } from '../plan/derived-inputs';
import type { Field } from '../plan/input-fields';
import { fieldProblem } from '../plan/validate-inputs';
import type { Correlation } from '../statistics/correlation';
import { type Distribution, FEWEST_ROWS } from '../statistics/distribution';
import { sayDerived } from '../uncertainty/uncertain';
import type { DecisionInputs } from './decision-inputs';
import {
  type DecisionPlace,
  decisionFieldAt,
  hasDecisionPlace,
  parseDecisionPath,
  sayDecisionPath,
  withDecisionValue,
} from './decision-place';
import { decisionProblems } from './decision-problems';

/** One input of which not the number but how it may be is known. */
export interface UncertainInput {
  readonly path: string;
  readonly of: Distribution;
}

/** An uncertain input whose place is found. */
export interface PlacedUncertain extends UncertainInput {
  readonly place: DecisionPlace;
}

/** Who is slow by hand is slow on a platform, and what costs more to build takes longer; maths.md C7. */
export const DECISION_CORRELATIONS: readonly Correlation[] = [
  ...(['deployWeeks', 'operateFte'] as const).flatMap((field) =>
    (
      [
        ['L1', 'L2'],
        ['L1', 'L3'],
        ['L2', 'L3'],
      ] as const
    ).map(([a, b]) => ({ a: `levels.${a}.${field}`, b: `levels.${b}.${field}`, spearman: 0.6 })),
  ),
  ...(['L2', 'L3'] as const).map((level) => ({
    a: `levels.${level}.investment`,
    b: `levels.${level}.rampMonths`,
    spearman: 0.5,
  })),
];

/** A range without a width, and a number that was entered alone, are held fixed: they have no column. */
export function isFixed({ of }: UncertainInput): boolean {
  if (of.kind === 'pert') return of.low === of.high;
  return of.kind === 'entered' && (of.low ?? of.value) === (of.high ?? of.value);
}

function rowProblems(name: string, values: readonly number[], scale: number, field: Field): string[] {
  if (values.length < FEWEST_ROWS) {
    return [`${name}: ${values.length} rows are too few for a range of their own, give the assumption's range.`];
  }
  if (!(scale > 0 && Number.isFinite(scale))) return [`${name}: the scale is ${scale}, it must be above 0.`];
  const bad = values.map((value) => value * scale).flatMap((value) => fieldProblem('', field, value));
  return bad.slice(0, 1).map((problem) => `A row of ${name}: ${problem}`);
}

function threePointProblems(inputs: DecisionInputs, one: PlacedUncertain, name: string, points: readonly number[]) {
  const [low = 0, mode = 0, high = 0] = points;
  if (!points.every(Number.isFinite)) return [`The range of ${name} is not complete: enter three numbers.`];
  if (low > high) return [`The range of ${name} is upside down: low is ${low} and high is ${high}.`];
  if (mode < low || mode > high) return [`The mode of ${name} is ${mode}: it must lie between ${low} and ${high}.`];
  return (low === high ? [low] : [low, high]).flatMap((end) =>
    decisionProblems(withDecisionValue(inputs, one.place, end)).map(
      (problem) => `With ${one.path} at ${end}: ${problem}`,
    ),
  );
}

function distributionProblems(inputs: DecisionInputs, one: PlacedUncertain): string[] {
  const name = `${sayDecisionPath(one.place)} (${one.path})`;
  const field = decisionFieldAt(one.place);
  const { of } = one;
  switch (of.kind) {
    case 'pert':
      return threePointProblems(inputs, one, name, [of.low, of.mode, of.high]);
    case 'entered':
      return threePointProblems(inputs, one, name, [of.low ?? of.value, of.value, of.high ?? of.value]);
    case 'rate':
      return of.events >= 0 && of.exposure > 0 && Number.isFinite(of.events + of.exposure)
        ? fieldProblem('', field, (of.events / of.exposure) * (of.scale ?? 1))
        : [`The rate of ${name} is ${of.events} events in ${of.exposure}: nothing was measured without exposure.`];
    case 'share':
      return of.part >= 0 && of.n > 0 && of.part <= of.n
        ? []
        : [`The share of ${name} is ${of.part} of ${of.n}: the part lies between 0 and the whole.`];
    default:
      return rowProblems(name, of.values, of.scale ?? 1, field);
  }
}

function placeProblems(inputs: DecisionInputs, { path, of }: UncertainInput): string[] {
  const place = parseDecisionPath(path);
  if (!place) return [`${path} is not an input: name one like incidentCost, newModels.0 or levels.L1.operateFte.`];
  if (!hasDecisionPlace(inputs, place)) {
    return [`${path} is not in this case: add the level or the year, or leave it out.`];
  }
  if (isDerived(inputs, path)) return [sayDerived(path)];
  return distributionProblems(inputs, { path, of, place });
}

/** What is wrong with the uncertain inputs, one sentence each; the inputs are valid. */
export function uncertainProblems(inputs: DecisionInputs, uncertain: readonly UncertainInput[]): string[] {
  const twice = uncertain.filter((one, at) => uncertain.findIndex((other) => other.path === one.path) < at);
  return [
    ...twice.map(({ path }) => `${path} is named twice: keep one of them.`),
    ...uncertain.flatMap((one) => placeProblems(inputs, one)),
  ];
}

/** The uncertain inputs that have a column, in the order given. */
export function placedUncertain(uncertain: readonly UncertainInput[]): PlacedUncertain[] {
  return uncertain.flatMap((one) => {
    const place = parseDecisionPath(one.path);
    return place && !isFixed(one) ? [{ ...one, place }] : [];
  });
}

/** The default correlations of which both ends are uncertain. */
export function defaultCorrelations(placed: readonly PlacedUncertain[]): Correlation[] {
  const has = (path: string): boolean => placed.some((one) => one.path === path);
  return DECISION_CORRELATIONS.filter(({ a, b }) => has(a) && has(b));
}
