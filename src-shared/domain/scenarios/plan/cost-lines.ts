import type { InvestmentInputs, LevelKey } from './inputs';

/**
 * A cost beside the model: closing a gap, a licence, a course. Money in major units at the prices of year 1. It is paid
 * in full as it falls due: like the platform's bill it is never ramped.
 */
export interface CostLine {
  readonly id: string;
  readonly label: string;
  /** The levels that have to pay for it. */
  readonly levels: readonly LevelKey[];
  /** Month of the plan in which it begins; 0 = the first. */
  readonly startMonth: number;
  /** Months over which `oneOff` is spread evenly; 0: paid in the month in which it begins. */
  readonly months: number;
  readonly oneOff: number;
  /** From the month after its last one to the end of the plan. */
  readonly yearly: number;
}

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
