import { basename } from 'node:path';
import type { ImportRequest } from '#contract/imports/imports';
import { RegistryMapping } from '#contract/imports/registry';
import { readFilePath } from '#domain/connections/file-path';
import { DomainError } from '../../../failure/domain-error';
import { mlflowFilesSource, systemOfServer } from '../../../importers/mlflow/mlflow-files-source';
import { tagsOfModels } from '../../../importers/mlflow/mlflow-reading';
import type { RegistryPlace } from '../../../importers/mlflow/mlflow-registry';
import type { Asked, Reading } from '../../../importers/sources/source';
import type { Job } from '../../../jobs/job-list';
import { secretId } from '../../../platform/new-id';
import { latestMoment } from '../../../store/imports/registry-moments';
import type { ConnectionRow } from '../../../store/imports/tables';
import { getPortfolio } from '../../../store/portfolio/portfolio';
import type { QueryContext } from '../../context';
import { fileReaders } from '../connections/ask-source';
import { type Fetched, forgetParts, holdParts, momentOf } from '../connections/fetch-connection';
import { knownRegistries } from '../connections/known-registries';
import { type ConnectionPlan, planConnection } from '../connections/plan-connection';
import type { Deciding } from '../connections/prepare-connection';
import { refuseOlder } from './older-registry';
import { sourceOfRegistry, systemOfFile } from './registry-source';

export interface PreparedRegistry {
  /** The file as a connection to it would be: it is brought in by the same plan. Nothing of it is kept. */
  readonly row: ConnectionRow;
  readonly fetched: Fetched;
  readonly deciding: Deciding;
  readonly plan: ConnectionPlan;
  readonly mapping: RegistryMapping;
  readonly place: RegistryPlace;
  readonly reading: Pick<Reading, 'scopes' | 'tags'>;
}

/** Reads a registry that lies in a file and works out what an import would do; writes nothing. */
export async function prepareRegistry(
  request: ImportRequest,
  context: QueryContext,
  job: Job,
): Promise<PreparedRegistry> {
  const path = context.files.resolve(request.file);
  const fileName = basename(path);
  const { data: given } = RegistryMapping.safeParse(request.mapping);
  const scope = given?.scope ?? '';
  const started = Date.now();
  const found = await fileReaders(context, job.signal).registry(path, scope, job.progress);
  const registries = await knownRegistries('mlflow:', context.read);
  const system =
    systemOfServer(found.server, { registries, scope }) ??
    (await systemOfFile(context.read, addressAt(path), scope, found));
  const tags = tagsOfModels(found.registry.models);
  const known = { registry: found.registry, own: system, registries, fileName, tags };
  const source = await sourceOfRegistry(context.read, known);
  const mapping: RegistryMapping = { kind: 'registry', scope, tags: given?.tags ?? source.tags };
  const name = request.source ?? source.name;
  const row = rowOf({ fileName, path, scope, source: name, system, now: context.now });
  const asked: Asked = {
    ...{ scope, address: path, source: name, system, registries, now: context.now },
    mapping: { tags: mapping.tags, models: [], attach: [], words: [], runCost: null },
    currency: (await getPortfolio(context.read)).currency,
    incidents: async () => [],
    before: { at: null, seen: {}, taken: [] },
  };
  const reading = await mlflowFilesSource.readFiles(path, { registry: async () => found }, asked, job.progress);
  const { server, seen, memory, warnings, lacking = false, asOf = null } = reading;
  // An export may be of a few models that nothing was changed of for long.
  const newest = found.place === 'export' ? null : (reading.newest ?? null);
  const ids = reading.parts.inventory?.mapping.externalSystem ?? system;
  refuseOlder(fileName, { asOf, newest }, await latestMoment(context.read, ids));
  const parts = await held(request.file, fileName, reading.parts, context.files);
  const id = secretId();
  const fetched = {
    id,
    at: context.now,
    of: '',
    ms: Date.now() - started,
    server,
    parts,
    seen,
    memory,
    warnings,
    lacking,
    moment: momentOf(reading, context.now),
  };
  const { rules, keepRules, decisions, answers, doubles } = request;
  const deciding: Deciding = { rules, keepRules, decisions, answers, doubles, models: [] };
  const plan = await planConnection(row, fetched, deciding, context, job);
  return { row, fetched, deciding, plan, mapping, place: found.place, reading };
}

function addressAt(path: string) {
  const address = readFilePath(path);
  if (address.ok) return address.value;
  throw new DomainError('invalid_input', address.message);
}

const rowOf = ({
  fileName,
  path,
  now,
  ...rest
}: Pick<ConnectionRow, 'scope' | 'source' | 'system'> & {
  readonly fileName: string;
  readonly path: string;
  readonly now: string;
}): ConnectionRow => ({
  ...rest,
  id: '',
  kind: 'mlflow_files',
  label: fileName,
  address: path,
  auth: 'none',
  login: '',
  secret_ref: '',
  ca_file: '',
  plain_http: 0,
  refresh: 'by_hand',
  mapping: '{}',
  created_at: now,
  updated_at: now,
});

/** The parts of the files that were looked at last: each edit on the screen is another look, and its import the last one. */
const heldLast = new Map<string, Awaited<ReturnType<typeof holdParts>>>();
/** More than anybody looks at at once. */
const MOST_HELD = 8;

async function held(
  file: string,
  fileName: string,
  { inventory, versions, drift }: Reading['parts'],
  files: QueryContext['files'],
): Promise<Fetched['parts']> {
  // In the ledger they are called as the file is.
  const named = {
    inventory: inventory && { ...inventory, ending: '' },
    versions: versions && { ...versions, ending: ' versions' },
    drift: drift && { ...drift, ending: ' figures.json' },
  };
  const parts = await holdParts(fileName, { ...named, incidents: null }, files);
  const before = heldLast.get(file);
  heldLast.delete(file);
  heldLast.set(file, parts);
  const [oldest] = heldLast;
  const others = [before, heldLast.size > MOST_HELD ? oldest?.[1] : undefined];
  if (heldLast.size > MOST_HELD && oldest) heldLast.delete(oldest[0]);
  for (const one of others) if (one) await forgetParts(one, files);
  return parts;
}
