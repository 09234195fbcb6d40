import { sayMonth, shiftMonth } from '#domain/base/calendar';

const YEAR = 12;

/** How a year of the plan is called: by its first month where the plan has a start. */
export const planYear = (at: number, startDate: string | undefined): string =>
  startDate === undefined ? `Year ${at + 1}` : `from ${sayMonth(shiftMonth(startDate, YEAR * at))}`;

export const planYears = (years: number, startDate: string | undefined): string[] =>
  Array.from({ length: years }, (_, at) => planYear(at, startDate));
