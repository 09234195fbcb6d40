import { type Month, shiftMonth } from '../../base/calendar';

const YEAR = 12;
const ROUNDING = 1e-9;

/** The calendar month of a plan month (from 1); month 0 is the start itself. */
export function calendarMonth(startDate: Month, month: number): Month {
  return shiftMonth(startDate, Math.max(0, month - 1));
}

export interface PlanDate {
  /** The plan month in which it falls; 0: at the start. `null`: not within the plan. */
  readonly month: number | null;
  readonly date: Month | null;
}

/** When a time in years (a payback, a turn) falls. */
export function dateOfYears(startDate: Month, years: number | null): PlanDate {
  if (years === null) return { month: null, date: null };
  const month = Math.max(0, Math.ceil(YEAR * years - ROUNDING));
  return { month, date: calendarMonth(startDate, month) };
}

export interface FiscalQuarter {
  /** `FY 2026` where it is the calendar year, else `FY 2026/27`. */
  readonly year: string;
  readonly quarter: number;
}

/** The fiscal quarter of a plan month (from 1); the fiscal year begins in month `fiscalYearStart` (1 … 12). */
export function fiscalQuarter(startDate: Month, month: number, fiscalYearStart: number): FiscalQuarter {
  const [year = 0, calendar = 1] = calendarMonth(startDate, month).split('-').map(Number);
  const first = calendar >= fiscalYearStart ? year : year - 1;
  const since = (calendar - fiscalYearStart + YEAR) % YEAR;
  const name = fiscalYearStart === 1 ? `FY ${first}` : `FY ${first}/${String((first + 1) % 100).padStart(2, '0')}`;
  return { year: name, quarter: Math.floor(since / 3) + 1 };
}
