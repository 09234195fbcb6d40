import { oneOf } from '#domain/base/wording';
import type { Warning } from '../sources/source';

interface OfModel {
  /** Of the model. */
  readonly name: string;
  readonly version: string;
}

/**
 * Models of which more than one version is served at once, as beside a canary or on an endpoint for trials: which of them is the live one
 * the source does not say. By name, with those versions.
 */
export function servedTogether(served: readonly OfModel[]): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, Set<string>>();
  for (const { name, version } of served) byName.set(name, (byName.get(name) ?? new Set<string>()).add(version));
  return new Map(
    [...byName]
      .filter(([, versions]) => versions.size > 1)
      .map(([name, versions]) => [name, [...versions].toSorted(byNumber)]),
  );
}

const byNumber = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

export function togetherWarnings(together: ReadonlyMap<string, readonly string[]>): readonly Warning[] {
  const [first] = together;
  if (!first) return [];
  const [name, versions] = first;
  const which = `${name} runs versions ${oneOf(versions, 'and')} at once`;
  return [
    {
      what: together.size === 1 ? which : `${together.size} models run more than one version: ${which}`,
      todo: 'Say in the portfolio which is live',
    },
  ];
}
