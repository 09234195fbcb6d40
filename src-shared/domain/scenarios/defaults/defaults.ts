import type { CostDefault } from './cost-default';
import { DELIVERY_DEFAULTS } from './defaults-delivery';
import { PEOPLE_DEFAULTS } from './defaults-people';
import { RUNNING_DEFAULTS } from './defaults-running';

/** Every default of the research, maths.md B: 23 of the 43 are grade D, so each is shown with its grade. */
export const COST_DEFAULTS: readonly CostDefault[] = [...PEOPLE_DEFAULTS, ...DELIVERY_DEFAULTS, ...RUNNING_DEFAULTS];

/** The default of that key, the first one where regions differ; RangeError when there is none. */
export function defaultOf(key: string, region?: string): CostDefault {
  const found = COST_DEFAULTS.find((one) => one.key === key && (region === undefined || one.region === region));
  if (!found) throw new RangeError(`There is no default called ${key}${region === undefined ? '' : ` for ${region}`}.`);
  return found;
}
