import { z } from 'zod';
import type { RegistryModel, RegistryVersion } from '../registry/registry';
import { registryReading } from '../registry/registry-reading';
import { inTurns } from '../remote/in-turns';
import { allPages } from '../remote/pages';
import type { Remote } from '../remote/remote';
import { remoteProblem } from '../remote/remote-failure';
import type { Asked, Progress, Source, Warning } from '../sources/source';

const API = '/api/2.1/unity-catalog/models';
/** Each costs two requests. */
const MOST_MODELS = 5_000;
const MOST_VERSIONS = 100_000;

const text = z.string().nullish();
/** Milliseconds since 1970, as a number or a text. Answered as an ISO instant. */
const Time = z
  .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
  .nullish()
  .transform((ms) => (typeof ms === 'number' && ms > 0 && ms < 8e15 ? new Date(ms).toISOString() : null));

const Named = z.object({ full_name: z.string() });
const ModelsPage = z.object({ registered_models: z.array(Named).nullish(), next_page_token: text });
const Alias = z.object({ alias_name: z.string(), version_num: z.union([z.number(), z.string()]) });
const OneModel = z.object({
  full_name: z.string(),
  owner: text,
  comment: text,
  created_at: Time,
  updated_at: Time,
  aliases: z.array(Alias).nullish(),
});
const VersionsPage = z.object({
  model_versions: z
    .array(
      z.object({
        version: z.union([z.number(), z.string()]),
        status: text,
        run_id: text,
        created_at: Time,
        updated_at: Time,
      }),
    )
    .nullish(),
  next_page_token: text,
});

/** Models of Unity Catalog: their aliases say what is live, for it has no stages. */
export const unityCatalogSource: Source = {
  kind: 'unity_catalog',
  read: async (remote, asked, progress) => {
    const names = await namesIn(remote, asked.scope, progress);
    const read = await inTurns(
      names,
      (name) => readModel(remote, name, asked),
      (done, total) => progress('Reading the models', done, total),
    );
    const registry = { models: read.map(({ model }) => model), versions: read.flatMap(({ versions }) => versions) };
    return registryReading(registry, asked, { workspace: asked.scope, warnings: warningsOf(registry, asked.scope) });
  },
};

async function namesIn(remote: Remote, scope: string, progress: Progress): Promise<readonly string[]> {
  progress('Reading the list of models', 0, null);
  const within = withinScope(scope);
  const listed = await allPages('models', MOST_MODELS, async (token) => {
    const page = shaped(
      ModelsPage,
      await remote.json(API, { ...within, max_results: '100', ...(token !== null && { page_token: token }) }),
    );
    return { items: page.registered_models ?? [], next: page.next_page_token };
  });
  return listed.map(({ full_name: name }) => name);
}

/** Either both or none are taken by the service. */
function withinScope(scope: string): Readonly<Record<string, string>> {
  if (scope === '') return {};
  const [catalog = '', schema = '', ...more] = scope.split('.');
  if (catalog === '' || schema === '' || more.length > 0)
    throw remoteProblem(
      `${scope} is no schema of a catalog`,
      'Write catalog and schema with a dot between them, or leave it empty for all that you may see',
    );
  return { catalog_name: catalog, schema_name: schema };
}

async function readModel(
  remote: Remote,
  name: string,
  { address }: Pick<Asked, 'address'>,
): Promise<{ readonly model: RegistryModel; readonly versions: readonly RegistryVersion[] }> {
  const path = `${API}/${encodeURIComponent(name)}`;
  const one = shaped(OneModel, await remote.json(path, { include_aliases: 'true' }));
  const versions = await allPages('versions', MOST_VERSIONS, async (token) => {
    const page = shaped(
      VersionsPage,
      await remote.json(`${path}/versions`, { max_results: '100', ...(token !== null && { page_token: token }) }),
    );
    return { items: page.model_versions ?? [], next: page.next_page_token };
  });
  return {
    model: {
      name,
      description: one.comment ?? '',
      createdAt: one.created_at,
      updatedAt: one.updated_at,
      link: `${address}/explore/data/models/${name.split('.').map(encodeURIComponent).join('/')}`,
      tags: new Map(one.owner ? [['owner', one.owner]] : []),
      aliases: (one.aliases ?? []).map((each) => ({ alias: each.alias_name, version: String(each.version_num) })),
    },
    versions: versions
      .filter(({ status }) => status === 'READY' || status === null || status === undefined)
      .map((each) => ({
        name,
        version: String(each.version),
        createdAt: each.created_at,
        updatedAt: each.updated_at,
        stage: '',
        runId: each.run_id ?? '',
        tags: new Map(),
      })),
  };
}

function warningsOf({ models }: { readonly models: readonly RegistryModel[] }, scope: string): readonly Warning[] {
  if (models.length > 0) return [];
  return [
    {
      what: scope === '' ? 'Nothing is seen of Unity Catalog’s models' : `${scope} has no models that you may see`,
      todo: 'It shows those on which you have EXECUTE, with USE CATALOG and USE SCHEMA above them',
    },
  ];
}

function shaped<S extends z.ZodType>(shape: S, answer: unknown): z.output<S> {
  const read = shape.safeParse(answer);
  if (read.success) return read.data;
  throw remoteProblem(
    'The answer is none of Unity Catalog’s',
    'See that the address is that of a Databricks workspace, and that Unity Catalog is switched on there',
  );
}
