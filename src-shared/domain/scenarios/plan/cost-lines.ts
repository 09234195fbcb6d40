import type { CostLine, InvestmentInputs, LevelKey } from './inputs';

const YEAR = 12;

/** How many months of `from` … `to` lie in the year (from 1). */
function monthsWithin(year: number, from: number, to: number): number {
  return Math.max(0, Math.min(to, YEAR * year) - Math.max(from, YEAR * (year - 1)));
}

/** What a line costs in a year (from 1) at the prices of year 1. */
export function lineCost({ startMonth, months, oneOff, yearly }: CostLine, year: number): number {
  const end = startMonth + months;
  const begins = startMonth >= YEAR * (year - 1) && startMonth < YEAR * year;
  const share = months === 0 ? Number(begins) : monthsWithin(year, startMonth, end) / months;
  return oneOff * share + (yearly * monthsWithin(year, end, Number.POSITIVE_INFINITY)) / YEAR;
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
