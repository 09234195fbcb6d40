import { createHash } from 'node:crypto';
import type { Mapping } from '#contract/imports/imports';
import type { RegistryMapping } from '#contract/imports/registry';
import type { Address } from '#domain/connections/address';
import { firstTags } from '#domain/connections/first-tags';
import type { RegistryFromFiles } from '../../../importers/mlflow/mlflow-registry';
import type { Registry } from '../../../importers/registry/registry';
import { tagsNamedIn } from '../../../importers/registry/registry-tables';
import type { KnownRegistry } from '../../../importers/registry/same-registry';
import { systemOf } from '../../../importers/registry/same-registry';
import type { TagUse } from '../../../importers/sources/source';
import { listConnections } from '../../../store/imports/connections';
import { listImportSources } from '../../../store/imports/imports';
import type { ReadHandle } from '../../../store/journal/handle';
import { systemFor } from '../connections/save-connection';

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
  const sources = await listImportSources(read);
  const known = sources.find((source) => source.system === system && source.system !== '');
  // Written by an import of an inventory.
  if (known)
    return { name: known.name, tags: tagsNamedIn((JSON.parse(known.mapping) as Partial<Mapping>).fields ?? []) };
  const taken = sources.some(({ name }) => name === fileName || name === `${fileName}, versions`);
  return { name: taken ? `${fileName} (${shortHash(own)})` : fileName, tags: firstTags(tags) };
}

/**
 * What the ids of a registry in a file that is brought once belong to. Not to its path: files of one name follow each other in one folder,
 * and the next may be of another registry. It is told by its server, or by what it registered first. Where a connection reads that very
 * path, it is that one.
 */
export async function systemOfFile(
  read: ReadHandle,
  path: Address,
  scope: string,
  { registry, server }: Pick<RegistryFromFiles, 'registry' | 'server'>,
): Promise<string> {
  const atPath = systemFor({ kind: 'mlflow_files', scope }, path);
  if ((await listConnections(read)).some(({ system }) => system === atPath)) return atPath;
  const [first] = registry.models
    .map(({ name, createdAt }) => ({ name, at: createdAt ?? '' }))
    .toSorted((a, b) => compare(a.at, b.at) || compare(a.name, b.name));
  if (!first) return atPath;
  return systemFor({ kind: 'mlflow_files', scope }, { ...path, text: JSON.stringify([server, first.at, first.name]) });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);
