import { z } from 'zod';
import { OF_TRAINING } from '#domain/drift/of-training';
import type { SeenModels } from '../registry/live-version';
import { allPages } from '../remote/pages';
import type { Remote } from '../remote/remote';
import { RemoteError, remoteProblem } from '../remote/remote-failure';
import type { Memory, Progress, Warning } from '../sources/source';
import { listExperiments } from './experiments';
import { EXTRA } from './extra-part';
import type { MlflowRegistry, RunMetric } from './mlflow-registry';

const RUNS = '/api/2.0/mlflow/runs/search';
const AT_ONCE = 200;
const MOST_RUNS = 100_000;
/** Of one run; those of the machine that it ran on are not among them. */
const MOST_FIGURES = 50;
const MACHINE = 'system/';
/** MLflow stores what is infinite as the largest number that there is. */
const INFINITE = 1.797e308;

const Runs = z.object({
  runs: z
    .array(
      z.object({
        info: z.object({ run_id: z.string() }),
        data: z
          .object({
            metrics: z
              .array(
                z.object({
                  key: z.string(),
                  value: z.union([z.number(), z.string()]).nullish(),
                  timestamp: z.coerce.number().nullish(),
                }),
              )
              .nullish(),
          })
          .nullish(),
      }),
    )
    .nullish(),
  next_page_token: z.unknown().optional(),
});
type Run = NonNullable<z.output<typeof Runs>['runs']>[number];

/** What the run that made a live version says, its last value of each metric (of several the highest step, as its server gives it). */
export interface RunFigure {
  readonly model: string;
  readonly version: string;
  /** ISO instant. */
  readonly at: string;
  readonly metric: string;
  readonly value: number;
}

export interface RunFigures {
  readonly figures: readonly RunFigure[];
  /** The runs that were read, by the name of their model: they are not asked for again. */
  readonly memory: Memory;
  readonly warnings: readonly Warning[];
}

export interface Wanted {
  readonly model: string;
  readonly version: string;
  readonly runId: string;
}

const Remembered = z.object({ run: z.string() });

/** The runs of the versions that are live, without those that were taken before. */
export function wantedRuns(registry: MlflowRegistry, seen: SeenModels, taken: readonly Memory[]): readonly Wanted[] {
  const known = new Set<string>();
  for (const memory of taken)
    for (const [name, value] of Object.entries(memory)) {
      const { data } = Remembered.safeParse(value);
      if (data) known.add(JSON.stringify([name, data.run]));
    }
  return registry.versions
    .filter(({ name, version }) => Object.hasOwn(seen, name) && seen[name]?.version === version)
    .filter(({ name, runId }) => /^[\w-]{1,64}$/.test(runId) && !known.has(JSON.stringify([name, runId])))
    .map(({ name, version, runId }) => ({ model: name, version, runId }));
}

/** Reads them together: one by one, those of thousands of models would take minutes. What is refused or too slow is said, and stops nothing. */
export async function readRunFigures(
  registry: Remote,
  wanted: readonly Wanted[],
  progress: Progress,
): Promise<RunFigures> {
  const nothing = { figures: [], memory: {}, warnings: [] };
  if (wanted.length === 0) return nothing;
  const remote = registry.within(EXTRA);
  try {
    const experiments = (await listExperiments(remote, 'ALL')).map(({ experiment_id }) => experiment_id);
    const runs = new Map<string, Run>();
    for (let at = 0; at < wanted.length; at += AT_ONCE) {
      progress('Reading the runs of live versions', at, wanted.length);
      const ids = wanted.slice(at, at + AT_ONCE).map(({ runId }) => `'${runId}'`);
      const found = await someRuns(remote, experiments, `attributes.run_id IN (${ids.join(', ')})`);
      for (const run of found) runs.set(run.info.run_id, run);
    }
    const read = wanted.filter(({ runId }) => runs.has(runId));
    return {
      ...runFigures(read, (runId) => runs.get(runId)?.data?.metrics ?? []),
      warnings: [],
    };
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    const what = `Figures of runs were not read: ${error.problem.what}`;
    return { ...nothing, warnings: [{ what, todo: 'Models and versions were read' }] };
  }
}

const someRuns = (remote: Remote, experiments: readonly string[], filter: string): Promise<readonly Run[]> =>
  allPages('runs', MOST_RUNS, async (token) => {
    const page = { max_results: AT_ONCE, ...(token !== null && { page_token: token }) };
    const question = { experiment_ids: experiments, filter, run_view_type: 'ALL', ...page };
    const found = Runs.safeParse(await remote.search(RUNS, question));
    if (!found.success)
      throw remoteProblem(
        'the server’s list of runs does not look as MLflow’s does',
        'See that it is an MLflow server',
      );
    return { items: found.data.runs ?? [], next: found.data.next_page_token };
  });

/** What the runs of live versions say, and that they need not be read again. */
export const runFigures = (
  read: readonly Wanted[],
  metricsOf: (runId: string) => readonly RunMetric[],
): Pick<RunFigures, 'figures' | 'memory'> => ({
  figures: read.flatMap((one) => figuresOf(one, metricsOf(one.runId))),
  memory: Object.fromEntries(read.map(({ model, runId }) => [model, { run: runId }])),
});

function figuresOf({ model, version }: Wanted, metrics: readonly RunMetric[]): readonly RunFigure[] {
  return metrics
    .filter(({ key }) => !key.startsWith(MACHINE))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .flatMap(({ key, value: told, timestamp }): RunFigure[] => {
      const [value, at] = [Number(told ?? Number.NaN), Number(timestamp ?? 0)];
      if (!Number.isFinite(value) || Math.abs(value) >= INFINITE || !(at > 0 && at < 8.64e15)) return [];
      return [{ model, version, at: new Date(at).toISOString(), metric: `${OF_TRAINING}${key}`.slice(0, 200), value }];
    })
    .slice(0, MOST_FIGURES);
}
