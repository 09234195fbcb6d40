import { npv } from '../finance/cash-flow';
import { comparisonFlows, type Pair } from '../plan/comparison-flows';
import { fieldAt, withValue } from '../plan/input-path';
import type { InvestmentInputs } from '../plan/inputs';
import { validateInputs } from '../plan/validate-inputs';
import { valueAtZero } from '../plan/value-at-zero';
import { levelYears } from '../plan/yearly-cost';
import { atModes, type Placed, placeQuestion, type Question } from './uncertain';

/** What one uncertain input alone can do to the NPV, the others at their mode. */
export interface SensitivityRow {
  readonly path: string;
  readonly low: number;
  readonly high: number;
  readonly npvLow: number;
  readonly npvHigh: number;
  /** |npvHigh − npvLow| */
  readonly swing: number;
  /** What must be true: the value nearest to the mode at which the NPV is 0; `null`: no possible value. */
  readonly breakEvenValue: number | null;
}

export interface Sensitivity {
  /** NPV with every uncertain input at its mode. It is not the mean of a simulation: the mode is not the mean. */
  readonly base: number;
  /** The largest swing first. */
  readonly rows: readonly SensitivityRow[];
}

function npvOf(inputs: InvestmentInputs, { a, b }: Pair): number {
  return npv(inputs.discountRate, comparisonFlows(inputs, levelYears(inputs, [a, b]), a, b));
}

/** An end that is out is approached up to this share of the way. */
const CLOSE = 1e-6;

/** What the input would have to be; no answer where the plan would not make sense with it. */
function breakEvenOf(inputs: InvestmentInputs, { place, uncertain }: Placed, npvAt: (value: number) => number) {
  const { least, most, exclusive } = fieldAt(place);
  const from = exclusive ? least + CLOSE * (uncertain.mode - least) : least;
  const value = valueAtZero(npvAt, uncertain, from, most);
  if (value === null) return null;
  return validateInputs(withValue(inputs, place, value)).length === 0 ? value : null;
}

function rowOf(inputs: InvestmentInputs, pair: Pair, placed: Placed): SensitivityRow {
  const { path, low, high } = placed.uncertain;
  const npvAt = (value: number): number => npvOf(withValue(inputs, placed.place, value), pair);
  const [npvLow, npvHigh] = [npvAt(low), npvAt(high)];
  const swing = Math.abs(npvHigh - npvLow);
  return { path, low, high, npvLow, npvHigh, swing, breakEvenValue: breakEvenOf(inputs, placed, npvAt) };
}

/**
 * The tornado: one input at a time at its low and high end, sorted by swing; with what each must be for the NPV to be 0.
 * RangeError with every problem of the question.
 */
export function sensitivity(question: Question): Sensitivity {
  const { pair, placed } = placeQuestion(question);
  const inputs = atModes(question.inputs, placed);
  const rows = placed.map((one) => rowOf(inputs, pair, one));
  return { base: npvOf(inputs, pair), rows: rows.toSorted((p, q) => q.swing - p.swing) };
}
