import { sayMonth, shiftMonth } from '#domain/base/calendar';
import { type HouseYears, type Period, sayPart } from '#domain/scenarios/options/plan-axis';
import type { ChartColumn } from '../../../components/chart/chart-types';
import { yearTick, yearWords } from '../page/time-words';

const YEAR = 12;

/** An axis of time on which sums stand at the ends of years; places are years from its left end. */
export interface TimeAxis {
  /** The start and the end of each year of the plan's one axis. */
  readonly places: readonly number[];
  readonly max: number;
  readonly tick: (place: number) => string;
  readonly say: (place: number) => string;
  /** In a table: the month up to which a sum goes, as ISO writes it; a number where years have no months. */
  readonly cell: (place: number) => string | number;
  readonly name: string;
  /** Of `cell`. */
  readonly column: ChartColumn;
  /** Where a month of the plan ends; 0 is the start. */
  readonly at: (month: number) => number;
}

/** Whole places are ends of years of the plan or, with a start, beginnings of the house's years. */
export function timeAxis(months: number, { startDate, fiscalYearStart }: HouseYears): TimeAxis {
  if (startDate === null) {
    const years = months / YEAR;
    return {
      places: Array.from({ length: years + 1 }, (_, year) => year),
      max: years,
      tick: yearTick,
      say: yearWords,
      cell: (place) => place,
      name: 'end of year',
      column: { label: 'end of year', digits: 0 },
      at: (month) => month / YEAR,
    };
  }
  const since = (Number(startDate.slice(5, 7)) - fiscalYearStart + YEAR) % YEAR;
  const first = shiftMonth(startDate, -since);
  const ends = Array.from({ length: Math.ceil((since + months) / YEAR) }, (_, year) =>
    Math.min((year + 1) * YEAR, since + months),
  );
  const monthAt = (place: number): string => shiftMonth(first, Math.round(place * YEAR)).slice(0, 7);
  const say = (place: number): string => sayMonth(monthAt(place));
  const places = [since, ...ends].map((month) => month / YEAR);
  return {
    places,
    max: Math.ceil(places.at(-1) ?? 0),
    tick: (place) => (Number.isInteger(place) ? say(place) : ''),
    say,
    cell: monthAt,
    name: 'start of the year',
    column: { label: 'up to', time: true },
    at: (month) => (since + month) / YEAR,
  };
}

/** What stands under a year where there is little room: `26/27`, `2026`, or the number of a year of the plan. */
export const shortYear = ({ name }: Period): string => name.replace(/^(FY|Year) /, '').replace(/^\d\d(?=\d\d\/)/, '');

/** `FY 2026/27 (Nov 2026 to Mar 2027)`, `FY 2027/28`, `year 1`. */
export function periodWords(period: Period, { startDate }: HouseYears): string {
  if (startDate === null) return period.name.toLowerCase();
  const part = sayPart(period, startDate);
  return part === '' ? period.name : `${period.name} (${part})`;
}

/** Under an axis of years. */
export const yearsName = ({ startDate, fiscalYearStart }: HouseYears): string => {
  if (startDate === null) return 'year';
  return fiscalYearStart === 1 ? 'calendar year' : 'fiscal year';
};
