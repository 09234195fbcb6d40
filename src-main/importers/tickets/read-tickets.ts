import type { Progress, Ticket, TicketSource, TicketWarning } from './ticket';

/** An incident here that came of this system. */
export interface KnownTicket {
  readonly key: string;
  /** Not resolved yet: what becomes of it matters most. */
  readonly open: boolean;
  /** Another connection keeps it, and asks after it. */
  readonly elsewhere?: true;
}

export interface TicketReading {
  readonly tickets: readonly Ticket[];
  /** Tickets in the scope now. */
  readonly listed: number;
  /** Known here, and deleted there or hidden from whoever asks. */
  readonly gone: readonly string[];
  /** Known here and not in the scope any more; too many to ask after each. */
  readonly outside: readonly string[];
  /** Since when it is to be read next time: the system's own clock before anything was asked. */
  readonly cursor: string;
  readonly warnings: readonly TicketWarning[];
}

interface Wanted {
  /** The cursor of the last reading that was taken; `null`: everything is read. */
  readonly since: string | null;
  readonly known: readonly KnownTicket[];
  /** Of this computer, where the system does not tell its own. */
  readonly now: string;
}

/**
 * Tickets that a search should have given and did not, because its index lags or they came while it was read. Where they are
 * more, they are gone from here (somebody removed them), and all is read once more.
 */
const MOST_MISSED = 200;
/** Tickets that left the scope and are asked after one by one. */
const MOST_LOST = 100;

/**
 * What changed since the last look, and what became of the rest. What a search tells is held against the list of all that
 * is in the scope: a ticket that the search left out is read by its name, and one that is in the list no more is asked
 * after. So nothing depends on how quickly a search learns of a change, nor on how pages shift while they are read.
 */
export async function readTickets(source: TicketSource, wanted: Wanted, progress: Progress): Promise<TicketReading> {
  const { since, known, now } = wanted;
  const cursor = source.server.date ?? now;
  const from = since === null ? null : new Date(Date.parse(since) - source.overlapMs).toISOString();
  const changed = await source.changed(from, progress);
  const listed = await source.listed(progress);
  const read = new Map(changed.map((ticket) => [ticket.id, ticket]));
  const names = new Set(changed.flatMap(({ key, formerKeys }) => [key, ...formerKeys]));
  const held = new Set(known.map(({ key }) => key));
  const missed = [...listed].filter((key) => !names.has(key) && !held.has(key));
  const add = (tickets: readonly Ticket[]): void => {
    for (const ticket of tickets) {
      read.set(ticket.id, ticket);
      for (const name of [ticket.key, ...ticket.formerKeys]) names.add(name);
    }
  };
  if (missed.length > MOST_MISSED && since !== null) return readTickets(source, { ...wanted, since: null }, progress);
  if (missed.length > 0) add(await source.named(missed.slice(0, MOST_MISSED)));
  const lost = known.filter(({ key, elsewhere }) => !elsewhere && !listed.has(key) && !names.has(key));
  const inQuestion = lost.sort((a, b) => Number(b.open) - Number(a.open)).map(({ key }) => key);
  const asked = inQuestion.slice(0, MOST_LOST);
  if (asked.length > 0) add(await askedAfter(source, asked));
  return {
    tickets: [...read.values()],
    listed: listed.size,
    gone: asked.filter((key) => !names.has(key)),
    outside: inQuestion.slice(MOST_LOST).filter((key) => !names.has(key)),
    cursor,
    warnings: [...source.warnings(), ...missedWarning(missed.length - MOST_MISSED)],
  };
}

/** A moved ticket answers to its old name; that name is noted, for its course may not tell it. */
async function askedAfter(source: TicketSource, keys: readonly string[]): Promise<readonly Ticket[]> {
  const found: Ticket[] = [];
  for (const key of keys)
    for (const ticket of await source.named([key]))
      found.push(ticket.key === key ? ticket : { ...ticket, formerKeys: [...ticket.formerKeys, key] });
  return found;
}

const missedWarning = (left: number): readonly TicketWarning[] =>
  left > 0
    ? [
        {
          what: `${left.toLocaleString('en')} tickets came while these were read`,
          todo: 'They come with the next refresh',
        },
      ]
    : [];
