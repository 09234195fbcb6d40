import { sayMonth } from '../../base/calendar';
import { MONTHS } from '../options/option-plan';
import { type PeakFunding, totalOf } from '../options/option-result';
import { calendarMonth } from '../options/plan-calendar';
import { sayTime } from '../plan/say-result';
import { paybackTerms } from './explain-flows';
import { monthTerms } from './explain-option-year';
import type { OptionBooks } from './option-books';
import { sayFactor } from './say-figure';

/** What has been paid up to a month: investments so far, whole years, and the months of the year that has begun. */
function paidTerms({ costs }: OptionBooks, month: number): readonly number[] {
  const years = Math.floor(month / MONTHS);
  return [
    ...costs.investments.filter((payment) => payment.month <= month).map(({ amount }) => amount),
    ...costs.yearCost.slice(0, years),
    ...costs.monthParts.slice(MONTHS * years, month).map(totalOf),
  ];
}

const sumOf = (terms: readonly number[]): number => terms.reduce((sum, term) => sum + term, 0);
const sayTerms = (terms: readonly number[]): string => (terms.length === 0 ? '0' : terms.map(sayFactor).join(' + '));

/** How far an option is behind another after a month, and what both have paid by then. */
function behindAfter(today: OptionBooks, own: OptionBooks, month: number): { text: string; value: number } {
  const [paid, other] = [paidTerms(own, month), paidTerms(today, month)];
  const value = sumOf(paid) - sumOf(other);
  return { text: `${sayTerms(paid)} − (${sayTerms(other)}) = ${sayFactor(value)}`, value };
}

/** The months of the year that has begun, each with its shares of the work: what the sums above are made of. */
function monthsOf(books: OptionBooks, name: string, month: number): string[] {
  const first = MONTHS * Math.floor(month / MONTHS) + 1;
  return Array.from(
    { length: month - first + 1 },
    (_, at) => `${name}, month ${first + at}: ${monthTerms(books, first + at)}`,
  );
}

/** What the two are called, the one that is held against first. */
export type Names = readonly [other: string, own: string];
export const OPTION_NAMES: Names = ['today’s way', 'this option'];

/** What has been paid up to the deepest month, less what the other would have cost by then. */
export function peakNumbers(
  other: OptionBooks,
  own: OptionBooks,
  { peakFunding, peakFundingMonth: month }: PeakFunding,
  [otherName, ownName]: Names = OPTION_NAMES,
): string {
  if (peakFunding === 0) return 'It is never behind.';
  return [
    behindAfter(other, own, month).text,
    ...monthsOf(own, ownName, month),
    ...monthsOf(other, otherName, month),
  ].join('; ');
}

export const peakWords = ({ peakFundingMonth }: PeakFunding, [otherName]: Names = OPTION_NAMES): string =>
  `paid up to month ${peakFundingMonth} (investment, whole years, months) − the same of ${otherName}: the deepest of all months`;

interface PaidBack {
  /** On yearly flows. */
  readonly years: number | null;
  /** After it the option is never behind again. */
  readonly month: number | null;
  readonly flows: readonly number[];
  readonly startDate: string | null;
}

/** The years by yearly flows, and the month by what both have paid after it and the month before. */
export function paybackNumbers(
  today: OptionBooks,
  own: OptionBooks,
  { years, month, flows, startDate }: PaidBack,
): string {
  if (years === null || month === null) return 'The running sum is still negative at the end of the plan.';
  if (years === 0 && month === 0) return 'The running sum is never negative.';
  const byYear = years === 0 ? [] : [`${paybackTerms(flows, years)} = ${sayFactor(years)} years (${sayTime(years)})`];
  if (month === 0) return byYear.join('; ');
  const calendar = startDate === null ? '' : `, ${sayMonth(calendarMonth(startDate, month))}`;
  const after = (at: number, more: string): string =>
    `behind after month ${at}${more}: ${behindAfter(today, own, at).text}`;
  return [
    ...byYear,
    after(month - 1, ''),
    after(month, calendar),
    ...monthsOf(own, 'this option', month),
    ...monthsOf(today, 'today’s way', month),
  ].join('; ');
}
