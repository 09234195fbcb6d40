import { z } from 'zod';
import { PRODUCTION } from '../registry/live-version';
import type { Registry, RegistryVersion } from '../registry/registry';
import { registryReading } from '../registry/registry-reading';
import { servedTogether, togetherWarnings } from '../registry/served-together';
import { allPages } from '../remote/pages';
import type { Remote } from '../remote/remote';
import { RemoteError, remoteProblem } from '../remote/remote-failure';
import type { Progress, Source, Warning } from '../sources/source';

/** The newest first; a server has one of them. */
const APIS = ['/api/model_registry/v1', '/api/model_registry/v1alpha3'] as const;
const MOST = 1_000_000;

const text = z.string().nullish();
/** Milliseconds since 1970 as a text. Answered as an ISO instant. */
const Time = z
  .union([z.string().regex(/^\d+$/).transform(Number), z.number()])
  .nullish()
  .transform((ms) => (typeof ms === 'number' && ms > 0 && ms < 8e15 ? new Date(ms).toISOString() : null));
/** Values with their kind beside them. */
const Properties = z.record(z.string(), z.unknown()).nullish();

const Common = {
  id: z.string(),
  name: text,
  description: text,
  state: text,
  customProperties: Properties,
  createTimeSinceEpoch: Time,
  lastUpdateTimeSinceEpoch: Time,
};
const Model = z.object({ ...Common, owner: text });
const Version = z.object({ ...Common, registeredModelId: text, author: text });
const Service = z.object({ ...Common, registeredModelId: text, modelVersionId: text, desiredState: text });
const page = <S extends z.ZodType>(item: S) => z.object({ items: z.array(item).nullish(), nextPageToken: text });

/** The registry of Kubeflow, and of OpenShift AI: its inference services say what is live. */
export const kubeflowSource: Source = {
  kind: 'kubeflow',
  read: async (remote, asked, progress) => {
    const found = await readAll(remote, progress);
    return registryReading(found.registry, asked, {
      workspace: '',
      warnings: found.warnings,
      unclear: (name) => found.together.has(name),
    });
  },
};

interface Found {
  readonly registry: Registry;
  readonly warnings: readonly Warning[];
  readonly together: ReturnType<typeof servedTogether>;
}

async function readAll(remote: Remote, progress: Progress): Promise<Found> {
  const api = await apiOf(remote);
  const all = <S extends z.ZodType>(what: string, list: string, item: S): Promise<readonly z.output<S>[]> => {
    progress(`Reading the ${what}`, 0, null);
    return allPages(what, MOST, async (token) => {
      const query = { pageSize: '100', ...(token !== null && { nextPageToken: token }) };
      const read = page(item).safeParse(await remote.json(`${api}/${list}`, query));
      if (!read.success) throw strange();
      return { items: (read.data.items ?? []) as z.output<S>[], next: read.data.nextPageToken }; // of that shape
    });
  };
  const models = await all('models', 'registered_models', Model);
  const versions = await all('versions', 'model_versions', Version);
  const services = (await all('inference services', 'inference_services', Service)).filter(
    ({ desiredState, state }) => (desiredState ?? 'DEPLOYED') === 'DEPLOYED' && state !== 'ARCHIVED',
  );
  const live = liveOf(services, versions);
  const nameOf = new Map(models.map(({ id, name }) => [id, name ?? '']));
  const together = servedTogether(
    versions.flatMap((one) =>
      live.has(one.id) && one.name ? [{ name: nameOf.get(one.registeredModelId ?? '') ?? '', version: one.name }] : [],
    ),
  );
  const registry: Registry = {
    models: models.flatMap((one) =>
      one.name
        ? [
            {
              name: one.name,
              description: one.description ?? '',
              createdAt: one.createTimeSinceEpoch,
              updatedAt: one.lastUpdateTimeSinceEpoch,
              link: '',
              tags: tagsOf(one.owner, one.customProperties),
              aliases: [],
            },
          ]
        : [],
    ),
    versions: versions.flatMap((one): readonly RegistryVersion[] => {
      const name = nameOf.get(one.registeredModelId ?? '') ?? '';
      if (name === '' || !one.name) return [];
      const since = live.get(one.id);
      return [
        {
          name,
          version: one.name,
          createdAt: one.createTimeSinceEpoch,
          updatedAt: since ?? one.lastUpdateTimeSinceEpoch,
          stage:
            since === undefined ? (one.state === 'ARCHIVED' ? 'Archived' : '') : together.has(name) ? '' : PRODUCTION,
          runId: '',
          tags: new Map(),
        },
      ];
    }),
  };
  const warnings = [...warningsOf(models.length, services.length, live.size), ...togetherWarnings(together)];
  return { registry, warnings, together };
}

type OneService = z.output<typeof Service>;
type OneVersion = z.output<typeof Version>;

/**
 * Since when versions are served, by their id: since the service was changed last, so then or earlier. A service without a version runs the
 * newest of its model, since that is there.
 */
function liveOf(services: readonly OneService[], versions: readonly OneVersion[]): ReadonlyMap<string, string | null> {
  const newest = new Map<string, OneVersion>();
  for (const one of versions) {
    const model = one.registeredModelId ?? '';
    const other = newest.get(model);
    if (other === undefined || (one.createTimeSinceEpoch ?? '') > (other.createTimeSinceEpoch ?? ''))
      newest.set(model, one);
  }
  const live = new Map<string, string | null>();
  for (const service of services) {
    const implied = service.modelVersionId ? undefined : newest.get(service.registeredModelId ?? '');
    const id = service.modelVersionId || implied?.id;
    if (id === undefined) continue;
    const since = implied
      ? later(service.createTimeSinceEpoch, implied.createTimeSinceEpoch)
      : (service.lastUpdateTimeSinceEpoch ?? service.createTimeSinceEpoch);
    const known = live.get(id);
    if (known === undefined || (known !== null && since !== null && since < known)) live.set(id, since);
  }
  return live;
}

const later = (a: string | null, b: string | null): string | null => ((a ?? '') > (b ?? '') ? a : b);

/** A server of the older API has nothing at the newer. */
async function apiOf(remote: Remote): Promise<string> {
  for (const api of APIS)
    try {
      await remote.json(`${api}/registered_models`, { pageSize: '1' });
      return api;
    } catch (error) {
      if (!(error instanceof RemoteError) || error.problem.status !== 404) throw error;
    }
  throw remoteProblem(
    'There is no model registry of Kubeflow at this address',
    'Give the address of its REST service, without /api',
  );
}

/** The owner, and what the house wrote: of properties those that are texts, numbers or yes and no. */
function tagsOf(
  owner: string | null | undefined,
  properties: z.output<typeof Properties>,
): ReadonlyMap<string, string> {
  const tags = new Map<string, string>(owner ? [['owner', owner]] : []);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (typeof value !== 'object' || value === null) continue;
    for (const kind of ['string_value', 'int_value', 'double_value', 'bool_value']) {
      const said: unknown = Reflect.get(value, kind);
      if (typeof said === 'string' || typeof said === 'number' || typeof said === 'boolean')
        tags.set(name, String(said));
    }
  }
  return tags;
}

function warningsOf(models: number, services: number, live: number): readonly Warning[] {
  if (models === 0)
    return [
      { what: 'The registry has no models', todo: 'See whether it is the right one, and whether you may read it' },
    ];
  if (services === 0)
    return [
      {
        what: 'The registry knows no inference services, so that nobody knows what is live',
        todo: 'They are known where its controller watches the cluster; else say here what is live',
      },
    ];
  return live === 0
    ? [{ what: 'No inference service runs a version of the registry', todo: 'Look at what they run' }]
    : [];
}

const strange = (): RemoteError =>
  remoteProblem(
    'The answer is none of Kubeflow’s model registry',
    'Give the address of its REST service, without /api',
  );
