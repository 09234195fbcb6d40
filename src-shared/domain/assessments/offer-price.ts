import { COMPONENTS, type Component } from './components';
import type { OfferedComponent } from './vendor';

/** What an offer asks for; `null`: not known yet. Money in minor units of `currency`. */
export interface OfferPrice {
  /** The level that it is to reach. */
  readonly level: 'L2' | 'L3';
  readonly currency: string;
  readonly oneOffMinor: number | null;
  readonly perYearMinor: number | null;
  readonly perModelMinor: number | null;
  readonly exitMinor: number | null;
  /** Own platform cost a year that stays; `null`: none. */
  readonly keepPlatformMinor: number | null;
  /** Yearly growth of the bill by the contract, in place of inflation. */
  readonly escalator: number | null;
  /** How much of what was to be built it replaces, 0 … 1. */
  readonly coverage: number | null;
  /** Months until it is fully there; `null`: those of the level. */
  readonly rampMonths: number | null;
  readonly note: string;
}

const NEEDED = {
  oneOffMinor: 'the one-off price',
  perYearMinor: 'the price a year',
  perModelMinor: 'the price a model and year',
  exitMinor: 'the cost of leaving',
  escalator: 'the yearly growth of the bill',
  coverage: 'how much of the building it replaces',
} as const satisfies Partial<Record<keyof OfferPrice, string>>;

/** What has to be known before an offer can be held against building: nothing is taken for 0 that nobody said. */
export function missingPrices(price: OfferPrice | null): readonly string[] {
  if (price === null) return Object.values(NEEDED);
  const keys = Object.keys(NEEDED) as (keyof typeof NEEDED)[]; // the keys of the record above
  return keys.filter((key) => price[key] === null).map((key) => NEEDED[key]);
}

/** A proposal for how much of the building an offer replaces: full parts, and half of partial ones, of the six (an assumption). */
export function proposedCoverage(components: Readonly<Record<Component, Pick<OfferedComponent, 'coverage'>>>): number {
  const worth = { none: 0, partial: 0.5, full: 1 } as const;
  const sum = COMPONENTS.reduce((so, component) => so + worth[components[component].coverage], 0);
  return sum / COMPONENTS.length;
}
