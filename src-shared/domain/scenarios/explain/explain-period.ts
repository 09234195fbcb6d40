import { sayMonth } from '../../base/calendar';
import { levelPath } from '../options/decision-inputs';
import { MONTHS } from '../options/option-plan';
import { totalOf } from '../options/option-result';
import type { HouseYears, Period } from '../options/plan-axis';
import { calendarMonth } from '../options/plan-calendar';
import { withDerived } from '../plan/derived-inputs';
import { type InvestmentInputs, type LevelKey, levelKeys } from '../plan/inputs';
import { monthTerms } from './explain-option-year';
import { booksOf } from './option-books';

export interface ExplainedMonth {
  /** `Nov 2026`, or `month 3` of a plan without a start. */
  readonly name: string;
  /** `29.6% × 2,140,000 / 12 + 20,000 / 12 = 54,310.21` */
  readonly numbers: string;
  readonly value: number;
}

/** A level's cost in a year of the house, opened: its months add up to it. */
export interface ExplainedPeriod {
  readonly total: number;
  readonly months: readonly ExplainedMonth[];
  /** Years of the plan that the months lie in, from 1. */
  readonly years: readonly number[];
}

/** How what a level costs in a period of the axis comes about; maths.md C6. RangeError where the case does not have the level. */
export function explainLevelPeriod(
  given: InvestmentInputs,
  level: LevelKey,
  { from, to }: Period,
  { startDate }: Pick<HouseYears, 'startDate'>,
): ExplainedPeriod {
  const inputs = withDerived(given);
  const [baseline = level] = levelKeys(inputs);
  const [books] = booksOf(inputs, [levelPath(level, baseline)]);
  if (!books) throw new RangeError(`The case has no ${level}.`);
  const months = Array.from({ length: to - from }, (_, at): ExplainedMonth => {
    const month = from + at + 1;
    const parts = books.costs.monthParts[month - 1];
    return {
      name: startDate === null ? `month ${month}` : sayMonth(calendarMonth(startDate, month)),
      numbers: monthTerms(books, month),
      value: parts ? totalOf(parts) : 0,
    };
  });
  const [first, last] = [Math.floor(from / MONTHS) + 1, Math.ceil(to / MONTHS)];
  return {
    total: months.reduce((sum, { value }) => sum + value, 0),
    months,
    years: Array.from({ length: last - first + 1 }, (_, at) => first + at),
  };
}
