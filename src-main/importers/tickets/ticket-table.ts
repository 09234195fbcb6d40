import type { IncidentImportField, IncidentMapping, IncidentTool } from '#contract/incidents/import';
import { writeFacets } from '#domain/connections/ticket-facets';
import type { TicketWord } from '#domain/incidents/ticket-words';
import type { IncidentStatus } from '#domain/incidents/vocabulary';
import { guessValue } from '../incidents/value-words';
import type { PartFile } from '../sources/source';
import type { Table } from '../tabular/table';
import type { Ticket } from './ticket';

/** The columns in which a reading of tickets is handed to the import of incidents, which also reads them of files. */
const COLUMNS = {
  externalId: 'Number',
  title: 'Title',
  description: 'Description',
  status: 'State',
  severity: 'Priority',
  openedAt: 'Opened',
  acknowledgedAt: 'Acknowledged',
  resolvedAt: 'Resolved',
  closedAt: 'Closed',
  eventAt: 'State since',
  eventNumber: 'Change',
  reopenCount: 'Reopened',
  owner: 'Assigned to',
  model: 'About',
  version: 'Version',
  changeReference: 'Caused by',
  detectedBy: 'Reported through',
  externalUrl: 'Link',
} as const satisfies Partial<Record<IncidentImportField, string>>;
type Column = keyof typeof COLUMNS;
const FIELDS = Object.keys(COLUMNS) as readonly Column[]; // its own keys

/** Names that a ticket had before: of no field of ours, and by them it is known again. */
export const FORMER = 'Formerly';
const BETWEEN = ' ';
const ALL = [...FIELDS, 'former'] as const;

interface TableInput {
  readonly tickets: readonly Ticket[];
  /** Of the portfolio: what the incidents' numbers belong to. */
  readonly source: string;
  readonly tool: IncidentTool;
  readonly statuses: ReadonlyMap<string, IncidentStatus>;
}

/** Tickets as a log of events in JSON, a row for each state that a ticket came into, with how it is to be read. */
export const ticketTable = (input: TableInput): PartFile<IncidentMapping> => ({
  ending: '.json',
  content: JSON.stringify(input.tickets.flatMap(rowsOf).map(named)),
  mapping: mappingOf(input),
});

const named = (row: Row): Readonly<Record<string, string>> =>
  Object.fromEntries(ALL.map((field) => [field === 'former' ? FORMER : COLUMNS[field], row[field] ?? '']));

/** The former names of the tickets of a table, by the number of the row that tells what a ticket says. */
export function formerNames({ labels, rows, rowNumbers }: Table): ReadonlyMap<number, readonly string[]> {
  const column = labels.indexOf(FORMER);
  return new Map(
    rows.flatMap((row, index) => {
      const names = (row[column] ?? '').split(BETWEEN).filter((name) => name !== '');
      return names.length === 0 ? [] : [[rowNumbers[index] ?? -1, names] as const];
    }),
  );
}

type Row = Partial<Record<(typeof ALL)[number], string>>;

/** What a ticket says stands in its last row; the rows before it are its course. */
function rowsOf(ticket: Ticket): readonly Row[] {
  const events = ticket.events.length > 0 ? ticket.events : [{ at: null, status: '' }];
  return events.map(({ at, status }, index): Row => {
    const event = { externalId: ticket.key, eventAt: at ?? '', eventNumber: String(index), status };
    if (index < events.length - 1) return event;
    return {
      ...event,
      title: ticket.title,
      description: ticket.description,
      severity: ticket.priority,
      openedAt: ticket.openedAt,
      acknowledgedAt: ticket.acknowledgedAt ?? '',
      resolvedAt: ticket.resolvedAt ?? '',
      closedAt: ticket.closedAt ?? '',
      reopenCount: String(ticket.reopenCount),
      owner: ticket.owner,
      model: writeFacets(ticket.facets),
      version: ticket.version,
      changeReference: ticket.change,
      detectedBy: ticket.reportedBy,
      externalUrl: ticket.url,
      former: ticket.formerKeys.join(BETWEEN),
    };
  });
}

/** What the states and priorities of tickets mean as their system says it; '' = nobody knows. */
export function wordsOf({ tickets, statuses }: Pick<TableInput, 'tickets' | 'statuses'>): readonly TicketWord[] {
  const states = distinct(tickets.flatMap(({ events }) => events.map(({ status }) => status)));
  const priorities = distinct(tickets.map(({ priority }) => priority));
  return [
    ...states.map((from) => ({
      field: 'status' as const,
      from,
      to: statuses.get(from) ?? guessValue('status', from, states),
    })),
    ...priorities.map((from) => ({
      field: 'severity' as const,
      from,
      to: guessValue('severity', from, priorities),
    })),
  ];
}

function mappingOf(input: TableInput): IncidentMapping {
  const { tickets, source, tool } = input;
  const channels = distinct(tickets.map(({ reportedBy }) => reportedBy));
  return {
    kind: 'incidents',
    tool,
    source,
    fields: FIELDS.map((field) => ({ field, columns: [COLUMNS[field]] })),
    values: [
      ...wordsOf(input),
      ...channels.map((from) => ({
        field: 'detectedBy' as const,
        from,
        to: guessValue('detectedBy', from, channels),
      })),
    ].filter(({ to }) => to !== ''),
    rows: 'event',
    timeZone: 'UTC',
    dateOrder: 'ymd',
    durationUnit: 'seconds',
    decimal: '.',
    emptyWords: [],
    allToModel: null,
    models: [],
  };
}

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)].filter((text) => text !== '');
