import { z } from 'zod';
import type { IncidentTool } from '#contract/incidents/import';
import type { ConnectionKind } from '#domain/connections/kinds';
import { wordsTogether } from '#domain/incidents/ticket-words';
import type { Remote } from '../remote/remote';
import { clockWarning } from '../sources/clock-warning';
import { type Asked, type Look, NO_PARTS, type ServerSource } from '../sources/source';
import { readTickets } from './read-tickets';
import type { TicketServer, TicketSource } from './ticket';
import { ticketTable, wordsOf } from './ticket-table';

interface TicketKind extends Pick<ServerSource, 'proof'> {
  readonly kind: ConnectionKind;
  readonly tool: IncidentTool;
  readonly open: (remote: Remote, asked: Pick<Asked, 'scope' | 'address'>) => Promise<TicketSource>;
}

/** `words`: what somebody had said of states and priorities when it was read. */
const Cursor = z.object({ since: z.iso.datetime(), words: z.string().default('') });

/** A kind of connection that brings tickets as incidents, and remembers up to when it has read. */
export const ticketKind = ({ kind, tool, open, ...more }: TicketKind): ServerSource => ({
  kind,
  ...more,
  read: async (remote, asked, progress) => {
    const source = await open(remote, asked);
    const cursor = Cursor.safeParse(asked.before.taken.at(-1)?.['']);
    const words = wordsTogether(asked.mapping.words);
    // What a word means now holds for tickets that came before it too.
    const since = cursor.success && cursor.data.words === words ? cursor.data.since : null;
    const reading = await readTickets(
      source,
      { since, known: await asked.incidents(source.site), now: asked.now },
      progress,
    );
    const statuses = source.statuses();
    const table = { tickets: reading.tickets, source: asked.source, tool, statuses };
    return {
      ...lookAt(source.server, reading.listed, asked.now),
      warnings: [...clockWarning(source.server.date, asked.now), ...reading.warnings],
      parts: { ...NO_PARTS, incidents: reading.tickets.length === 0 ? null : ticketTable(table) },
      seen: {},
      memory: { '': { since: reading.cursor, words } },
      words: wordsOf(table),
      gone: [
        ...reading.gone.map((key) => ({ key, said: 'deleted there, or hidden from you; it stays here' })),
        ...reading.outside.map((key) => ({ key, said: 'in what is read no more; it stays here as it was last read' })),
      ],
    };
  },
  test: async (remote, asked, progress) => {
    const source = await open(remote, asked);
    const listed = await source.listed(progress);
    // That whole tickets may be read is seen by reading one.
    await source.latest(1);
    const look = lookAt(source.server, listed.size, asked.now);
    const empty =
      listed.size === 0
        ? [{ what: 'There is no ticket in what is read', todo: 'See whether the project, query or services are right' }]
        : [];
    return { ...look, warnings: [...look.warnings, ...source.warnings(), ...empty] };
  },
});

const lookAt = ({ version, account, date }: TicketServer, incidents: number, now: string): Look => ({
  server: { version, workspace: '', account, models: 0, versions: 0, prompts: 0, incidents },
  scopes: [],
  tags: [],
  warnings: clockWarning(date, now),
});
