import type { Distribution } from '../statistics/distribution';
import { keptDrawable } from '../statistics/kept-drawables';
import type { Uncertain } from '../uncertainty/uncertain';
import type { Pair } from './comparison-flows';
import { movesNothing } from './derived-inputs';
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

/**
 * Where a range comes from: the default's source, a person, the rows that the value was measured from, or the default's
 * range because those rows are too few, widened to hold each of them.
 */
export type RangeSource = 'default' | 'given' | 'rows' | 'few_rows';

export interface ScenarioRange extends Uncertain {
  readonly from: RangeSource;
}

/** How inputs may be whose values are not the defaults' own: by path. A number that was entered alone is held fixed. */
export type KnownRanges = ReadonlyMap<string, Distribution>;

const NONE: KnownRanges = new Map();

function around(path: string, mode: number, low: number, high: number): Uncertain {
  return { path, low: Math.min(low, mode), mode, high: Math.max(high, mode) };
}

/** A range without a width says that the number is certain, whatever it is. */
function widened(path: string, mode: number, { low, high }: Pick<GivenRange, 'low' | 'high'>): Uncertain {
  return low === high ? { path, low: mode, mode, high: mode } : around(path, mode, low, high);
}

const CERTAIN: readonly ScenarioRange[] = [];

/** The range of a value by its own rows; a number that is certain has none. */
function knownRange(path: string, mode: number, of: Distribution, fallback: Uncertain): readonly ScenarioRange[] {
  if (of.kind === 'entered' && of.low === undefined && of.high === undefined) return CERTAIN;
  const { quantile } = keptDrawable(of);
  if (quantile === null) {
    const scale = 'scale' in of ? (of.scale ?? 1) : 1;
    const rows = 'values' in of ? of.values.map((value) => value * scale) : [];
    const { low, high } = fallback;
    return [{ ...around(path, mode, Math.min(low, ...rows), Math.max(high, ...rows)), from: 'few_rows' }];
  }
  return [{ ...around(path, mode, quantile(0.05), quantile(0.95)), of, from: 'rows' }];
}

const isDefault = (own: { readonly low: number; readonly high: number } | null, range: GivenRange): boolean =>
  own !== null && own.low === range.low && own.high === range.high;

interface KnownItem {
  readonly path: string;
  readonly origin: { readonly kind: string; readonly low?: number; readonly high?: number };
}

/**
 * The ranges that somebody meant: a page keeps all that it shows, so the source's own range, as it stood when the number was
 * taken over, may lie among them. Where the source says something else today, today's counts.
 */
export const meantRanges = (given: readonly GivenRange[], items: readonly KnownItem[]): GivenRange[] =>
  given.filter(
    ({ path, low, high }) =>
      !items.some(
        ({ path: at, origin }) =>
          at === path && origin.kind === 'assumption' && origin.low === low && origin.high === high,
      ),
  );

/**
 * The uncertain inputs of a scenario in its currency: what somebody gave, else what the rows behind a measured value say,
 * else the range of the default's source. Of derived inputs the parents. With a pair, without what cannot touch it.
 */
export function scenarioRanges(
  inputs: InvestmentInputs,
  currency: string,
  given: readonly GivenRange[],
  known: KnownRanges = NONE,
  pair?: Pair,
): ScenarioRange[] {
  const meant = given.filter((range) => !isDefault(defaultIn(currency, range.path), range));
  const defaults = uncertainInputs(inputs, pair).map((one) => {
    const own = defaultIn(currency, one.path);
    return own ? around(one.path, one.mode, own.low, own.high) : one;
  });
  const replaced = defaults.flatMap((one): readonly ScenarioRange[] => {
    const range = meant.find(({ path }) => path === one.path);
    if (range) return [{ ...widened(one.path, one.mode, range), from: 'given' }];
    const of = known.get(one.path);
    return of ? knownRange(one.path, one.mode, of, one) : [{ ...one, from: 'default' }];
  });
  const touches = (path: string): boolean =>
    pair === undefined ||
    untouchedLevels(pair).every(
      (level) => !path.startsWith(`levels.${level}.`) && path !== `incidentReduction${level}`,
    );
  const others = new Set([...meant.map(({ path }) => path), ...known.keys()]);
  for (const { path } of defaults) others.delete(path);
  const added = [...others].flatMap((path): readonly ScenarioRange[] => {
    const mode = numberAt(inputs, path);
    if (mode === null || !touches(path)) return [];
    const range = meant.find((one) => one.path === path);
    if (range) return [{ ...widened(path, mode, range), from: 'given' }];
    const of = known.get(path);
    return of ? knownRange(path, mode, of, { path, low: mode, mode, high: mode }) : [];
  });
  return [...replaced, ...added].filter(({ path, low, high }) => low < high && !movesNothing(inputs, path));
}

/**
 * Ranges that somebody gave to an input that is worked out from others now, or that nothing is worked out from: they rest until
 * a number is entered again, and are neither drawn nor dropped.
 */
export function restingRanges(inputs: InvestmentInputs, given: readonly GivenRange[]): GivenRange[] {
  return given.filter(({ path }) => movesNothing(inputs, path));
}

/** The ranges that are kept when a whole list of them is given: those that rest are in no list that anybody was shown. */
export function keptRanges(
  inputs: InvestmentInputs,
  before: readonly GivenRange[],
  given: readonly GivenRange[],
): readonly GivenRange[] {
  const named = new Set(given.map(({ path }) => path));
  return [...restingRanges(inputs, before).filter(({ path }) => !named.has(path)), ...given];
}

/** Levels that a comparison does not touch: above the baseline, and not in the pair. */
function untouchedLevels({ a, b }: Pair): string[] {
  return ['L2', 'L3'].filter((level) => level !== a && level !== b);
}
