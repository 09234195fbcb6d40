import type { CostLine, InvestmentInputs, LevelKey } from './inputs';

const YEAR = 12;

/** How many months of `from` … `to` lie in the year (from 1). */
function monthsWithin(year: number, from: number, to: number): number {
  return Math.max(0, Math.min(to, YEAR * year) - Math.max(from, YEAR * (year - 1)));
}

/** Months of a year (from 1) in which a line is paid: of its one-off, out of `months`, and of its yearly cost, out of 12. */
export function lineMonths({ startMonth, months }: CostLine, year: number): { oneOff: number; yearly: number } {
  const end = startMonth + months;
  const begins = startMonth >= YEAR * (year - 1) && startMonth < YEAR * year;
  return {
    oneOff: months === 0 ? Number(begins) : monthsWithin(year, startMonth, end),
    yearly: monthsWithin(year, end, Number.POSITIVE_INFINITY),
  };
}

/** What a line costs in a year (from 1) at the prices of year 1. */
export function lineCost(line: CostLine, year: number): number {
  const { oneOff, yearly } = lineMonths(line, year);
  const share = line.months === 0 ? oneOff : oneOff / line.months;
  return line.oneOff * share + (line.yearly * yearly) / YEAR;
}

export function linesOf(inputs: InvestmentInputs, key: LevelKey): readonly CostLine[] {
  return inputs.costLines?.filter(({ levels }) => levels.includes(key)) ?? [];
}

/** Lines of the plan that are not wholly paid within it: the figures miss a part of them. */
export function linesBeyond(inputs: InvestmentInputs): CostLine[] {
  const end = YEAR * inputs.newModels.length;
  return (inputs.costLines ?? []).filter(
    ({ startMonth, months, oneOff, yearly }) =>
      startMonth >= end || (oneOff > 0 && startMonth + months > end) || (yearly > 0 && startMonth + months >= end),
  );
}
