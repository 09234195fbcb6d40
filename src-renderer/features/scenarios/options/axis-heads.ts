import { type Period, sayPart } from '#domain/scenarios/options/plan-axis';

/** Over a column of years: its name and, of a part of a year, its months. */
export interface YearHead {
  readonly name: string;
  readonly note: string;
}

/** The columns of every table by years, read off the answer's one axis. */
export const axisHeads = (axis: readonly Period[], startDate: string | undefined): readonly YearHead[] =>
  axis.map((period) => ({ name: period.name, note: sayPart(period, startDate ?? null) }));
