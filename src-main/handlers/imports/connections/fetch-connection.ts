import { rm } from 'node:fs/promises';
import { ConnectionMapping } from '#contract/imports/connections';
import { DomainError } from '../../../failure/domain-error';
import { type SeenModels, seenNow } from '../../../importers/mlflow/live-version';
import { type Registry, readRegistry } from '../../../importers/mlflow/read-registry';
import { type RegistryTables, registryTables } from '../../../importers/mlflow/registry-tables';
import { RemoteError } from '../../../importers/remote/remote-failure';
import type { Job } from '../../../jobs/job-list';
import { secretId } from '../../../platform/new-id';
import type { ConnectionRow } from '../../../store/imports/tables';
import type { QueryContext } from '../../context';
import { notesOf, openConnection } from './open-connection';

/** What was read of a server, as the files that an import reads; none of it is in the portfolio yet. */
export interface Fetched extends Pick<RegistryTables, 'modelsMapping' | 'versionsMapping'> {
  /** Names it, so that just this is taken. */
  readonly id: string;
  readonly at: string;
  readonly ms: number;
  readonly server: {
    readonly version: string;
    readonly workspace: string;
    readonly models: number;
    readonly versions: number;
    readonly prompts: number;
  };
  readonly modelsFile: string;
  /** `null`: the server has no versions. */
  readonly versionsFile: string | null;
  readonly seen: SeenModels;
  readonly warnings: readonly { readonly what: string; readonly todo: string }[];
}

/** The last of each connection, for whoever looked at it and takes it now. */
const fetchedLast = new Map<string, Fetched>();

/** Reads the server of a connection, and notes on this computer what came of it. Writes nothing into the portfolio. */
export async function fetchConnection(row: ConnectionRow, context: QueryContext, job: Job): Promise<Fetched> {
  const notes = await notesOf(context);
  const before = notes.state(row.id);
  const started = Date.now();
  const remote = await openConnection(row, context, job.signal);
  try {
    const registry = await readRegistry(remote, row.scope, (phase, done, total) => job.progress(phase, done, total));
    const lastLook = { at: before?.good?.at ?? null, seen: before?.seen ?? {} };
    const seen = seenNow(registry, lastLook, context.now);
    const fetched = await hold(row, registry, seen, Date.now() - started, context);
    const took = null;
    const good = { at: context.now, ms: fetched.ms, ...fetched.server };
    const counts = { waiting: before?.waiting ?? 0, unchanged: before?.unchanged ?? 0 };
    notes.setState(row.id, { triedAt: context.now, good, trouble: null, ...counts, took, seen });
    return fetched;
  } catch (error) {
    if (error instanceof RemoteError) {
      const { what, todo, notBefore, passing } = error.problem;
      const trouble = { at: context.now, what, todo, notBefore, passing };
      const fresh = { good: null, waiting: 0, unchanged: 0, took: null, seen: {} };
      notes.setState(row.id, { ...fresh, ...before, triedAt: context.now, trouble });
    }
    throw error;
  } finally {
    remote.close();
  }
}

/** What was fetched under a name; of another one nothing is taken. */
export function fetchedAs(row: ConnectionRow, id: string): Fetched {
  const last = fetchedLast.get(row.id);
  if (last?.id === id) return last;
  throw new DomainError(
    'conflict',
    `“${row.label}” was read again since you looked. Look at it once more; nothing was written.`,
  );
}

async function hold(
  row: ConnectionRow,
  registry: Registry,
  seen: SeenModels,
  ms: number,
  { files, now }: QueryContext,
): Promise<Fetched> {
  const { models, versions, prompts, server } = registry;
  const { tags } = ConnectionMapping.parse(JSON.parse(row.mapping));
  const today = now.slice(0, 10);
  const tables = registryTables({ registry, seen, address: row.address, system: row.system, tags, today });
  await forget(row.id, files);
  const fetched: Fetched = {
    id: secretId(),
    at: now,
    ms,
    server: {
      version: server.version,
      workspace: server.workspace,
      models: models.length,
      versions: versions.length,
      prompts,
    },
    modelsFile: (await files.hold(`${row.label}.json`, tables.models)).file,
    versionsFile: versions.length === 0 ? null : (await files.hold(`${row.label} versions.json`, tables.versions)).file,
    modelsMapping: tables.modelsMapping,
    versionsMapping: tables.versionsMapping,
    seen,
    warnings: warningsOf(registry, now),
  };
  fetchedLast.set(row.id, fetched);
  return fetched;
}

async function forget(connection: string, files: QueryContext['files']): Promise<void> {
  const last = fetchedLast.get(connection);
  fetchedLast.delete(connection);
  for (const file of last ? [last.modelsFile, last.versionsFile] : [])
    if (file !== null) await rm(files.resolve(file), { force: true }).catch(() => undefined);
}

const CLOCK_MS = 5 * 60_000;

export function warningsOf({ server, prompts, models, versions }: Registry, now: string): Fetched['warnings'] {
  const warnings: { what: string; todo: string }[] = [];
  const ahead = server.date === null ? 0 : Date.parse(server.date) - Date.parse(now);
  if (Math.abs(ahead) > CLOCK_MS)
    warnings.push({
      what: `The server’s clock is ${Math.round(Math.abs(ahead) / 60_000)} minutes ${ahead > 0 ? 'ahead of' : 'behind'} this computer’s`,
      todo: 'Its times may lie beside the real ones by as much; have the wrong clock set',
    });
  if (server.version === '')
    warnings.push({
      what: 'The server does not say its version',
      todo: 'Read as MLflow 2.x and 3.x answer; look at what comes before you take it',
    });
  if (models.length === 0)
    warnings.push({
      what: server.workspace === '' ? 'The registry has no models' : `The workspace ${server.workspace} has no models`,
      todo: 'See whether it is the right one, and whether you may read it',
    });
  else if (versions.length === 0)
    warnings.push({ what: 'None of its models has a version', todo: 'Only names and texts are brought' });
  if (prompts > 0)
    warnings.push({
      what: `${prompts === 1 ? 'One entry is a prompt' : `${prompts} entries are prompts`} and no model`,
      todo: 'Left out',
    });
  return warnings;
}
