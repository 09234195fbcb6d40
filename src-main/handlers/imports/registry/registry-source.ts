import type { FieldMapping, Mapping } from '#contract/imports/imports';
import type { RegistryMapping } from '#contract/imports/registry';
import type { Registry } from '../../../importers/registry/registry';
import { tagsNamedIn } from '../../../importers/registry/registry-tables';
import type { KnownRegistry } from '../../../importers/registry/same-registry';
import { systemOf } from '../../../importers/registry/same-registry';
import type { TagUse } from '../../../importers/sources/source';
import { listImportSources } from '../../../store/imports/imports';
import type { ReadHandle } from '../../../store/journal/handle';

export interface RegistrySource {
  /** What its models are known by here. */
  readonly name: string;
  readonly tags: RegistryMapping['tags'];
}

interface Finding {
  readonly registry: Registry;
  /** What its ids would belong to by itself. */
  readonly own: string;
  readonly registries: readonly KnownRegistry[];
  readonly fileName: string;
  readonly tags: readonly TagUse[];
}

/**
 * The source that a registry in a file belongs to: where it came before, by its server or from a file, it is that one, and its tags are
 * what was said of them then. Else it is called as the file, and its tags are what their names suggest.
 */
export async function sourceOfRegistry(
  read: ReadHandle,
  { registry, own, registries, fileName, tags }: Finding,
): Promise<RegistrySource> {
  const system = systemOf(registry, own, registries);
  const known = (await listImportSources(read)).find((source) => source.system === system);
  // Written by an import of an inventory.
  if (known)
    return { name: known.name, tags: tagsNamedIn((JSON.parse(known.mapping) as Partial<Mapping>).fields ?? []) };
  return { name: fileName, tags: suggested(tags) };
}

/** A field is told by one tag: the one that most models have. */
function suggested(tags: readonly TagUse[]): RegistryMapping['tags'] {
  const fields = new Map<FieldMapping['field'], string>();
  for (const { tag, suggested: field } of tags) if (field !== null && !fields.has(field)) fields.set(field, tag);
  return [...fields].map(([field, tag]) => ({ tag, field, values: [] }));
}
