import { levelPath } from '../options/decision-inputs';
import { type PeakFunding, peakFunding } from '../options/option-result';
import type { Pair } from '../plan/comparison-flows';
import { withDerived } from '../plan/derived-inputs';
import { type InvestmentInputs, levelKeys, sayLevel } from '../plan/inputs';
import { type Names, peakNumbers, peakWords } from './explain-option-running';
import { booksOf, type OptionBooks } from './option-books';

function booksOfPair(given: InvestmentInputs, { a, b }: Pair): readonly [other: OptionBooks, own: OptionBooks] {
  const inputs = withDerived(given);
  const [baseline = a] = levelKeys(inputs);
  const [other, own] = booksOf(inputs, [levelPath(a, baseline), levelPath(b, baseline)]);
  if (!other || !own) throw new RangeError('The comparison could not be worked out.');
  return [other, own];
}

/** The most by which the higher level of a comparison is behind the lower one, month by month; maths.md C6. */
export function peakOfPair(inputs: InvestmentInputs, pair: Pair): PeakFunding {
  const [other, own] = booksOfPair(inputs, pair);
  return peakFunding(other.costs, own.costs);
}

/** The same, opened: what both have paid by that month, and the months that it is made of. */
export function explainPeak(inputs: InvestmentInputs, pair: Pair) {
  const [other, own] = booksOfPair(inputs, pair);
  const peak = peakFunding(other.costs, own.costs);
  const names: Names = [sayLevel(pair.a), sayLevel(pair.b)];
  return { value: peak.peakFunding, words: peakWords(peak, names), numbers: peakNumbers(other, own, peak, names) };
}
