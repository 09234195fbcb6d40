import type { z } from 'zod';
import { asFinite, asList, asObject, asText, type JsonObject } from '../../drift/json-shape';
import type { RegistryModel, RegistryVersion } from '../../registry/registry';
import { badFile, breathe } from '../../tabular/failures';
import { parseTolerantJson } from '../../tolerant-json';
import type { MlflowRegistry } from '../mlflow-registry';
import { isPrompt } from '../read-registry';
import { OneModel, OneVersion } from '../registry-shapes';
import { type FileTree, inside } from './file-tree';
import { DEFAULT_WORKSPACE, DELETED, type ReadingFiles, workspaceIn } from './reading-files';

/** What mlflow-export-import writes of a registered model; a bulk export has a folder a model. */
const MODEL = 'model.json';
/** A model with all its versions, and with all of their runs named. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The files of models in an export, in or below the folder that was given; empty: it is none. */
export async function findModelExports(tree: FileTree): Promise<readonly string[]> {
  const found: string[] = [];
  const visit = async (folder: string, depth: number): Promise<void> => {
    const { files, folders } = await tree.list(folder);
    if (files.includes(MODEL)) found.push(inside(folder, MODEL));
    // Below a model its runs and their artifacts begin.
    else if (depth < 4) for (const name of folders) if (!BESIDE.has(name)) await visit(inside(folder, name), depth + 1);
  };
  await visit('', 0);
  return found;
}

const BESIDE = new Set(['experiments', 'artifacts', 'runs']);

export interface Exported {
  readonly registry: MlflowRegistry;
  /** The latest moment of the export, ISO; `null`: it does not say. */
  readonly asOf: string | null;
  /** Versions that its tool could not export. */
  readonly failed: number;
  /** The server that it is of, as its tool knew it; '' where it does not say. */
  readonly server: string;
}

export async function readModelExports(
  tree: FileTree,
  paths: readonly string[],
  reading: ReadingFiles,
): Promise<Exported> {
  const models = new Map<string, RegistryModel>();
  const versions = new Map<string, RegistryVersion>();
  const prompts = new Set<string>();
  const tools = new Set<string>();
  let [seconds, failed] = [0, 0];
  const servers = new Set<string>();
  for (const [at, path] of paths.entries()) {
    reading.progress('Reading the export', at, paths.length);
    await breathe(reading.signal);
    const root = exportIn(path, (await tree.text(path, MOST_BYTES)) ?? '');
    // A serialised model of another library is called so too.
    if (!root) continue;
    const { registered, version } = root;
    seconds = Math.max(seconds, root.seconds);
    failed += root.failed;
    servers.add(root.server);
    if (version !== '') tools.add(version);
    const model = shaped(OneModel, { ...registered, tags: listOf(registered.tags) }, path);
    if (isPrompt(model)) prompts.add(model.name);
    else {
      models.set(model.name, { ...model, link: '' });
      for (const one of asList(registered.versions)) {
        if (asObject(one)?.current_stage === DELETED) continue;
        const told = { ...asObject(one), tags: listOf(asObject(one)?.tags), ...timesOf(asObject(one)) };
        const read = shaped(OneVersion, { name: model.name, ...told }, path);
        versions.set(JSON.stringify([model.name, read.version]), read);
      }
    }
    await reading.betweenSteps?.();
  }
  const [version = ''] = [...tools].sort();
  const server = { ...workspaceIn([DEFAULT_WORKSPACE], reading.scope, tree.fileName), version, date: null };
  return {
    registry: { server, models: [...models.values()], versions: [...versions.values()], prompts: prompts.size },
    asOf: seconds > 0 ? new Date(seconds * 1000).toISOString() : null,
    failed,
    // Of several it is none.
    server: servers.size === 1 ? ([...servers][0] ?? '') : '',
  };
}

interface OneExport {
  readonly registered: JsonObject;
  readonly version: string;
  readonly seconds: number;
  readonly failed: number;
  readonly server: string;
}

/** One that is broken is not passed over: a model would be missing. What is no object by its name and start is none of them. */
function jsonOf(path: string, text: string): unknown {
  try {
    return parseTolerantJson(path, text);
  } catch {
    if (!/(^|\/)model\.json$/.test(path) && !/^\s*\{/.test(text)) return null;
    throw badFile(`${path} is not whole JSON; it may have been cut off. Export the model again; nothing was taken.`);
  }
}

function exportIn(path: string, text: string): OneExport | null {
  const root = asObject(jsonOf(path, text));
  const registered = asObject(asObject(root?.mlflow)?.registered_model) ?? asObject(root?.registered_model);
  if (!registered) return null;
  const system = asObject(root?.system);
  // Seconds, where all other times are milliseconds.
  const seconds = asFinite(system?.export_time) ?? 0;
  return {
    registered,
    version: asText(system?.mlflow_version),
    seconds: seconds > 0 && seconds < 1e11 ? seconds : 0,
    failed: asList(asObject(root?.info)?.failed_versions).length,
    server: asText(system?.mlflow_tracking_uri),
  };
}

/** Of a model a list of key and value, of a version an object. */
function listOf(tags: unknown): unknown {
  const byKey = asObject(tags);
  return byKey === null
    ? tags
    : Object.entries(byKey).map(([key, value]) => ({ key, value: typeof value === 'string' ? value : '' }));
}

/** A model's own times are moments; where they are texts for people, the plain ones have a line before their name. */
function timesOf(told: JsonObject | null): JsonObject {
  const plain = (name: string): unknown => {
    const value = told?.[name];
    return typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value)) ? value : null;
  };
  return { creation_timestamp: plain('creation_timestamp'), last_updated_timestamp: plain('last_updated_timestamp') };
}

function shaped<T extends z.ZodType>(shape: T, facts: unknown, path: string): z.output<T> {
  const found = shape.safeParse(facts);
  if (found.success) return found.data;
  const where = found.error.issues[0]?.path.map(String).join('.') ?? '';
  throw badFile(
    `${path} is not as mlflow-export-import writes it (at “${where}”). Export the model again; nothing was taken.`,
  );
}
