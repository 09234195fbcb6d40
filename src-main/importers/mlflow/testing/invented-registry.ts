import type { Answer } from './golden';

interface Model {
  readonly name: string;
  description: string;
  creation_timestamp: number;
  last_updated_timestamp: number;
  tags: { key: string; value: string }[];
  aliases: { alias: string; version: string }[];
}

interface Version {
  readonly name: string;
  readonly version: string;
  creation_timestamp: number;
  last_updated_timestamp: number;
  current_stage: string;
}

/** A registry in memory, as MLflow has it: what changes a time there does so here, and what does not does not. */
export interface InventedRegistry {
  readonly models: Map<string, Model>;
  readonly versions: Map<string, Version[]>;
  /** Its clock, ms since 1970; each change moves it on. */
  now: number;
}

const START = Date.UTC(2026, 0, 1);

export function inventRegistry(models: number, each: number): InventedRegistry {
  const registry: InventedRegistry = { models: new Map(), versions: new Map(), now: START };
  for (let at = 0; at < models; at += 1) {
    const name = `Model ${String(at).padStart(5, '0')}`;
    addModel(registry, name, at);
    for (let number = 0; number < each; number += 1) addVersion(registry, name);
    if (each > 0) setAlias(registry, name, 'champion', String(each));
  }
  return registry;
}

const tick = (registry: InventedRegistry): number => (registry.now += 1000);

export function addModel(registry: InventedRegistry, name: string, at: number): void {
  const now = tick(registry);
  const tags = [
    { key: 'owner', value: `Owner ${at % 40}` },
    { key: 'tier', value: String((at % 3) + 1) },
  ];
  const times = { creation_timestamp: now, last_updated_timestamp: now };
  registry.models.set(name, { name, description: `Invented model ${at}`, ...times, tags, aliases: [] });
  registry.versions.set(name, []);
}

/** Moves the model's time too, as the server does. */
export function addVersion(registry: InventedRegistry, name: string): string {
  const now = tick(registry);
  const versions = registry.versions.get(name) ?? [];
  const version = String(Math.max(0, ...versions.map((one) => Number(one.version))) + 1);
  versions.push({ name, version, creation_timestamp: now, last_updated_timestamp: now, current_stage: 'None' });
  touch(registry, name);
  return version;
}

function touch(registry: InventedRegistry, name: string): void {
  const model = registry.models.get(name);
  if (model) model.last_updated_timestamp = registry.now;
}

/** Moves the model's time, as on the server. */
export function removeVersion(registry: InventedRegistry, name: string, version: string): void {
  tick(registry);
  registry.versions.set(
    name,
    (registry.versions.get(name) ?? []).filter((one) => one.version !== version),
  );
  touch(registry, name);
}

/** Moves both times, as on the server. */
export function setStage(registry: InventedRegistry, name: string, version: string, stage: string): void {
  const now = tick(registry);
  for (const one of registry.versions.get(name) ?? [])
    if (one.version === version) Object.assign(one, { current_stage: stage, last_updated_timestamp: now });
  touch(registry, name);
}

/** Moves no time, as on the server. */
export function setTag(registry: InventedRegistry, name: string, key: string, value: string): void {
  const model = registry.models.get(name);
  if (model) model.tags = [...model.tags.filter((one) => one.key !== key), { key, value }];
}

export function removeModel(registry: InventedRegistry, name: string): void {
  registry.models.delete(name);
  registry.versions.delete(name);
}

/** Moves no time, as on the server. */
export function setAlias(registry: InventedRegistry, name: string, alias: string, version: string): void {
  const model = registry.models.get(name);
  if (model) model.aliases = [...model.aliases.filter((one) => one.alias !== alias), { alias, version }];
}

/** Answers pages of it, at once. */
export const inventedAnswer =
  (registry: InventedRegistry): Answer =>
  (request, response) => {
    const url = new URL(request.url ?? '', 'http://127.0.0.1');
    const reply = (status: number, body: string): void => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body);
    };
    const page = <T>(all: readonly T[], list: string): void => {
      const from = Number(url.searchParams.get('page_token') ?? 0);
      const to = from + Number(url.searchParams.get('max_results') ?? 100);
      const next = to < all.length ? { next_page_token: String(to) } : {};
      reply(200, JSON.stringify({ [list]: all.slice(from, to), ...next }));
    };
    if (url.pathname === '/version') return reply(200, '3.17.2');
    const filter = url.searchParams.get('filter');
    if (url.pathname.endsWith('/registered-models/search') && filter !== null) return reply(200, '{}');
    if (url.pathname.endsWith('/registered-models/search'))
      return page([...registry.models.values()], 'registered_models');
    if (url.pathname.endsWith('/model-versions/search'))
      return page(
        filter === null
          ? [...registry.versions.values()].flat()
          : (registry.versions.get(/^name=['"](.*)['"]$/.exec(filter)?.[1] ?? '') ?? []),
        'model_versions',
      );
    reply(404, '');
  };
