import type { z } from 'zod';
import { oneOf } from '#domain/base/wording';
import { PRODUCTION } from '../registry/live-version';
import type { Registry, RegistryModel, RegistryVersion } from '../registry/registry';
import { registryReading } from '../registry/registry-reading';
import { togetherWarnings } from '../registry/served-together';
import { inTurns } from '../remote/in-turns';
import { allPages } from '../remote/pages';
import type { Remote } from '../remote/remote';
import { RemoteError, remoteProblem } from '../remote/remote-failure';
import type { Progress, Source, Warning } from '../sources/source';
import { isLiveAlias } from '../versions/stage-words';
import { type Place, placeOf } from './vertex-place';
import { type Served, servedBy } from './vertex-served';
import { EndpointPage, ModelPage, partOfName, type VertexEndpoint, type VertexModel } from './vertex-shapes';

const MOST = 1_000_000;

/** The registry of Vertex AI: what an endpoint sends requests to is live. */
export const vertexAiSource: Source = {
  kind: 'vertex_ai',
  read: async (remote, asked, progress) => {
    const place = placeOf(asked.address, asked.scope);
    const at = `/v1/projects/${encodeURIComponent(place.project)}/locations/${encodeURIComponent(place.location)}`;
    const models = await listed(remote, 'models', `${at}/models`, ModelPage, ({ models: some }) => some);
    const versions = await versionsOf(remote, at, models, progress);
    const endpoints = await endpointsOf(remote, at);
    const served = servedBy(endpoints ?? [], versions, place.location);
    const elsewhere = deployedElsewhere(models, versions, place);
    const blind = endpoints === null;
    // While endpoints may not be seen, what was seen live before goes on, and a name alone makes nothing so.
    const runs = (id: string): readonly string[] | null => {
      const seen = Object.hasOwn(asked.before.seen, id) ? asked.before.seen[id] : undefined;
      const now = served.live.get(id);
      return now ? [...now.keys()] : blind ? (seen ? [seen.version] : []) : null;
    };
    return registryReading(registryOf(models, versions, served, runs), asked, {
      workspace: `${place.project}/${place.location}`,
      warnings: warningsOf(models, !blind, elsewhere, served),
      // Where another region runs it too, this one does not tell which version is the live one.
      unclear: (id) => blind || served.together.has(id) || elsewhere.has(id),
      blind,
    });
  },
};

async function listed<S extends z.ZodType<{ nextPageToken?: string | null | undefined }>, T>(
  remote: Remote,
  what: string,
  path: string,
  shape: S,
  itemsOf: (page: z.output<S>) => readonly T[] | null | undefined,
): Promise<readonly T[]> {
  return allPages(what, MOST, async (token) => {
    const query = { pageSize: '100', ...(token !== null && { pageToken: token }) };
    const read = shape.safeParse(await remote.json(path, query));
    if (!read.success) throw strange();
    return { items: itemsOf(read.data) ?? [], next: read.data.nextPageToken };
  });
}

/** All versions, by the id of their model. */
async function versionsOf(
  remote: Remote,
  at: string,
  models: readonly VertexModel[],
  progress: Progress,
): Promise<ReadonlyMap<string, readonly VertexModel[]>> {
  const ids = models.map(({ name }) => partOfName(name, 'models'));
  const all = await inTurns(
    ids,
    (id) =>
      listed(
        remote,
        'versions',
        `${at}/models/${encodeURIComponent(id)}:listVersions`,
        ModelPage,
        (page) => page.models,
      ),
    (done, total) => progress('Reading the versions', done, total),
  );
  return new Map(ids.map((id, index) => [id, all[index] ?? []]));
}

/** `null`: whoever asks may not see them. */
async function endpointsOf(remote: Remote, at: string): Promise<readonly VertexEndpoint[] | null> {
  try {
    return await listed(remote, 'endpoints', `${at}/endpoints`, EndpointPage, ({ endpoints }) => endpoints);
  } catch (error) {
    if (error instanceof RemoteError && error.problem.status === 403) return null;
    throw error;
  }
}

function registryOf(
  models: readonly VertexModel[],
  versions: ReadonlyMap<string, readonly VertexModel[]>,
  { live, together }: Served,
  /** What is known to run of a model; `null`: nothing is, so that a name may say it. */
  runs: (id: string) => readonly string[] | null,
): Registry {
  return {
    models: models.map((one): RegistryModel => {
      const id = partOfName(one.name, 'models');
      const running = runs(id);
      return {
        name: id,
        title: one.displayName || id,
        description: one.description ?? '',
        createdAt: one.createTime,
        updatedAt: one.updateTime,
        link: '',
        tags: new Map(Object.entries(one.labels ?? {})),
        aliases: (versions.get(id) ?? []).flatMap(({ versionId, versionAliases }) =>
          (versionAliases ?? [])
            // What runs goes before a name that says so.
            .filter((alias) => !isLiveAlias(alias) || running === null || running.includes(versionId ?? ''))
            .map((alias) => ({ alias, version: versionId ?? '' })),
        ),
      };
    }),
    versions: [...versions].flatMap(([id, all]) =>
      all.flatMap((one): readonly RegistryVersion[] => {
        if (!one.versionId) return [];
        const since = live.get(id)?.get(one.versionId);
        return [
          {
            name: id,
            version: one.versionId,
            createdAt: one.versionCreateTime ?? one.createTime,
            updatedAt: since ?? one.versionUpdateTime,
            stage: since === undefined || together.has(id) ? '' : PRODUCTION,
            runId: '',
            tags: new Map(Object.entries(one.labels ?? {})),
          },
        ];
      }),
    ),
  };
}

/** Models of which endpoints of other regions, whose hosts are not asked, run any version; with these regions. */
function deployedElsewhere(
  models: readonly VertexModel[],
  versions: ReadonlyMap<string, readonly VertexModel[]>,
  { location }: Place,
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    models.flatMap((model) => {
      const id = partOfName(model.name, 'models');
      // The list of models tells of each only its default version.
      const deployed = [model, ...(versions.get(id) ?? [])].flatMap(({ deployedModels }) => deployedModels ?? []);
      const regions = deployed.map(({ endpoint }) => partOfName(endpoint ?? '', 'locations'));
      const others = [...new Set(regions)].filter((region) => region !== '' && region !== location);
      return others.length === 0 ? [] : [[id, others] as const];
    }),
  );
}

function warningsOf(
  models: readonly VertexModel[],
  mayLook: boolean,
  elsewhere: ReadonlyMap<string, readonly string[]>,
  { together }: Served,
): readonly Warning[] {
  const titles = new Map(models.map(({ name, displayName }) => [partOfName(name, 'models'), displayName ?? '']));
  const regions = [...new Set([...elsewhere.values()].flat())];
  return [
    ...(models.length === 0
      ? [
          {
            what: 'There are no models in this project and region',
            todo: 'See whether both are right, and whether you may read them',
          },
        ]
      : []),
    ...(mayLook
      ? []
      : [
          {
            what: 'The token may not see the endpoints, so that nobody knows what is live',
            todo: 'Ask for aiplatform.endpoints.list, which the role Vertex AI Viewer has',
          },
        ]),
    ...(elsewhere.size > 0
      ? [
          {
            what: `${elsewhere.size === 1 ? 'A model is' : `${elsewhere.size} models are`} deployed in ${oneOf(regions, 'and')} too, which is not asked here`,
            todo: 'Say in the portfolio which version is live',
          },
        ]
      : []),
    ...togetherWarnings(new Map([...together].map(([id, versions]) => [titles.get(id) || id, versions]))),
  ];
}

const strange = (): RemoteError =>
  remoteProblem(
    'The answer is none of Vertex AI',
    'Give the address of its region, such as https://europe-west1-aiplatform.googleapis.com',
  );
