import { type Between, type LiveNow, liveSince, type SeenLive } from '#domain/connections/seen-between';
import { isLiveAlias } from '../versions/stage-words';
import type { Registry, RegistryModel, RegistryVersion } from './registry';

/** What was seen of live versions, by the name of the model. */
export type SeenModels = Readonly<Record<string, SeenLive>>;

export interface LastLook {
  /** ISO instant; `null`: nobody looked from this computer. */
  readonly at: string | null;
  readonly seen: SeenModels;
}

export const versionsByModel = ({ versions }: Registry): ReadonlyMap<string, readonly RegistryVersion[]> => {
  const byModel = new Map<string, RegistryVersion[]>();
  for (const version of versions) {
    const others = byModel.get(version.name);
    if (others) others.push(version);
    else byModel.set(version.name, [version]);
  }
  return byModel;
};

/** The aliases of each version of a model: versions do not say their own. */
export function aliasesByVersion({ aliases }: RegistryModel): ReadonlyMap<string, readonly string[]> {
  const by = new Map<string, string[]>();
  for (const { alias, version } of aliases) {
    const others = by.get(version);
    if (others) others.push(alias);
    else by.set(version, [alias]);
  }
  return by;
}

export const PRODUCTION = 'Production';

/** The version that serves: by an alias that says so, else the one in the stage Production that was changed last. */
function liveNow(model: RegistryModel, versions: readonly RegistryVersion[]): LiveNow | null {
  const named = model.aliases.find(({ alias }) => isLiveAlias(alias))?.version;
  const byAlias = named === undefined ? undefined : versions.find(({ version }) => version === named);
  if (byAlias) return { version: byAlias.version, created: byAlias.createdAt ?? '', settled: null };
  const [last, other] = versions.filter(({ stage }) => stage === PRODUCTION).toSorted(latestFirst);
  // In which order a server names them says nothing.
  if (last && other && latestFirst(last, other) === 0) return null;
  return last ? { version: last.version, created: last.createdAt ?? '', settled: last.updatedAt } : null;
}

function latestFirst({ updatedAt: one }: RegistryVersion, { updatedAt: other }: RegistryVersion): number {
  const [a, b] = [one ?? '', other ?? ''];
  return a === b ? 0 : a < b ? 1 : -1;
}

/**
 * Since when each model's live version is, as far as it was seen; models without one are left out.
 *
 * @param unclear whether a look could not tell which version of a model is live: what was seen of it before stays
 */
export function seenNow(
  registry: Registry,
  before: LastLook,
  at: string,
  unclear: (name: string) => boolean = () => false,
): SeenModels {
  const versions = versionsByModel(registry);
  return Object.fromEntries(
    registry.models.flatMap((model) => {
      const earlier = Object.hasOwn(before.seen, model.name) ? (before.seen[model.name] ?? null) : null;
      if (earlier && unclear(model.name)) return [[model.name, earlier] as const];
      const live = liveNow(model, versions.get(model.name) ?? []);
      if (!live) return [];
      return [[model.name, liveSince(live, earlier, before.at, at)] as const];
    }),
  );
}

export const betweenOf = (seen: SeenModels, name: string): (Between & { readonly version: string }) | null =>
  Object.hasOwn(seen, name) ? (seen[name] ?? null) : null;
