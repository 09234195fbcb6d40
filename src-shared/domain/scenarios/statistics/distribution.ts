import { assertNever } from '../../base/assert-never';
import { gammaQuantile } from '../../base/gamma';
import { percentile } from '../../base/percentile';
import { poissonRate } from '../../incidents/poisson-rate';
import { wilson } from '../../base/wilson';
import { betaQuantile } from './beta-distribution';
import { bootstrapMean } from './bootstrap-mean';
import { type CoveredInterval, medianDraw, medianFromNormal, medianInterval } from './median-draw';
import { normalCdf, normalQuantile } from './normal';
import { normalTable } from './normal-table';
import { pertFromNormal, pertShape } from './pert';

/** What is known of an uncertain number, and how. `scale` multiplies: days to weeks is 1/7. */
export type Distribution =
  /** Somebody's three points. */
  | { readonly kind: 'pert'; readonly low: number; readonly mode: number; readonly high: number }
  /** Events in an exposure, such as releases in model-years. */
  | { readonly kind: 'rate'; readonly events: number; readonly exposure: number; readonly scale?: number | undefined }
  | { readonly kind: 'share'; readonly part: number; readonly n: number }
  | { readonly kind: 'median'; readonly values: readonly number[]; readonly scale?: number | undefined }
  | { readonly kind: 'mean'; readonly values: readonly number[]; readonly scale?: number | undefined }
  /** A number with a range or, without one, held fixed. */
  | {
      readonly kind: 'entered';
      readonly value: number;
      readonly low?: number | undefined;
      readonly high?: number | undefined;
    };

/** An interval that may be shown beside the number. */
export type Shown = readonly [low: number, high: number];

/** A number with how it may be: everything that shows or draws it reads this. */
export interface Drawable {
  /** The plain estimate; the mean of the draws may differ. `null`: nothing was measured. */
  readonly base: number | null;
  /** The range that somebody gave; it has no cover. */
  readonly given: Shown | null;
  /** The interval of 95 % that is shown; not the middle of the draws. */
  readonly shown95: Shown | null;
  readonly shown95Cover: number | null;
  readonly shown90: Shown | null;
  readonly shown90Cover: number | null;
  /** The value below which the chance is u, 0 < u < 1, exact; `null`: too few rows for a range of their own. */
  readonly quantile: ((u: number) => number) | null;
  /** The same by a normal score, from a table where the exact one is slow. */
  readonly fromNormal: ((z: number) => number) | null;
}

/** Fewer rows than this have no range of their own. */
export const FEWEST_ROWS = 5;
/** Chances stay this far from 0 and 1. */
const EDGE = 1e-12;

const NOT_SHOWN = { given: null, shown95: null, shown95Cover: null, shown90: null, shown90Cover: null } as const;

const within = (u: number): number => Math.min(1 - EDGE, Math.max(EDGE, u));

type Drawn = Pick<Drawable, 'quantile' | 'fromNormal'>;

/** A smooth quantile, tabled for the simulation. */
function drawnBy(quantile: (u: number) => number): Drawn {
  const safe = (u: number): number => quantile(within(u));
  return { quantile: safe, fromNormal: normalTable((z) => safe(normalCdf(z))) };
}

const FIXED: Drawn = { quantile: null, fromNormal: null };

function pert(low: number, mode: number, high: number): Drawable {
  const base = { ...NOT_SHOWN, base: mode, given: [low, high] as const };
  if (low === high) return { ...base, quantile: () => low, fromNormal: () => low };
  const shape = pertShape({ low, mode, high });
  return {
    ...base,
    quantile: (u) => low + (high - low) * betaQuantile(shape, within(u)),
    fromNormal: pertFromNormal({ low, mode, high }),
  };
}

/** Shown: Garwood's exact interval. Drawn: Jeffreys' gamma, with half an event in the draw only. */
function rate(events: number, exposure: number, scale: number): Drawable {
  if (!(exposure > 0)) return { ...NOT_SHOWN, ...FIXED, base: null };
  const { low, high } = poissonRate(events, exposure, scale);
  return {
    ...NOT_SHOWN,
    base: (events / exposure) * scale,
    shown95: [low ?? 0, high ?? 0],
    shown95Cover: 0.95,
    ...drawnBy((u) => (gammaQuantile(events + 0.5, u) / exposure) * scale),
  };
}

/** Shown: Wilson's interval. Drawn: Jeffreys' beta. */
function share(part: number, n: number): Drawable {
  const { rate: base, low, high } = wilson(part, n);
  if (base === null) return { ...NOT_SHOWN, ...FIXED, base };
  const shape = { alpha: part + 0.5, beta: n - part + 0.5 };
  return {
    ...NOT_SHOWN,
    base,
    shown95: [low ?? 0, high ?? 0],
    shown95Cover: 0.95,
    ...drawnBy((u) => betaQuantile(shape, u)),
  };
}

const ends = (interval: CoveredInterval | null): Shown | null => interval && [interval.low, interval.high];

/** The order statistics of the rows, shown and drawn. */
function median(values: readonly number[], scale: number): Drawable {
  const sorted = values.map((value) => value * scale).toSorted((a, b) => a - b);
  if (sorted.length === 0) return { ...NOT_SHOWN, ...FIXED, base: null };
  const base = percentile(sorted, 0.5);
  if (sorted.length < FEWEST_ROWS) return { ...NOT_SHOWN, ...FIXED, base };
  const [at95, at90] = [medianInterval(sorted, 0.95), medianInterval(sorted, 0.9)];
  return {
    given: null,
    base,
    shown95: ends(at95),
    shown95Cover: at95?.cover ?? null,
    shown90: ends(at90),
    shown90Cover: at90?.cover ?? null,
    quantile: medianDraw(sorted),
    fromNormal: medianFromNormal(sorted),
  };
}

function mean(values: readonly number[], scale: number): Drawable {
  const scaled = values.map((value) => value * scale);
  if (scaled.length === 0) return { ...NOT_SHOWN, ...FIXED, base: null };
  if (scaled.length < FEWEST_ROWS) {
    return { ...NOT_SHOWN, ...FIXED, base: scaled.reduce((sum, value) => sum + value, 0) / scaled.length };
  }
  const drawn = bootstrapMean(scaled);
  const quantile = (u: number): number => drawn.exact(normalQuantile(within(u)));
  return {
    ...NOT_SHOWN,
    base: drawn.mean,
    shown95: [quantile(0.025), quantile(0.975)],
    shown95Cover: 0.95,
    quantile,
    fromNormal: drawn.quick,
  };
}

/** The number behind a distribution, with what to show and how to draw; maths.md C7. */
export function drawable(of: Distribution): Drawable {
  switch (of.kind) {
    case 'pert':
      return pert(of.low, of.mode, of.high);
    case 'rate':
      return rate(of.events, of.exposure, of.scale ?? 1);
    case 'share':
      return share(of.part, of.n);
    case 'median':
      return median(of.values, of.scale ?? 1);
    case 'mean':
      return mean(of.values, of.scale ?? 1);
    case 'entered': {
      const { value, low, high } = of;
      if (low === undefined && high === undefined) return { ...NOT_SHOWN, ...FIXED, base: value };
      return pert(low ?? value, value, high ?? value);
    }
    default:
      return assertNever(of);
  }
}

/**
 * Whether events come in bunches: Σ(x − λE)²/(λE) over the places, per degree of freedom. Above 2 few places have most
 * events, and the interval of the rate is too narrow. `null`: fewer than two places with exposure, or no event.
 */
export function dispersion(places: readonly { readonly events: number; readonly exposure: number }[]): number | null {
  const seen = places.filter(({ exposure }) => exposure > 0);
  const events = seen.reduce((sum, one) => sum + one.events, 0);
  const exposure = seen.reduce((sum, one) => sum + one.exposure, 0);
  if (seen.length < 2 || events === 0) return null;
  const sum = seen.reduce((total, one) => {
    const due = (events / exposure) * one.exposure;
    return total + (one.events - due) ** 2 / due;
  }, 0);
  return sum / (seen.length - 1);
}
