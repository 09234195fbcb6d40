import { createHash } from 'node:crypto';
import { ConnectionMapping } from '#contract/imports/connections';
import type { Problem } from '#contract/imports/parts';
import { fold } from '#domain/base/fold';
import { type TicketWord, withSaid } from '#domain/incidents/ticket-words';
import type { ImportedIncident, IncidentDraft } from '../../../importers/incidents/draft';
import { TOOL_NAMES } from '../../../importers/incidents/headers';
import type { IncidentMatch } from '../../../importers/incidents/match-models';
import { type ExistingIncident, type PlannedIncident, planIncidents } from '../../../importers/incidents/plan';
import type { Table } from '../../../importers/tabular/table';
import { formerNames, ticketTable } from '../../../importers/tickets/ticket-table';
import type { Job } from '../../../jobs/job-list';
import type { ConnectionRow } from '../../../store/imports/tables';
import { listSourcesOfNumbers } from '../../../store/incidents/incidents';
import { lastEntry } from '../../../store/journal/journal';
import { listKnownModels } from '../../../store/models/models';
import type { QueryContext } from '../../context';
import { listExisting } from '../incidents/existing-incidents';
import { type PreparedIncidents, readTheIncidents } from '../incidents/prepare-incidents';
import type { HeldPart } from './fetch-connection';
import { type Deciding, requestOf } from './prepare-connection';
import { type Double, type MovedTicket, ticketHomes } from './ticket-homes';
import { ticketMatcher } from './ticket-matcher';

type Part = HeldPart<PreparedIncidents['mapping']> | HeldPart<Omit<PreparedIncidents['mapping'], 'timeZone'>> | null;

export interface PreparedTickets extends PreparedIncidents {
  readonly match: (text: string) => IncidentMatch;
  /** All that are here of this connection. */
  readonly existing: readonly ExistingIncident[];
  /** Those of them that stand for tickets which another connection keeps. */
  readonly doubles: readonly Double[];
  /** How many of the tickets that were read other connections keep, by the label of each. */
  readonly kept: ReadonlyMap<string, number>;
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
  const { attach, words } = ConnectionMapping.parse(JSON.parse(row.mapping));
  const said = part
    ? await readTheIncidents(requestOf(row, { format: 'incidents', ...inWords(part, words) }, deciding), context, job)
    : await nothingSaid(row, context);
  const match = ticketMatcher(await listKnownModels(context.read), attach);
  const { others, elsewhere, doubles } = await ticketHomes(row, movedOf(said), context.read);
  const twice = new Set(doubles.map(({ id }) => id));
  const own = (await listExisting(context.read, row.source)).filter(({ id }) => !twice.has(id));
  const existing = [...own, ...(await adopted(said, own, others, context))];
  const homeOf = ({ incident: { externalUrl = '' } }: IncidentDraft): string | undefined => elsewhere.get(externalUrl);
  const all = underOldNames(said.read.drafts, existing, said.table);
  const drafts = all.filter((draft) => homeOf(draft) === undefined);
  const theirs = all.flatMap((draft) => homeOf(draft) ?? []);
  const plan = planIncidents(drafts, existing, match);
  const again = ruledAnew(own, new Set(drafts.map(({ key }) => key)), match);
  const going = doubles.filter(({ goes }) => goes).length;
  return {
    ...said,
    read: {
      ...said.read,
      drafts,
      problems: [...said.read.problems, ...all.flatMap((one) => broughtElsewhere(one, homeOf(one)))],
    },
    plan: {
      ...plan,
      incidents: [...plan.incidents, ...again],
      updates: plan.updates + again.length + going,
    },
    match,
    existing: own,
    doubles,
    kept: new Map([...new Set(theirs)].map((home) => [home, theirs.filter((one) => one === home).length])),
  };
}

/** As somebody said what its words mean, also since it was read. */
const inWords = (part: NonNullable<Part>, said: readonly TicketWord[]): NonNullable<Part> => ({
  ...part,
  mapping: { ...part.mapping, values: [...withSaid(part.mapping.values, said)] },
});

async function nothingSaid(row: ConnectionRow, context: QueryContext): Promise<Omit<PreparedIncidents, 'plan'>> {
  const { mapping } = ticketTable({ tickets: [], source: row.source, tool: 'plain', statuses: new Map() });
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

/**
 * Incidents that something else brought and that go on with this connection: an export of the same tool, by number and title; a
 * connection that is not there any more, by number and address.
 */
async function adopted(
  { mapping, read }: Omit<PreparedIncidents, 'plan'>,
  own: readonly ExistingIncident[],
  others: ReadonlySet<string>,
  context: QueryContext,
): Promise<readonly ExistingIncident[]> {
  const said = new Map(read.drafts.map(({ key, incident }) => [key, incident]));
  for (const { key } of own) said.delete(key);
  const file = mapping.tool === 'plain' ? '' : TOOL_NAMES[mapping.tool];
  const sources = new Set([file, ...(await listSourcesOfNumbers(context.read, [...said.keys()]))]);
  const found = new Map<string, ExistingIncident>();
  for (const source of sources) {
    if (source === '' || source === mapping.source || others.has(source)) continue;
    for (const one of await listExisting(context.read, source)) {
      const incident = said.get(one.key);
      const sameTitle = source === file && fold(incident?.title ?? '') === fold(String(one.current['title']));
      const sameAddress = (incident?.externalUrl ?? '') !== '' && incident?.externalUrl === one.current['externalUrl'];
      if (incident && (sameTitle || sameAddress)) found.set(one.key, one);
    }
  }
  return [...found.values()];
}

const broughtElsewhere = ({ incident }: IncidentDraft, home: string | undefined): readonly Problem[] =>
  home === undefined
    ? []
    : [
        {
          row: 0,
          column: '',
          code: 'brought_by_another',
          message: `${incident.externalId ?? ''} “${incident.title.slice(0, 80)}” is here by “${home}”, which keeps it up to date. Narrow one of the two connections.`,
          value: incident.externalUrl ?? '',
          effect: 'note',
        },
      ];

/** Tickets that were moved, with where they are now. */
function movedOf({ read, table }: Omit<PreparedIncidents, 'plan'>): readonly MovedTicket[] {
  const former = formerNames(table);
  return read.drafts.flatMap(({ row, key, incident: { externalUrl: address = '' } }) => {
    const names = former.get(row);
    return names && address !== '' ? [{ key, former: names, address }] : [];
  });
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
