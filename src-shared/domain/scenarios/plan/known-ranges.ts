import { type KeptMeasure, ownDistribution } from '../measured/own-rows';
import type { Distribution } from '../statistics/distribution';
import type { KnownRanges } from './scenario-ranges';

interface Item {
  readonly path: string;
  readonly value: number | null;
  readonly origin:
    | { readonly kind: 'assumption' }
    | { readonly kind: 'entered' }
    | ({ readonly kind: 'measured' } & KeptMeasure);
}

/** How the inputs of a scenario may be, as far as not the defaults say it: measured ones by their rows, entered ones fixed. */
export function knownRanges(items: readonly Item[]): KnownRanges {
  const known = new Map<string, Distribution>();
  for (const { path, value, origin } of items) {
    if (value === null || origin.kind === 'assumption') continue;
    const of = origin.kind === 'measured' ? ownDistribution(origin, value) : ({ kind: 'entered', value } as const);
    if (of) known.set(path, of);
  }
  return known;
}
