import type { InvestmentInputs } from '../plan/inputs';
import { inflatorOf } from '../plan/yearly-cost';

/** The people there are and may be, and what it takes to find more. */
export interface Hiring {
  readonly teamToday: number;
  /** The most people there may be. Left out: nobody is hired. */
  readonly ceiling?: number | undefined;
  /** Money for each hire, at the prices of year 1; paid when the search begins, in the first month of its year. */
  readonly hiringCost?: number | undefined;
}

const ROUNDING = 1e-9;

/** How many are hired at the start of a year for what it needs; whole people, none beyond the ceiling. */
export function hiresFor({ ceiling }: Hiring, need: number, heads: number): number {
  if (ceiling === undefined) return 0;
  return Math.max(0, Math.min(Math.ceil(need - heads - ROUNDING), Math.floor(ceiling - heads + ROUNDING)));
}

/** What hires cost in a year (from 0), in money of that year. */
export const costOfHires = (
  inputs: InvestmentInputs,
  { hiringCost = 0 }: Hiring,
  hires: number,
  year: number,
): number => hires * hiringCost * inflatorOf(inputs, year + 1);

/** Hires of the years that need so many people; nobody leaves. */
export function hiresOver(hiring: Hiring, needs: readonly number[]): number[] {
  let heads = hiring.teamToday;
  return needs.map((need) => {
    const hires = hiresFor(hiring, need, heads);
    heads += hires;
    return hires;
  });
}

/** People who are needed in some year and may not be hired, as many as in the worst of them. */
export function heldBack(hiring: Hiring, needs: readonly number[]): number {
  let heads = hiring.teamToday;
  let most = 0;
  for (const need of needs) {
    heads += hiresFor(hiring, need, heads);
    most = Math.max(most, Math.ceil(need - heads - ROUNDING));
  }
  return most;
}
