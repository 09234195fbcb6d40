import { createHash } from 'node:crypto';
import { ConnectionMapping } from '#contract/imports/connections';
import { fold } from '#domain/base/fold';
import type { ImportedIncident, IncidentDraft } from '../../../importers/incidents/draft';
import { TOOL_NAMES } from '../../../importers/incidents/headers';
import type { IncidentMatch } from '../../../importers/incidents/match-models';
import { type ExistingIncident, type PlannedIncident, planIncidents } from '../../../importers/incidents/plan';
import type { Table } from '../../../importers/tabular/table';
import { formerNames, ticketTable } from '../../../importers/tickets/ticket-table';
import type { Job } from '../../../jobs/job-list';
import type { ConnectionRow } from '../../../store/imports/tables';
import { lastEntry } from '../../../store/journal/journal';
import { listKnownModels } from '../../../store/models/models';
import type { QueryContext } from '../../context';
import { listExisting } from '../incidents/existing-incidents';
import { type PreparedIncidents, readTheIncidents } from '../incidents/prepare-incidents';
import type { HeldPart } from './fetch-connection';
import { type Deciding, requestOf } from './prepare-connection';
import { ticketMatcher } from './ticket-matcher';

type Part = HeldPart<PreparedIncidents['mapping']> | HeldPart<Omit<PreparedIncidents['mapping'], 'timeZone'>> | null;

export interface PreparedTickets extends PreparedIncidents {
  readonly match: (text: string) => IncidentMatch;
  /** All that are here of this connection. */
  readonly existing: readonly ExistingIncident[];
}

/**
 * The tickets of a fetch as incidents, and those that are here already and that a rule says something new of: rules hold for all
 * tickets of a connection, whenever they came.
 */
export async function prepareTickets(
  row: ConnectionRow,
  part: Part,
  deciding: Deciding,
  context: QueryContext,
  job: Job,
): Promise<PreparedTickets> {
  const { attach } = ConnectionMapping.parse(JSON.parse(row.mapping));
  const said = part
    ? await readTheIncidents(requestOf(row, { format: 'incidents', ...part }, deciding), context, job)
    : await nothingSaid(row, context);
  const match = ticketMatcher(await listKnownModels(context.read), attach);
  const own = await listExisting(context.read, row.source);
  const fromFiles = await adopted(said, own, context);
  const existing = [...own, ...fromFiles];
  const drafts = underOldNames(said.read.drafts, existing, said.table);
  const plan = planIncidents(drafts, existing, match);
  const again = ruledAnew(own, new Set(drafts.map(({ key }) => key)), match);
  return {
    ...said,
    read: { ...said.read, drafts },
    plan: { ...plan, incidents: [...plan.incidents, ...again], updates: plan.updates + again.length },
    match,
    existing: own,
  };
}

async function nothingSaid(row: ConnectionRow, context: QueryContext): Promise<Omit<PreparedIncidents, 'plan'>> {
  const { mapping } = ticketTable({ tickets: [], source: row.source, tool: 'plain', statuses: new Map(), words: [] });
  const table: Table = {
    fileName: `${row.label}.json`,
    fileKind: 'json',
    encoding: 'utf-8',
    encodingCertain: true,
    encodings: [],
    delimiter: '',
    sheets: [],
    chosenSheets: [],
    headerRow: 0,
    labels: [],
    contentHash: createHash('sha256').update('[]').digest('hex'),
    rows: [],
    rowNumbers: [],
    problems: [],
    parts: [],
  };
  const read = { drafts: [], problems: [], rejected: 0, timesWithOwnZone: 0, timesInAskedZone: 0 };
  return { table, mapping: { ...mapping, timeZone: 'UTC' }, read, seq: (await lastEntry(context.read))?.seq ?? 0 };
}

/** Incidents that an export of the same tool brought: those of the same number and title are the same, and go on with this connection. */
async function adopted(
  { mapping, read }: Omit<PreparedIncidents, 'plan'>,
  own: readonly ExistingIncident[],
  context: QueryContext,
): Promise<readonly ExistingIncident[]> {
  const file = TOOL_NAMES[mapping.tool];
  if (mapping.tool === 'plain' || mapping.source === file) return [];
  const known = new Set(own.map(({ key }) => key));
  const titles = new Map(read.drafts.map(({ key, incident }) => [key, fold(incident.title)]));
  return (await listExisting(context.read, file)).filter(
    ({ key, current }) => !known.has(key) && titles.get(key) === fold(String(current['title'])),
  );
}

/** A ticket that was moved is known by the name that it had. Its row is none of a file that somebody has. */
function underOldNames(
  drafts: readonly IncidentDraft[],
  existing: readonly ExistingIncident[],
  table: Table,
): readonly IncidentDraft[] {
  const known = new Set(existing.map(({ key }) => key));
  const former = formerNames(table);
  return drafts.map((draft) => {
    const before = known.has(draft.key) ? undefined : former.get(draft.row)?.findLast((name) => known.has(name));
    return { ...draft, row: 0, ...(before !== undefined && { key: before }) };
  });
}

/** What rules say of incidents of which nothing came; what a person decided stays. */
function ruledAnew(
  existing: readonly ExistingIncident[],
  told: ReadonlySet<string>,
  match: (text: string) => IncidentMatch,
): readonly PlannedIncident[] {
  return existing.flatMap((one): readonly PlannedIncident[] => {
    const { key, current, lastImported } = one;
    if (told.has(key)) return [];
    const found = match(String(current['modelText'] ?? ''));
    const modelId = current['modelId'] ?? null;
    const byImport = lastImported['modelId'] ?? null;
    if (found.model === null || found.model.id === modelId || found.model.id === byImport || modelId !== byImport)
      return [];
    const incident = lastImported as unknown as ImportedIncident; // as the import that brought it wrote it
    const draft: IncidentDraft = { row: 0, events: 0, key, incident, moves: [], times: [] };
    return [
      {
        action: 'update',
        draft,
        existing: one,
        match: found,
        patch: { modelId: found.model.id },
        courseChanged: false,
      },
    ];
  });
}
