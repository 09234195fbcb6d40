import { discounted } from '../finance/cash-flow';
import { sayFactor, sayRateFactor } from './say-figure';

/** `-400,000 + 1,220,000 / 1.1^1 + …`: flows as they are worth now; `shift` 0.5: in the middle of their years. */
export function discountedTerms(flows: readonly number[], rate: number, shift = 0): string {
  const [now = 0, ...years] = flows;
  const later = years.map((flow, at) => `${sayFactor(flow)} / ${sayRateFactor(1 + rate)}^${at + 1 - shift}`);
  return [sayFactor(now), ...later].join(' + ');
}

/** Of the flows that are not 0; `0` where all are. */
function some(terms: readonly string[]): string {
  return terms.length === 0 ? '0' : terms.join(' + ');
}

/** What is paid, as it is worth now, and what is earned, carried to the end: both sides of the modified rate. */
export function mirrTerms(flows: readonly number[], rate: number): string {
  const base = sayRateFactor(1 + rate);
  const last = flows.length - 1;
  const grown = flows.flatMap((flow, year) => {
    if (flow <= 0) return [];
    return [year === last ? sayFactor(flow) : `${sayFactor(flow)} × ${base}^${last - year}`];
  });
  return `((${some(grown)}) / (${paidTerms(flows, rate)}))^(1 / ${last}) − 1`;
}

/** Every negative flow as it is worth now, without its sign. */
export function paidTerms(flows: readonly number[], rate: number): string {
  const paid = flows.flatMap((flow, year) => {
    if (flow >= 0) return [];
    return [year === 0 ? sayFactor(-flow) : `${sayFactor(-flow)} / ${sayRateFactor(1 + rate)}^${year}`];
  });
  return some(paid);
}

/**
 * `2 + 123,456.78 / 2,345,678.9`: the whole years before the running sum crosses 0 for good, and the part of the next in
 * which it does. `back` is the payback of these flows, above 0.
 */
export function paybackTerms(flows: readonly number[], back: number): string {
  const year = Math.max(1, Math.ceil(back));
  const before = flows.slice(0, year).reduce((sum, flow) => sum + flow, 0);
  return `${year - 1} + ${sayFactor(-before)} / ${sayFactor(flows[year] ?? 0)}`;
}

/** The same of discounted flows. */
export function discountedPaybackTerms(flows: readonly number[], rate: number, back: number): string {
  return paybackTerms(discounted(rate, flows), back);
}
