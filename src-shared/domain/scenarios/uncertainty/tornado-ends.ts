import { keptDrawable } from '../statistics/kept-drawables';
import type { Uncertain } from './uncertain';

const LOW = 0.05;
const HIGH = 0.95;

/**
 * The ranges as a tornado shows them: from where 5 % of the draws lie to where 95 % do, of every input alike. A whole PERT
 * range beside an interval of 90 % would rank by convention, not by what is known.
 */
export function tornadoEnds(uncertain: readonly Uncertain[]): Uncertain[] {
  return uncertain.map((one) => {
    const { path, low, mode, high } = one;
    const { quantile } = keptDrawable(one.of ?? { kind: 'pert', low, mode, high });
    if (quantile === null) return { path, low, mode, high };
    return { path, low: Math.min(quantile(LOW), mode), mode, high: Math.max(quantile(HIGH), mode) };
  });
}
