import { betaQuantile } from './beta-distribution';

/** The t below which the chance is `p`, 0 < p < 1, for `freedom` > 0 degrees of freedom. */
export function tQuantile(p: number, freedom: number): number {
  if (p === 0.5) return 0;
  if (p < 0.5) return -tQuantile(1 - p, freedom);
  // t² / (freedom + t²) is a beta: taken from the side on which it keeps its digits.
  const outside = 2 * (1 - p);
  if (outside > 0.5) {
    const y = betaQuantile({ alpha: 0.5, beta: freedom / 2 }, 1 - outside);
    return Math.sqrt((freedom * y) / (1 - y));
  }
  const x = betaQuantile({ alpha: freedom / 2, beta: 0.5 }, outside);
  return Math.sqrt((freedom * (1 - x)) / x);
}
