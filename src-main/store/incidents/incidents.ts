import { isUnresolved } from '#domain/incidents/incident-moves';
import { DomainError } from '../../failure/domain-error';
import { chunks } from '../chunks';
import { listLiveEntriesAfter } from '../imports/imports';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { IncidentMoveRow, IncidentTableRow } from './tables';

export async function getIncident(read: ReadHandle, id: string): Promise<IncidentTableRow> {
  const incident = await tables(read).selectFrom('incidents').selectAll().where('id', '=', id).executeTakeFirst();
  if (!incident)
    throw new DomainError(
      'not_found',
      'This incident is not in the portfolio; it may have been deleted. Undo brings it back.',
    );
  return incident;
}

/** The incidents among `ids` that exist, in the order of `ids`. */
export async function listIncidentsById(
  read: ReadHandle,
  ids: readonly string[],
): Promise<readonly IncidentTableRow[]> {
  const found = new Map<string, IncidentTableRow>();
  for (const chunk of chunks(ids, 900)) {
    const rows = await tables(read)
      .selectFrom('incidents')
      .selectAll()
      .where('id', 'in', [...chunk])
      .execute();
    for (const row of rows) found.set(row.id, row);
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** The number that the next incident of the portfolio gets. */
export async function nextIncidentNumber(read: ReadHandle): Promise<number> {
  const row = await tables(read)
    .selectFrom('incidents')
    .select((eb) => eb.fn.max('number').as('last'))
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

/** The state moves of one incident in order of time. */
export function listIncidentMoves(read: ReadHandle, incidentId: string): Promise<IncidentMoveRow[]> {
  return tables(read)
    .selectFrom('incident_moves')
    .selectAll()
    .where('incident_id', '=', incidentId)
    .orderBy('at')
    .orderBy('ord')
    .execute();
}

export async function listIncidentMoveIds(read: ReadHandle, incidentIds: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const chunk of chunks(incidentIds, 900)) {
    const rows = await tables(read)
      .selectFrom('incident_moves')
      .select('id')
      .where('incident_id', 'in', [...chunk])
      .execute();
    ids.push(...rows.map((row) => row.id));
  }
  return ids;
}

/** The incidents that belong to one source, in the order in which they were brought in. */
export function listIncidentsOfSource(read: ReadHandle, source: string): Promise<IncidentTableRow[]> {
  return tables(read).selectFrom('incidents').selectAll().where('source', '=', source).orderBy('number').execute();
}

/** The incidents of sources that tell where their ticket is, those that are here longest first. */
export async function listTicketAddresses(
  read: ReadHandle,
  sources: readonly string[],
): Promise<
  readonly { readonly id: string; readonly source: string; readonly key: string; readonly address: string }[]
> {
  return tables(read)
    .selectFrom('incidents')
    .select(['id', 'source', 'external_id as key', 'external_url as address'])
    .where('source', 'in', sources)
    .where('external_url', '<>', '')
    .orderBy('number')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** What the incidents of a source are called there, where their pages are, and whether they are not resolved yet. */
export async function listTicketsOfSource(
  read: ReadHandle,
  source: string,
): Promise<readonly { readonly key: string; readonly open: boolean; readonly url: string }[]> {
  const rows = await tables(read)
    .selectFrom('incidents')
    .select(['external_id', 'external_url', 'status'])
    .where('source', '=', source)
    .where('external_id', '<>', '')
    .execute();
  return rows.map(({ external_id, external_url, status }) => ({
    key: external_id,
    open: isUnresolved(status),
    url: external_url,
  }));
}

/** The sources of the incidents that are called so there. */
export async function listSourcesOfNumbers(read: ReadHandle, numbers: readonly string[]): Promise<readonly string[]> {
  const sources = new Set<string>();
  for (const some of chunks(numbers, 500)) {
    const rows = await tables(read)
      .selectFrom('incidents')
      .select('source')
      .distinct()
      .where('external_id', 'in', some)
      .where('external_id', '<>', '')
      .execute();
    for (const { source } of rows) sources.add(source);
  }
  return [...sources];
}

/** Those of the incidents of an import that a later, not undone change touched. */
export async function listIncidentsTouchedSince(
  read: ReadHandle,
  importSeq: number,
): Promise<readonly { readonly id: string; readonly title: string }[]> {
  const touched = new Map<string, string>();
  for (const seq of await listLiveEntriesAfter(read, importSeq)) {
    const rows = await tables(read)
      .selectFrom('journal_changes as later')
      .innerJoin('incidents', 'incidents.id', 'later.entity_id')
      .select(['incidents.id', 'incidents.title'])
      .distinct()
      .where('later.seq', '=', seq)
      .where('later.entity', '=', 'incidents')
      .where(
        'later.entity_id',
        'in',
        tables(read)
          .selectFrom('journal_changes')
          .select('entity_id')
          .where('seq', '=', importSeq)
          .where('entity', '=', 'incidents'),
      )
      .execute();
    for (const row of rows) touched.set(row.id, row.title);
  }
  return [...touched].map(([id, title]) => ({ id, title }));
}

/** The incidents of models, the first to open first. */
export async function listIncidentsOfModels(
  read: ReadHandle,
  modelIds: readonly string[],
): Promise<readonly IncidentTableRow[]> {
  const found: IncidentTableRow[] = [];
  for (const chunk of chunks(modelIds, 900))
    found.push(
      ...(await tables(read)
        .selectFrom('incidents')
        .selectAll()
        .where('model_id', 'in', [...chunk])
        .orderBy('opened_at')
        .orderBy('number')
        .execute()),
    );
  return found;
}

/** The state moves of incidents, each one's in order of time. */
export async function listMovesOfIncidents(
  read: ReadHandle,
  incidentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly IncidentMoveRow[]>> {
  const found = new Map<string, IncidentMoveRow[]>(incidentIds.map((id) => [id, []]));
  for (const chunk of chunks(incidentIds, 900)) {
    const rows = await tables(read)
      .selectFrom('incident_moves')
      .selectAll()
      .where('incident_id', 'in', [...chunk])
      .orderBy('at')
      .orderBy('ord')
      .execute();
    for (const row of rows) found.get(row.incident_id)?.push(row);
  }
  return found;
}
