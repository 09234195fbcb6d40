import type { z } from 'zod';
import { asObject, type JsonObject } from '../../drift/json-shape';
import type { RegistryModel, RegistryVersion } from '../../registry/registry';
import { badFile, breathe } from '../../tabular/failures';
import type { MlflowRegistry } from '../mlflow-registry';
import { isPrompt } from '../read-registry';
import { OneModel, OneVersion } from '../registry-shapes';
import { type FileTree, inside } from './file-tree';
import { plainYaml } from './plain-yaml';
import { DEFAULT_WORKSPACE, DELETED, type ReadingFiles, workspaceIn } from './reading-files';

const META = 'meta.yaml';
const VERSION_FOLDER = /^version-(\d{1,18})$/;
const STEP = 200;
/** Tags may be called `a/b`, which makes folders. */
const DEEPEST_TAG = 6;

/** The folder of the models of a file store, in or below the one that was given; `null`: there is none. */
export async function findFileStore(tree: FileTree): Promise<string | null> {
  const { folders } = await tree.list('');
  const places = [
    '',
    'models',
    'mlruns/models',
    ...folders.map((name) => inside(name, 'models')),
    ...folders.map((name) => inside(name, 'mlruns/models')),
  ];
  for (const place of [...new Set(places)]) if (await holdsModels(tree, place)) return place;
  return null;
}

/** Experiments have a folder `models` too; what lies there has an experiment and no name of a registered model. */
async function holdsModels(tree: FileTree, place: string): Promise<boolean> {
  const { folders } = await tree.list(place);
  for (const name of folders.slice(0, 20)) {
    const facts = await metaOf(tree, inside(place, name));
    if (facts && typeof facts.name === 'string' && !('experiment_id' in facts) && !('artifact_location' in facts))
      return true;
  }
  return false;
}

/** The registry that lies in a file store: a folder a model, a folder a version, a file a tag and an alias. */
export async function readFileStore(tree: FileTree, place: string, reading: ReadingFiles): Promise<MlflowRegistry> {
  const models: RegistryModel[] = [];
  const versions: RegistryVersion[] = [];
  let prompts = 0;
  const { folders } = await tree.list(place);
  if (folders.length > reading.mostRows)
    throw badFile(`${tree.fileName} has more models than can be read. Nothing was taken.`);
  for (const [at, name] of folders.entries()) {
    if (at % STEP === 0) {
      reading.progress('Reading the file store', at, folders.length);
      await breathe(reading.signal);
    }
    const folder = inside(place, name);
    const facts = await metaOf(tree, folder);
    // A folder of something else beside them.
    if (!facts) continue;
    const model = shaped(
      OneModel,
      { ...facts, tags: await tagsOf(tree, folder), aliases: await aliasesOf(tree, folder) },
      folder,
    );
    if (isPrompt(model)) prompts += 1;
    else {
      models.push({ ...model, link: '' });
      for (const one of await versionsOf(tree, folder)) versions.push(one);
    }
    await reading.betweenSteps?.();
  }
  const server = { ...workspaceIn([DEFAULT_WORKSPACE], reading.scope, tree.fileName), version: '', date: null };
  return { server, models, versions, prompts };
}

async function versionsOf(tree: FileTree, folder: string): Promise<RegistryVersion[]> {
  const { folders } = await tree.list(folder);
  const versions: RegistryVersion[] = [];
  for (const name of folders) {
    if (!VERSION_FOLDER.test(name)) continue;
    const path = inside(folder, name);
    const facts = await metaOf(tree, path);
    if (!facts) throw unreadable(path);
    if (facts.current_stage === DELETED) continue;
    versions.push(shaped(OneVersion, { ...facts, tags: await tagsOf(tree, path) }, path));
  }
  return versions;
}

/** `null`: there is no such file. One that cannot be read is not passed over: a model would be missing. */
async function metaOf(tree: FileTree, folder: string): Promise<JsonObject | null> {
  const path = inside(folder, META);
  const text = await tree.text(path);
  if (text === null) return null;
  const facts = plainYaml(text);
  if (!facts) throw unreadable(folder);
  return facts;
}

const unreadable = (folder: string): Error =>
  badFile(
    `${inside(folder, META)} cannot be read as MLflow writes it. Look whether the server can read it; nothing was taken.`,
  );

async function tagsOf(tree: FileTree, folder: string): Promise<readonly { key: string; value: string }[]> {
  const tags: { key: string; value: string }[] = [];
  const visit = async (path: string, before: string, depth: number): Promise<void> => {
    const { files, folders } = await tree.list(path);
    for (const name of files) tags.push({ key: before + name, value: (await tree.text(inside(path, name))) ?? '' });
    if (depth < DEEPEST_TAG)
      for (const name of folders) await visit(inside(path, name), `${before}${name}/`, depth + 1);
  };
  await visit(inside(folder, 'tags'), '', 1);
  return tags;
}

async function aliasesOf(tree: FileTree, folder: string): Promise<readonly { alias: string; version: string }[]> {
  const path = inside(folder, 'aliases');
  const { files } = await tree.list(path);
  const aliases: { alias: string; version: string }[] = [];
  for (const alias of files) aliases.push({ alias, version: ((await tree.text(inside(path, alias))) ?? '').trim() });
  return aliases;
}

function shaped<T extends z.ZodType>(shape: T, facts: unknown, folder: string): z.output<T> {
  const found = shape.safeParse(asObject(facts));
  if (found.success) return found.data;
  throw unreadable(folder);
}
