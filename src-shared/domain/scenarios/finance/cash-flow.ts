/** Flows closer to zero than this count as none: they are what is left of rounding. */
export const NO_FLOW = 1e-9;

/** How sums of flows may differ from zero and still be zero, as a share of what was added up. */
const ROUNDING = 1e-12;

function assertRate(rate: number): void {
  if (!(rate > -1)) throw new RangeError(`A rate of ${rate} has no present value: it must be above -1 (-100 %).`);
}

/** Flows at t = 0, 1, 2 … as they are worth at t = 0; the rate is a year's, above −1. */
export function discounted(rate: number, flows: readonly number[]): number[] {
  assertRate(rate);
  return flows.map((flow, year) => flow / (1 + rate) ** year);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Net present value: t = 0 undiscounted, years at their end. In a spreadsheet `=CF0+NPV(r,CF1:CFn)`; maths.md C1. */
export function npv(rate: number, flows: readonly number[]): number {
  return sum(discounted(rate, flows));
}

/** The same with each year's flow in its middle: years 1..T divided by (1 + r)^(t − 0.5). */
export function npvMid(rate: number, flows: readonly number[]): number {
  const [now = 0, ...years] = flows;
  return now + npv(rate, [0, ...years]) * Math.sqrt(1 + rate);
}

function negatives(flows: readonly number[]): number[] {
  return flows.map((flow) => Math.min(0, flow));
}

/** (sum of the years + flow at t = 0) / what is put in at t = 0; `null`: nothing is put in. */
export function roi(flows: readonly number[]): number | null {
  const [now = 0] = flows;
  return now > -NO_FLOW ? null : sum(flows) / -now;
}

/** NPV over the present value of the years that are negative, each netted first; `null`: none is. TEI's own ROI is gross. */
export function roiPresentValue(rate: number, flows: readonly number[]): number | null {
  const paid = -npv(rate, negatives(flows));
  return paid < NO_FLOW ? null : npv(rate, flows) / paid;
}

/**
 * Modified internal rate of return: negatives discounted at `financeRate`, positives carried to the end at
 * `reinvestRate`. `null` without both a positive and a negative flow.
 */
export function mirr(flows: readonly number[], financeRate: number, reinvestRate: number): number | null {
  const years = flows.length - 1;
  const paid = -npv(financeRate, negatives(flows));
  const earned = npv(
    reinvestRate,
    flows.map((flow) => Math.max(0, flow)),
  );
  if (years < 1 || paid < NO_FLOW || earned < NO_FLOW) return null;
  return (earned / paid) ** (1 / years) * (1 + reinvestRate) - 1;
}

/**
 * Years until the running sum is non-negative for good (the last crossing, straight between year ends). 0: it never is
 * negative; `null`: it still is at the end. The first crossing would be wrong where the sum dips again. `sizes`: the amounts
 * whose differences the flows are, where equal ones leave a rest.
 */
export function payback(flows: readonly number[], sizes: readonly number[] = flows): number | null {
  let running = 0;
  let size = 0;
  let answer = 0;
  let missing = 0;
  for (const [year, flow] of flows.entries()) {
    size += Math.abs(sizes[year] ?? 0);
    running += flow;
    const short = running < -Math.max(NO_FLOW, ROUNDING * size) ? -running : 0;
    if (missing > 0 && short === 0) answer = year - 1 + Math.min(1, missing / flow);
    missing = short;
  }
  return missing > 0 ? null : answer;
}

/** Payback of the discounted flows. */
export function discountedPayback(rate: number, flows: readonly number[]): number | null {
  return payback(discounted(rate, flows));
}

/** Capital recovery factor: the even yearly payment for 1 over `years` ≥ 1; 1/years without interest. */
export function capitalRecovery(rate: number, years: number): number {
  assertRate(rate);
  if (!(years > 0)) throw new RangeError(`There are ${years} years to recover the capital: it must be more than 0.`);
  // expm1 and log1p keep the digits that (1 + r)^n − 1 loses for a rate close to 0.
  return rate === 0 ? 1 / years : rate / -Math.expm1(-years * Math.log1p(rate));
}
