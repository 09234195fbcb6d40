import { versionsByModel } from './live-version';
import type { Registry } from './registry';

/** A registry that models of the portfolio were brought from: their names there, each with the versions that are known of it. */
export interface KnownRegistry {
  readonly system: string;
  readonly models: ReadonlyMap<string, ReadonlySet<string>>;
}

/** So many of its models, or more, have to be here: some may have been deleted there since. */
const MOST_OF_THEM = 0.8;

/**
 * What the ids of a registry belong to: its own system, unless it is one that came another way before (by its server, from its file).
 * It is that one when most of the models that were brought from it are here and each that is here has all versions that are known
 * of it: names alone are the same on a server for trials and one for production. Of several, the one with most models.
 */
export function systemOf(registry: Registry, own: string, known: readonly KnownRegistry[]): string {
  if (known.some(({ system }) => system === own)) return own;
  const versions = versionsByModel(registry);
  const names = new Set(registry.models.map(({ name }) => name));
  const isSame = ({ models }: KnownRegistry): boolean => {
    const here = [...models].filter(([name]) => names.has(name));
    const told = here.filter(([, theirs]) => theirs.size > 0);
    return (
      told.length > 0 &&
      here.length >= models.size * MOST_OF_THEM &&
      told.every(([name, theirs]) => {
        const found = new Set((versions.get(name) ?? []).map(({ version }) => version));
        return [...theirs].every((version) => found.has(version));
      })
    );
  };
  const [best] = known.filter(isSame).toSorted((a, b) => b.models.size - a.models.size);
  return best?.system ?? own;
}
