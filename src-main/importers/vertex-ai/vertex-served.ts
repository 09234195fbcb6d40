import { servedTogether } from '../registry/served-together';
import { partOfName, type VertexEndpoint, type VertexModel, versionInName } from './vertex-shapes';

export interface Served {
  /** By the id of a model, the versions that endpoints send requests to, since when at the latest; `null`: nobody says. */
  readonly live: ReadonlyMap<string, ReadonlyMap<string, string | null>>;
  /** Models of which several versions get requests. */
  readonly together: ReadonlyMap<string, readonly string[]>;
}

/** What endpoints run and send requests to: what is deployed without a part of the traffic is not live. */
export function servedBy(
  endpoints: readonly VertexEndpoint[],
  versions: ReadonlyMap<string, readonly VertexModel[]>,
  location: string,
): Served {
  const live = new Map<string, Map<string, string | null>>();
  for (const { deployedModels, trafficSplit, updateTime } of endpoints)
    for (const { id, model, modelVersionId, createTime } of deployedModels ?? []) {
      if (!id || !model || !((trafficSplit?.[id] ?? 0) > 0)) continue;
      if (partOfName(model, 'locations') !== location) continue;
      const modelId = partOfName(model, 'models');
      const version = modelVersionId || versionNamed(versions.get(modelId) ?? [], versionInName(model));
      if (version === '') continue;
      const known = live.get(modelId) ?? new Map<string, string | null>();
      live.set(modelId, known);
      const since = updateTime ?? createTime;
      const before = known.get(version);
      if (before === undefined || (before !== null && since !== null && since < before)) known.set(version, since);
    }
  const all = [...live].flatMap(([name, its]) => [...its.keys()].map((version) => ({ name, version })));
  return { live, together: servedTogether(all) };
}

/** A version by its id or by an alias; a name without one means the version `default`. */
function versionNamed(versions: readonly VertexModel[], said: string): string {
  const wanted = said === '' ? 'default' : said;
  const found = versions.find(
    ({ versionId, versionAliases }) => versionId === wanted || versionAliases?.includes(wanted),
  );
  return found?.versionId ?? '';
}
