import { type Pair, parsePair } from '../plan/comparison-flows';
import { isDerived } from '../plan/derived-inputs';
import { hasPlace, type InputPath, parsePath, sayPath, withValue, withValues } from '../plan/input-path';
import { type InvestmentInputs, levelKeys } from '../plan/inputs';
import { validateInputs } from '../plan/validate-inputs';
import type { Distribution } from '../statistics/distribution';
import type { ThreePoint } from '../statistics/pert';

/** One input of which only a range is known, named by its path (`levels.L1.operateFte`). */
export interface Uncertain extends ThreePoint {
  readonly path: string;
  /** What it is drawn from; left out: PERT of the three points. With it, low and high are where 5 % and 95 % of draws lie. */
  readonly of?: Distribution | undefined;
}

/** An uncertain input whose place in the inputs is found. */
export interface Placed {
  readonly uncertain: Uncertain;
  readonly place: InputPath;
}

/** Why a derived input can have no range. */
export function sayDerived(path: string): string {
  return `${path} is worked out from other inputs: give those a range, or take it out of the derived ones.`;
}

function rangeProblems(inputs: InvestmentInputs, uncertain: Uncertain): string[] {
  const { path, low, mode, high } = uncertain;
  const place = parsePath(path);
  if (!place) return [`${path} is not an input: name one like incidentCost, newModels.0 or levels.L1.operateFte.`];
  if (!hasPlace(inputs, place)) return [`${path} is not in this case: add the level or the year, or leave it out.`];
  if (isDerived(inputs, path)) return [sayDerived(path)];
  const name = `${sayPath(place)} (${path})`;
  if (![low, mode, high].every(Number.isFinite)) return [`The range of ${name} is not complete: enter three numbers.`];
  if (low > high) return [`The range of ${name} is upside down: low is ${low} and high is ${high}.`];
  if (mode < low || mode > high) return [`The mode of ${name} is ${mode}: it must lie between ${low} and ${high}.`];
  const ends = low === high ? [low] : [low, high];
  return ends.flatMap((end) =>
    validateInputs(withValue(inputs, place, end)).map((problem) => `With ${path} at ${end}: ${problem}`),
  );
}

function pairProblems(inputs: InvestmentInputs, compare: string): string[] {
  const pair = parsePair(compare);
  const given = levelKeys(inputs);
  if (!pair) return [`${compare} is not a comparison: name two levels, like "L2 vs L1".`];
  const missing = [pair.a, pair.b].find((key) => !given.includes(key));
  return missing === undefined ? [] : [`The case has no costs for ${missing}: compare two of ${given.join(', ')}.`];
}

/** What the simulation and the sensitivity ask about. */
export interface Question {
  readonly inputs: InvestmentInputs;
  /** `L2 vs L1`. */
  readonly compare: string;
  readonly uncertain: readonly Uncertain[];
}

/** What is wrong with the question, one sentence each. */
export function questionProblems({ inputs, compare, uncertain }: Question): string[] {
  const problems = validateInputs(inputs);
  if (problems.length > 0) return problems;
  const twice = uncertain.filter((one, at) => uncertain.findIndex((other) => other.path === one.path) < at);
  return [
    ...pairProblems(inputs, compare),
    ...twice.map(({ path }) => `${path} is named twice: keep one range.`),
    ...uncertain.flatMap((one) => rangeProblems(inputs, one)),
  ];
}

/** The question with its names looked up; RangeError with every problem. */
export function placeQuestion(question: Question): { readonly pair: Pair; readonly placed: readonly Placed[] } {
  const problems = questionProblems(question);
  const pair = parsePair(question.compare);
  if (problems.length > 0 || !pair) throw new RangeError(problems.join(' '));
  const placed = question.uncertain.flatMap((uncertain) => {
    const place = parsePath(uncertain.path);
    return place ? [{ uncertain, place }] : [];
  });
  return { pair, placed };
}

/** The inputs with every uncertain one at its mode. */
export function atModes(inputs: InvestmentInputs, placed: readonly Placed[]): InvestmentInputs {
  return withValues(
    inputs,
    placed.map(({ place, uncertain }) => ({ place, value: uncertain.mode })),
  );
}
