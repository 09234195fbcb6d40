import { type Month, sayMonth } from '../../base/calendar';
import { MONTH_NAMES } from '../../base/forms';
import type { Asked } from './asked-problems';
import { calendarMonth, fiscalQuarter } from './plan-calendar';

const YEAR = 12;

/** One column of every table by time: months of the plan, the first at 0; `to` is out. */
export interface Period {
  /** `FY 2026/27`, or `Year 1` of a plan without a start. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** The start of a plan and the month in which the house's year begins (1 … 12). */
export interface HouseYears {
  /** `null`: years are those of the plan. */
  readonly startDate: Month | null;
  readonly fiscalYearStart: number;
}

/** The years of the house that asks: without a start, those of the plan. */
export const houseYears = (asked: Asked | null | undefined): HouseYears => ({
  startDate: asked?.startDate ?? null,
  fiscalYearStart: asked?.fiscalYearStart ?? 1,
});

/**
 * The years by which everything of a plan is told: cost, budget, people, team and books stand on this axis and on no other.
 * With a start they are the house's, and the first and the last may be parts of one; otherwise the plan's own.
 */
export function planAxis(months: number, { startDate, fiscalYearStart }: HouseYears): Period[] {
  const periods: { name: string; from: number; to: number }[] = [];
  for (let month = 0; month < months; month++) {
    const year = Math.floor(month / YEAR) + 1;
    const name = startDate === null ? `Year ${year}` : fiscalQuarter(startDate, month + 1, fiscalYearStart).year;
    const last = periods.at(-1);
    if (last?.name === name) last.to = month + 1;
    else periods.push({ name, from: month, to: month + 1 });
  }
  return periods;
}

/** What of a monthly amount falls in each period. */
export const sumsOver = (axis: readonly Period[], monthly: readonly number[]): number[] =>
  axis.map(({ from, to }) => monthly.slice(from, to).reduce((sum, amount) => sum + amount, 0));

/** The mean of a monthly state in each period: of people, of models. */
export const meansOver = (axis: readonly Period[], monthly: readonly number[]): number[] =>
  sumsOver(axis, monthly).map((sum, at) => sum / ((axis[at]?.to ?? 1) - (axis[at]?.from ?? 0)));

/** A monthly state as it is at the end of each period. */
export const endsOf = (axis: readonly Period[], monthly: readonly number[]): number[] =>
  axis.map(({ to }) => monthly[to - 1] ?? 0);

/** Part of a year: `Nov 2026 to Mar 2027`; '' for a whole one. */
export function sayPart({ from, to }: Period, startDate: Month | null): string {
  if (to - from === YEAR || startDate === null) return '';
  const [first, last] = [calendarMonth(startDate, from + 1), calendarMonth(startDate, to)];
  return first === last ? sayMonth(first) : `${sayMonth(first)} to ${sayMonth(last)}`;
}

/**
 * A year of the plan (from 1), by which inputs, prices and discounting go: `year 1`, or `year 1 (Nov 2026–Oct 2027)` of a plan
 * with a start. It has one name on every surface, and is never called by the house's years: it may lie in two of them.
 */
export function planYearName(year: number, { startDate }: Pick<HouseYears, 'startDate'>): string {
  if (startDate === null) return `year ${year}`;
  const [first, last] = [calendarMonth(startDate, YEAR * (year - 1) + 1), calendarMonth(startDate, YEAR * year)];
  return `year ${year} (${sayMonth(first)}–${sayMonth(last)})`;
}

/** Whether the house's years begin when the plan does, so that a year of the plan is one of the house. */
export const plannedByHouseYears = ({ startDate, fiscalYearStart }: HouseYears): boolean =>
  startDate !== null && Number(startDate.slice(5, 7)) === fiscalYearStart;

/** `calendar years`, `fiscal years from Apr`. */
export const sayKindOfYears = (fiscalYearStart: number): string =>
  fiscalYearStart === 1 ? 'calendar years' : `fiscal years from ${MONTH_NAMES[fiscalYearStart - 1]}`;

/** What every surface says once of the two kinds of years; '' of a plan without a start, which has one kind. */
export function sayTwoYears(house: HouseYears): string {
  const { startDate, fiscalYearStart } = house;
  if (startDate === null) return '';
  const kind = sayKindOfYears(fiscalYearStart);
  const rest = 'inputs, prices and discounting go by years of the plan';
  return `The plan begins in ${sayMonth(startDate)}. Amounts stand in ${kind}, summed from months; ${rest}: ${
    plannedByHouseYears(house) ? 'both begin in the same month.' : `${planYearName(1, house)} is the first.`
  }`;
}
