import { type Asked, NO_PARTS, type Reading, type Warning } from '../sources/source';
import { betweenOf, PRODUCTION, seenNow } from './live-version';
import type { Registry } from './registry';
import { registryTables } from './registry-tables';
import { tagsOf } from './registry-tags';

interface About {
  /** The part of the server that was read; '' = it has none. */
  readonly workspace: string;
  readonly warnings: readonly Warning[];
  /** Whether this look could not tell which version of a model is live. */
  readonly unclear?: (name: string) => boolean;
  /** It could tell of none. */
  readonly blind?: boolean;
}

/** All of a registry as a source gives it. */
export function registryReading(
  registry: Registry,
  { system, now, before, mapping }: Asked,
  { workspace, warnings, unclear, blind = false }: About,
): Reading {
  const seen = seenNow(registry, before, now, unclear);
  // What was seen to be live before stays so, rather than that its stage is taken from it.
  const versions = registry.versions.map((one) =>
    unclear?.(one.name) && betweenOf(seen, one.name)?.version === one.version ? { ...one, stage: PRODUCTION } : one,
  );
  const tables = registryTables({
    registry: { ...registry, versions },
    seen,
    system,
    tags: mapping.tags,
    today: now.slice(0, 10),
  });
  return {
    server: {
      version: '',
      workspace,
      models: registry.models.length,
      versions: registry.versions.length,
      prompts: 0,
    },
    scopes: [],
    tags: tagsOf(registry.models, () => false),
    warnings,
    parts: { ...NO_PARTS, ...tables },
    seen,
    blind,
    memory: {},
  };
}
