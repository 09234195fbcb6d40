import type { ForeignDatabase } from '../../drift/foreign-database';
import { asFinite, asList, asObject } from '../../drift/json-shape';
import { seenNow } from '../../registry/live-version';
import { breathe } from '../../tabular/failures';
import { parseTolerantJson } from '../../tolerant-json';
import type { MlflowRegistry, RunMetric } from '../mlflow-registry';
import { wantedRuns } from '../run-figures';
import { type FileTree, inside } from './file-tree';
import type { ReadingFiles } from './reading-files';

export type RunsInFiles = ReadonlyMap<string, readonly RunMetric[]>;

/** The runs of the versions that are live: of all others a server is not asked either. */
function idsOf(registry: MlflowRegistry): ReadonlySet<string> {
  const seen = seenNow(registry, { at: null, seen: {} }, new Date(0).toISOString());
  return new Set(wantedRuns(registry, seen, []).map(({ runId }) => runId));
}

const STEP = 50_000;
const COLUMNS = ['run_uuid', 'key', 'value', 'timestamp', 'is_nan'] as const;

/** The server keeps the last value of each metric in a table of its own. */
export async function runsInDatabase(
  db: ForeignDatabase,
  registry: MlflowRegistry,
  reading: ReadingFiles,
): Promise<RunsInFiles> {
  const ids = idsOf(registry);
  const columns = db.tables.get('latest_metrics');
  const runs = new Map<string, RunMetric[]>();
  if (ids.size === 0 || !columns || !COLUMNS.every((column) => columns.has(column))) return runs;
  if (db.tables.get('runs')?.has('run_uuid'))
    for (const [id] of db.rows('runs', ['run_uuid'])) if (typeof id === 'string' && ids.has(id)) runs.set(id, []);
  const total = db.count('latest_metrics');
  let done = 0;
  for (const [id, key, value, timestamp, isNan] of db.rows('latest_metrics', COLUMNS)) {
    done += 1;
    if (done % STEP === 0) {
      reading.progress('Reading the runs of live versions', done, total);
      await breathe(reading.signal);
      await reading.betweenSteps?.();
    }
    const metrics = typeof id === 'string' ? runs.get(id) : undefined;
    if (metrics && typeof key === 'string' && !isNan) metrics.push({ key, value, timestamp: Number(timestamp) });
  }
  return runs;
}

/** In a file store the experiments lie beside the models, each with a folder a run, and in it a file a metric. */
export async function runsInStore(
  tree: FileTree,
  models: string,
  registry: MlflowRegistry,
  reading: ReadingFiles,
): Promise<RunsInFiles> {
  const ids = idsOf(registry);
  const runs = new Map<string, readonly RunMetric[]>();
  // Where the folder of the models itself was given, what lies beside it is not read.
  if (ids.size === 0 || models === '') return runs;
  const root = models.includes('/') ? models.slice(0, models.lastIndexOf('/')) : '';
  const { folders } = await tree.list(root);
  const experiments = folders.filter((name) => inside(root, name) !== models && name !== '.trash');
  // Those of experiments that were deleted lie apart.
  const deleted = (await tree.list(inside(root, '.trash'))).folders.map((name) => `.trash/${name}`);
  for (const [at, name] of [...experiments, ...deleted].entries()) {
    reading.progress('Reading the runs of live versions', at, experiments.length + deleted.length);
    await breathe(reading.signal);
    const folder = inside(root, name);
    for (const id of (await tree.list(folder)).folders)
      if (ids.has(id)) runs.set(id, await metricsIn(tree, inside(folder, `${id}/metrics`)));
    await reading.betweenSteps?.();
  }
  return runs;
}

/** A metric may be called `a/b`, which makes folders. */
const DEEPEST = 6;
const MOST_BYTES = 64 * 1024 * 1024;

async function metricsIn(tree: FileTree, root: string): Promise<readonly RunMetric[]> {
  const found: RunMetric[] = [];
  const visit = async (folder: string, before: string, depth: number): Promise<void> => {
    const { files, folders } = await tree.list(folder);
    for (const name of files) {
      const last = lastOf(linesOf((await tree.text(inside(folder, name), MOST_BYTES)) ?? ''));
      if (last) found.push({ key: `${before}${name}`, ...last });
    }
    if (depth < DEEPEST) for (const name of folders) await visit(inside(folder, name), `${before}${name}/`, depth + 1);
  };
  await visit(root, '', 0);
  return found;
}

interface Logged {
  readonly timestamp: number;
  readonly value: number;
  readonly step: number;
}

/** `time value step`; the first versions wrote no step. */
const linesOf = (text: string): readonly Logged[] =>
  text.split('\n').flatMap((line) => {
    const [timestamp, value, step = '0'] = line.trim().split(' ');
    return value === undefined ? [] : [{ timestamp: Number(timestamp), value: Number(value), step: Number(step) }];
  });

/** Of the highest step; of several the latest, as its server does. */
function lastOf(all: readonly Logged[]): Logged | undefined {
  const sure = all.filter(({ timestamp, step }) => Number.isFinite(timestamp) && Number.isFinite(step));
  return sure.reduce<Logged | undefined>(
    (last, one) => (last === undefined || compared(one, last) > 0 ? one : last),
    undefined,
  );
}

const compared = (a: Logged, b: Logged): number =>
  a.step - b.step || a.timestamp - b.timestamp || (Number.isNaN(a.value) ? -1 : a.value - b.value);

/** An export has a file `run.json` a run: below the model, or of all models below their experiments. */
export async function runsInExport(
  tree: FileTree,
  models: readonly string[],
  registry: MlflowRegistry,
  reading: ReadingFiles,
): Promise<RunsInFiles> {
  const ids = idsOf(registry);
  const runs = new Map<string, readonly RunMetric[]>();
  if (ids.size === 0) return runs;
  const folders = new Set(models.map(folderOf));
  // `models/NAME/model.json` beside `experiments/1/RUN/run.json`.
  for (const root of new Set([...folders].map((folder) => folderOf(folderOf(folder)))))
    for (const name of (await tree.list(inside(root, 'experiments'))).folders)
      folders.add(inside(root, `experiments/${name}`));
  for (const [at, folder] of [...folders].entries()) {
    reading.progress('Reading the runs of live versions', at, folders.size);
    await breathe(reading.signal);
    for (const id of (await tree.list(folder)).folders) {
      if (!ids.has(id) || runs.has(id)) continue;
      const metrics = metricsOfExport(await tree.text(inside(folder, `${id}/run.json`), MOST_BYTES));
      if (metrics) runs.set(id, metrics);
    }
    await reading.betweenSteps?.();
  }
  return runs;
}

const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '');

/** `null`: it is no export of a run. One that is broken costs its figures, not the registry. */
function metricsOfExport(text: string | null): readonly RunMetric[] | null {
  if (text === null) return null;
  let told: unknown;
  try {
    told = parseTolerantJson('run.json', text);
  } catch {
    return null;
  }
  const root = asObject(told);
  const metrics = asObject(asObject(root?.mlflow)?.metrics) ?? asObject(root?.metrics);
  return (
    metrics &&
    Object.entries(metrics).flatMap(([key, logged]) => {
      const last = lastOf(
        asList(logged).flatMap((one) => {
          const facts = asObject(one);
          const timestamp = asFinite(facts?.timestamp);
          const value = typeof facts?.value === 'number' ? facts.value : Number.NaN;
          return timestamp === null ? [] : [{ timestamp, value, step: asFinite(facts?.step) ?? 0 }];
        }),
      );
      return last ? [{ key, ...last }] : [];
    })
  );
}
