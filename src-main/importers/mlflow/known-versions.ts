import type { RegistryModel, RegistryVersion } from '../registry/registry';

/** Versions of the models of one registry as they were read last, each with what says that none came, went or changed its stage since. */
interface Known {
  readonly at: number;
  readonly models: ReadonlyMap<string, { readonly sign: string; readonly versions: readonly RegistryVersion[] }>;
}

/** Of few registries, and no longer: what nothing announces (a store that somebody changed by hand) is seen the next day at last. */
const MOST = 8;
const HOLD_MS = 24 * 3_600_000;
/** So many are asked for one by one; of more, all are read. */
const MOST_CHANGED = 50;

/** In memory alone: a portfolio may be locked, and what lies beside it must not tell of its models. */
const known = new Map<string, Known>();

/**
 * Making, removing or staging a version moves the time of its model, in MLflow 2.x and 3.x alike; of a model whose time is as it was, the
 * versions are those that were read. Its aliases, tags and texts move no time, and come with the model each time.
 */
const signOf = ({ createdAt, updatedAt }: RegistryModel): string | null =>
  updatedAt === null ? null : `${createdAt} ${updatedAt}`;

export interface Reusable {
  /** Models whose versions have to be asked for. */
  readonly changed: readonly RegistryModel[];
  readonly versions: readonly RegistryVersion[];
}

/** @returns what need not be read again; `null`: all has to be */
export function reusable(registry: string, models: Iterable<RegistryModel>, now: number): Reusable | null {
  const last = known.get(registry);
  if (!last || now - last.at >= HOLD_MS || now < last.at) return null;
  const changed: RegistryModel[] = [];
  const versions: RegistryVersion[] = [];
  for (const model of models) {
    const before = last.models.get(model.name);
    if (before && before.sign === signOf(model)) {
      for (const version of before.versions) versions.push(version);
    } else changed.push(model);
  }
  return changed.length > MOST_CHANGED || !changed.every(({ name }) => filterFor(name) !== null)
    ? null
    : { changed, versions };
}

/** @param whole all of it was read, not only what had changed */
export function remember(
  registry: string,
  models: Iterable<RegistryModel>,
  versions: readonly RegistryVersion[],
  { whole, now }: { readonly whole: boolean; readonly now: number },
): void {
  const byModel = new Map<string, RegistryVersion[]>();
  for (const version of versions) {
    const others = byModel.get(version.name);
    if (others) others.push(version);
    else byModel.set(version.name, [version]);
  }
  const kept = new Map(
    [...models].flatMap((model) => {
      const sign = signOf(model);
      return sign === null ? [] : [[model.name, { sign, versions: byModel.get(model.name) ?? [] }] as const];
    }),
  );
  const at = whole ? now : (known.get(registry)?.at ?? now);
  known.delete(registry);
  known.set(registry, { at, models: kept });
  const [oldest] = known.keys();
  if (known.size > MOST && oldest !== undefined) known.delete(oldest);
}

/** So that a test reads all of it. */
export const forgetVersions = (): void => known.clear();

/** The filter that finds the versions of a model; `null`: its name cannot be written in one. */
export function filterFor(name: string): string | null {
  if (/[\\\n\r\0]/.test(name)) return null;
  if (!name.includes("'")) return `name='${name}'`;
  return name.includes('"') ? null : `name="${name}"`;
}
