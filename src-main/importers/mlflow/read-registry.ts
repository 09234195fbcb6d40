import type { z } from 'zod';
import type { RegistryModel, RegistryVersion } from '../registry/registry';
import { allPages } from '../remote/pages';
import type { Query, Remote } from '../remote/remote';
import { remoteProblem } from '../remote/remote-failure';
import type { Asked, Progress } from '../sources/source';
import { filterFor, type Reusable, remember, reusable } from './known-versions';
import type { MlflowRegistry, RegistryServer } from './mlflow-registry';
import { ModelsPage, VersionsPage, Workspaces } from './registry-shapes';

const API = '/api/2.0/mlflow';
const WORKSPACES = '/api/3.0/mlflow/workspaces';
const PAGE = '1000';
const VERSIONS_PAGE = '5000';
/** More than any registry that is known of. */
export const MOST_MODELS = 100_000;
export const MOST_VERSIONS = 1_000_000;
const PROMPT = 'mlflow.prompt.is_prompt';
/** Prompts are registered models with this tag. */
export const isPrompt = ({ tags }: { readonly tags: ReadonlyMap<string, string> }): boolean =>
  tags.get(PROMPT) === 'true';

/**
 * Asks a server what it is, and says which workspace is meant from then on: only a server that has workspaces may be told one.
 *
 * @param scope the workspace that is wanted; '' for the one that the server takes by itself
 */
export async function readServer(remote: Remote, scope: string): Promise<RegistryServer> {
  const said = ((await remote.text('/version')) ?? '').trim();
  const version = /^\d+\.\d+[\w.+-]{0,40}$/.test(said) ? said : '';
  if (said.startsWith('<'))
    throw remoteProblem(
      'The server answers with a web page and no data',
      'Often that is a login page of a proxy, or another program than MLflow. Give the address of the MLflow server itself',
    );
  if (/^[01]\./.test(version))
    throw remoteProblem(
      `The server is MLflow ${version}`,
      'Read are 2.x and 3.x. Ask its administrators for a newer one',
    );
  const probe = await remote.ask(WORKSPACES);
  const workspaces = probe.status === 200 ? namesIn(probe.body) : [];
  if (scope !== '' && !workspaces.includes(scope))
    throw remoteProblem(
      workspaces.length === 0
        ? `The server has no workspaces, so there is none called “${scope}”`
        : `The server shows no workspace called “${scope}”; it shows ${workspaces.slice(0, 5).join(', ')}`,
      'Correct the workspace in the connection, or leave it empty',
    );
  const workspace = scope === '' && workspaces.length > 0 ? 'default' : scope;
  if (workspace !== '') remote.setHeader('x-mlflow-workspace', workspace);
  return { version, workspace, workspaces, date: probe.date };
}

/**
 * Models, their versions and the number of prompts; without what the server gives twice. Of models whose time is as it was at the last
 * look, the versions are not asked for again.
 */
export async function readRegistry(
  remote: Remote,
  { scope, address }: Pick<Asked, 'scope' | 'address'>,
  progress: Progress,
): Promise<MlflowRegistry> {
  const server = await readServer(remote, scope);
  const models = new Map<string, RegistryModel>();
  const prompts = new Set<string>();
  const found = await allPages('models', MOST_MODELS, async (token) => {
    const answer = read(ModelsPage, await remote.json(`${API}/registered-models/search`, page(token)), 'models');
    const items = answer.registered_models ?? [];
    for (const model of items)
      isPrompt(model)
        ? prompts.add(model.name)
        : models.set(model.name, { ...model, link: pageOf(address, model.name) });
    progress('Reading the models', models.size, null);
    return { items, next: answer.next_page_token };
  });
  void found;
  for (const name of await promptNames(remote)) prompts.add(name);
  const registry = `${address} ${server.workspace}`;
  const reused = reusable(registry, models.values(), Date.now());
  const some = reused && (await someVersions(remote, reused, progress));
  const versions = some ?? (await allVersions(remote, models, progress));
  remember(registry, models.values(), versions, { whole: some === null, now: Date.now() });
  return { server, models: [...models.values()], versions, prompts: prompts.size };
}

async function allVersions(
  remote: Remote,
  models: ReadonlyMap<string, RegistryModel>,
  progress: Progress,
): Promise<readonly RegistryVersion[]> {
  const versions = new Map<string, RegistryVersion>();
  await allPages('versions', MOST_VERSIONS, async (token) => {
    const answer = read(
      VersionsPage,
      await remote.json(`${API}/model-versions/search`, page(token, VERSIONS_PAGE)),
      'versions',
    );
    const items = answer.model_versions ?? [];
    for (const version of items)
      if (models.has(version.name)) versions.set(JSON.stringify([version.name, version.version]), version);
    progress('Reading the versions', versions.size, null);
    return { items, next: answer.next_page_token };
  });
  return [...versions.values()];
}

/** Those of the models that changed, beside those that need not be read; `null`: the server knows no such filter. */
async function someVersions(
  remote: Remote,
  { changed, versions }: Reusable,
  progress: Progress,
): Promise<readonly RegistryVersion[] | null> {
  const all = [...versions];
  for (const [done, { name }] of changed.entries()) {
    const found = await versionsOf(remote, name);
    if (found === null) return null;
    for (const version of found) all.push(version);
    progress('Reading the versions that changed', done + 1, changed.length);
  }
  return all;
}

async function versionsOf(remote: Remote, name: string): Promise<readonly RegistryVersion[] | null> {
  const filter = filterFor(name);
  if (filter === null) return null;
  let refused = false;
  const found = await allPages('versions', MOST_VERSIONS, async (token) => {
    const answer = await remote.ask(`${API}/model-versions/search`, { ...page(token, VERSIONS_PAGE), filter });
    const items = answer.status === 200 ? VersionsPage.safeParse(parseOr(answer.body, null)) : null;
    refused ||= !items?.success;
    return { items: items?.data?.model_versions ?? [], next: items?.data?.next_page_token };
  });
  // A server that takes no notice of the filter gives others too: then all are read.
  return refused || found.some((one) => one.name !== name) ? null : found;
}

const page = (token: string | null, size = PAGE): Query => ({
  max_results: size,
  ...(token !== null && { page_token: token }),
});

const pageOf = (address: string, name: string): string => `${address}/#/models/${encodeURIComponent(name)}`;

/** A plain search of newer servers leaves prompts out by itself; older ones know no such filter, or no prompts. */
async function promptNames(remote: Remote): Promise<readonly string[]> {
  const filter = `tags.\`${PROMPT}\` = 'true'`;
  const answer = await remote.ask(`${API}/registered-models/search`, { max_results: PAGE, filter });
  if (answer.status !== 200) return [];
  const found = ModelsPage.safeParse(parseOr(answer.body, {}));
  return found.success ? (found.data.registered_models ?? []).filter(isPrompt).map(({ name }) => name) : [];
}

const namesIn = (body: string): readonly string[] => {
  const found = Workspaces.safeParse(parseOr(body, {}));
  return found.success ? (found.data.workspaces ?? []).map(({ name }) => name) : [];
};

function parseOr(body: string, other: unknown): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return other;
  }
}

function read<T extends z.ZodType>(shape: T, content: unknown, what: string): z.output<T> {
  const found = shape.safeParse(content);
  if (found.success) return found.data;
  const where = found.error.issues[0]?.path.map(String).join('.') ?? '';
  throw remoteProblem(
    `The server’s list of ${what} does not look as MLflow’s does (at “${where}”)`,
    'See that the address is that of an MLflow server. Nothing was taken',
  );
}
