import type { ImportRequest } from '#contract/imports/imports';
import type { ImportKindName } from '#contract/imports/parts';
import { DomainError } from '../../failure/domain-error';
import { readOptions } from '../../importers/tabular/table';
import type { Job } from '../../jobs/job-list';
import type { QueryContext } from '../context';
import { driftKind } from './drift/drift-kind';
import { incidentsKind } from './incidents/incidents-kind';
import { inventoryKind } from './inventory/inventory-kind';
import type { ImportKind } from './kind';
import { registryKind } from './registry/registry-kind';
import { versionsKind } from './versions/versions-kind';
import { worklistKind } from './worklist/worklist-kind';

/** In the order in which they are asked whether a file is theirs: the inventory takes any table, so it stands last. */
const KINDS: readonly ImportKind[] = [
  registryKind,
  driftKind,
  incidentsKind,
  worklistKind,
  versionsKind,
  inventoryKind,
];

/** The kind that was asked for, else the first that knows the file's content. */
export async function chooseKind(request: ImportRequest, context: QueryContext, job: Job): Promise<ImportKind> {
  if (request.format !== 'auto') return kindNamed(request.format);
  // What the person mapped says of what kind the file is: its edit is not to be taken for another one.
  if (request.mapping) return kindNamed(kindOfMapping(request.mapping));
  const path = context.files.resolve(request.file);
  const start = await context.readers.fileStart(path, readOptions(request, job.signal));
  for (const kind of KINDS) if (await kind.sniff(start)) return kind;
  return inventoryKind;
}

const kindOfMapping = (mapping: object): ImportKindName =>
  KINDS.find(({ name }) => 'kind' in mapping && mapping.kind === name)?.name ?? 'inventory';

/** Also for names that an import ledger of another version holds. */
export function kindNamed(name: string): ImportKind {
  const kind = KINDS.find((known) => known.name === name);
  if (kind) return kind;
  const known = KINDS.map((each) => each.name).join(', ');
  throw new DomainError('refused', `This version does not import files of the kind ${name}. It imports: ${known}.`);
}
