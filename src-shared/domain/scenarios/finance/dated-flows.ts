import { findRoot } from './root-finder';

/** A flow on a day, counted from the day that the others are discounted to. */
export interface DatedFlow {
  readonly day: number;
  readonly amount: number;
}

const DAYS_OF_A_YEAR = 365;

/** Net present value of flows on given days, a year being 365 days: a spreadsheet's XNPV. The rate is above −1. */
export function datedNpv(rate: number, flows: readonly DatedFlow[]): number {
  if (!(rate > -1)) throw new RangeError(`A rate of ${rate} has no present value: it must be above -1 (-100 %).`);
  return flows.reduce((sum, { day, amount }) => sum + amount / (1 + rate) ** (day / DAYS_OF_A_YEAR), 0);
}

/** The rate at which it is 0, between −99 % and 1,000 % (XIRR); `null` unless the ends of that range differ in sign. */
export function datedRate(flows: readonly DatedFlow[]): number | null {
  const at = (rate: number): number => datedNpv(rate, flows);
  return at(-0.99) * at(10) < 0 ? findRoot(at, -0.99, 10) : null;
}
