import type { z } from 'zod';
import type { Query, Remote } from '../remote/remote';
import { RemoteError, remoteProblem } from '../remote/remote-failure';
import type { Progress } from '../sources/source';
import { parseTolerantJson } from '../tolerant-json';
import {
  type EvidentlyProject,
  type EvidentlyRun,
  Projects,
  RunPage,
  RunReport,
  Runs,
  ServiceVersion,
} from './evidently-shapes';
import { runFile } from './run-file';

export interface RunOf {
  readonly project: EvidentlyProject;
  readonly run: EvidentlyRun;
}

export interface Service {
  readonly version: string;
  /** Its clock, ISO; `null`: it does not tell. */
  readonly date: string | null;
  readonly projects: readonly EvidentlyProject[];
}

const AT_ONCE = 4;
/** A report is some hundred kilobytes, so the rest is left for the next time. */
const MOST_RUNS = 1_000;
const MOST_BYTES = 256 * 2 ** 20;
const MOST_MS = 5 * 60_000;
/** One run that the service cannot show costs only itself; so many, and the service is at fault. */
const MOST_FAILURES = 20;

/** @param scope name of a project; '' for all of them */
export async function readService(remote: Remote, scope: string): Promise<Service> {
  const answer = await remote.ask('/api/version');
  const said = ServiceVersion.safeParse(answer.status === 200 ? parsed(answer.body) : null);
  // Any refusal is told as the next request tells it.
  if (answer.status === 200 && !said.success)
    throw remoteProblem(
      'The server does not answer as Evidently’s does',
      'Give the address of the service that “evidently ui” starts; where it lies behind a login page, the token that this page wants',
    );
  const version = said.data?.version ?? '';
  if (/^0\.[0-6]\./.test(version))
    throw remoteProblem(`The server is Evidently ${version}`, 'Read is 0.7. Ask its administrators for a newer one');
  const all = read(Projects, await remote.json('/api/projects/'), 'projects');
  const projects = scope === '' ? all : all.filter(({ id, name }) => name === scope || id === scope);
  if (scope !== '' && projects.length === 0)
    throw remoteProblem(
      `The server shows no project called “${scope}”`,
      'Correct the project in the connection, or leave it empty for all of them',
    );
  return { version, date: answer.date, projects };
}

/** All runs of all projects, the oldest first. */
export async function listRuns(
  remote: Remote,
  projects: readonly EvidentlyProject[],
  progress: Progress,
): Promise<readonly RunOf[]> {
  const found: RunOf[] = [];
  await inPool(projects, async (project) => {
    const runs = read(Runs, await remote.json(`/api/projects/${project.id}/snapshots`), 'runs');
    for (const run of runs) found.push({ project, run });
    progress('Looking at the projects', found.length, null);
  });
  return found.toSorted((a, b) => compare(a.run.timestamp, b.run.timestamp) || compare(a.run.id, b.run.id));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export interface ReadRuns {
  /** Runs as files, by the name of each in an archive. */
  readonly files: ReadonlyMap<string, string>;
  readonly read: readonly RunOf[];
  /** Of which the service shows nothing: its own words. */
  readonly failed: readonly RemoteError[];
  /** Left for the next time. */
  readonly left: number;
}

/** The results of these runs, as many as are read at once. */
export async function readRuns(remote: Remote, wanted: readonly RunOf[], progress: Progress): Promise<ReadRuns> {
  const files = new Map<string, string>();
  const done: RunOf[] = [];
  const failed: RemoteError[] = [];
  const started = Date.now();
  const room = (): boolean => remote.used().bytes < MOST_BYTES && Date.now() - started < MOST_MS;
  const now = wanted.slice(0, MOST_RUNS);
  let tried = 0;
  await inPool(now, async (one) => {
    if (!room()) return;
    tried += 1;
    const { project, run } = one;
    const at = `/api/projects/${project.id}/${run.id}`;
    try {
      const report = read(RunReport, await pythonJson(remote, `${at}/download`, { report_format: 'json' }), 'results');
      const page = read(RunPage, await pythonJson(remote, `${at}/data`), 'figures');
      files.set(`${run.id}.json`, runFile(run, project.name, report, page));
      done.push(one);
    } catch (error) {
      if (!(error instanceof RemoteError) || !isOfOneRun(error)) throw error;
      failed.push(error);
      if (done.length === 0 && failed.length > MOST_FAILURES) throw error;
    }
    progress('Reading the results', done.length, now.length);
  });
  return { files, read: done, failed, left: wanted.length - tried };
}

/** The service found a fault in it, or has it no more; a refusal of who asks, or of so many requests, is about all. */
const isOfOneRun = ({ problem: { status } }: RemoteError): boolean =>
  status === 404 || status === 400 || status === 500;

/** A figure that is no number stands in it as Python writes it. */
async function pythonJson(remote: Remote, path: string, query: Query = {}): Promise<unknown> {
  const text = await remote.text(path, query);
  if (text === null) throw remoteProblem('It is not on the server any more', 'Refresh once more', { status: 404 });
  try {
    return parseTolerantJson('The answer', text);
  } catch {
    throw remoteProblem(
      'An answer of the server is cut off or no JSON',
      'Nothing was taken. Try again; where it stays so, tell its administrators',
      { passing: true },
    );
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function read<T extends z.ZodType>(shape: T, content: unknown, what: string): z.output<T> {
  const found = shape.safeParse(content);
  if (found.success) return found.data;
  const where = found.error.issues[0]?.path.map(String).join('.') ?? '';
  throw remoteProblem(
    `The server’s ${what} do not look as Evidently’s do (at “${where}”)`,
    'See that the address is that of Evidently’s service. Nothing was taken',
  );
}

/** A few at a time; the first failure ends all. */
async function inPool<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = all[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (const one of waiting) await work(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
