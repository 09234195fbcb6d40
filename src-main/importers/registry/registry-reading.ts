import { type Asked, NO_PARTS, type Reading, type Warning } from '../sources/source';
import { seenNow } from './live-version';
import type { Registry } from './registry';
import { registryTables } from './registry-tables';
import { tagsOf } from './registry-tags';

/** All of a registry as a source gives it. @param workspace the part of the server that was read; '' = it has none */
export function registryReading(
  registry: Registry,
  { system, now, before, mapping }: Asked,
  { workspace, warnings }: { readonly workspace: string; readonly warnings: readonly Warning[] },
): Reading {
  const seen = seenNow(registry, before, now);
  const tables = registryTables({ registry, seen, system, tags: mapping.tags, today: now.slice(0, 10) });
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
    memory: {},
  };
}
