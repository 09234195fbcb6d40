import type { Uncertain } from '../uncertainty/uncertain';
import type { Pair } from './comparison-flows';
import type { InvestmentInputs } from './inputs';
import { numberAt } from './scenario-inputs';
import { defaultIn } from './scenario-origins';
import { uncertainInputs } from './scenario-presets';

/** What somebody believes of an input instead of the default's range. */
export interface GivenRange {
  readonly path: string;
  readonly low: number;
  readonly high: number;
}

function around(path: string, mode: number, low: number, high: number): Uncertain {
  return { path, low: Math.min(low, mode), mode, high: Math.max(high, mode) };
}

/** A range without a width says that the number is certain, whatever it is. */
function widened(path: string, mode: number, { low, high }: Pick<GivenRange, 'low' | 'high'>): Uncertain {
  return low === high ? { path, low: mode, mode, high: mode } : around(path, mode, low, high);
}

/**
 * The uncertain inputs of a scenario in its currency: the defaults' ranges, replaced by the given ones, around the
 * scenario's values. With a pair, without what cannot touch it.
 */
export function scenarioRanges(
  inputs: InvestmentInputs,
  currency: string,
  given: readonly GivenRange[],
  pair?: Pair,
): Uncertain[] {
  const known = uncertainInputs(inputs, pair).map((one) => {
    const own = defaultIn(currency, one.path);
    return own ? around(one.path, one.mode, own.low, own.high) : one;
  });
  const replaced = known.map((one) => {
    const range = given.find(({ path }) => path === one.path);
    return range ? widened(one.path, one.mode, range) : one;
  });
  const touches = (path: string): boolean =>
    pair === undefined || uncertainLevels(pair).every((level) => !path.startsWith(`levels.${level}.`));
  const added = given.flatMap(({ path, low, high }) => {
    const mode = numberAt(inputs, path);
    const isNew = !known.some((one) => one.path === path);
    return mode === null || !isNew || !touches(path) ? [] : [widened(path, mode, { low, high })];
  });
  return [...replaced, ...added].filter(({ low, high }) => low < high);
}

/** Levels that a comparison does not touch: above the baseline, and not in the pair. */
function uncertainLevels({ a, b }: Pair): string[] {
  return ['L2', 'L3'].filter((level) => level !== a && level !== b);
}
