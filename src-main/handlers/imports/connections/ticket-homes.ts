import { counted } from '#domain/base/wording';
import type { Warning } from '../../../importers/sources/source';
import { listConnections } from '../../../store/imports/connections';
import type { ConnectionRow } from '../../../store/imports/tables';
import { isAsImported } from '../../../store/incidents/as-imported';
import { listIncidentsById, listTicketAddresses } from '../../../store/incidents/incidents';
import type { ReadHandle } from '../../../store/journal/handle';
import { listPointedAt } from '../../../store/references/references';

/** An incident of this connection that stands for a ticket which another connection keeps. */
export interface Double {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  /** The label of the connection that keeps the ticket. */
  readonly home: string;
  /** Nobody worked on it here, so that it may go. */
  readonly goes: boolean;
}

export interface TicketHomes {
  /** What the incidents of other connections of this kind are known by here. */
  readonly others: ReadonlySet<string>;
  /** Who keeps the tickets that are not this connection's to keep, by their address. */
  readonly elsewhere: ReadonlyMap<string, string>;
  readonly doubles: readonly Double[];
}

/** A ticket with the names that it had before. */
export interface MovedTicket {
  readonly key: string;
  readonly former: readonly string[];
  readonly address: string;
}

/** Where a ticket was, since its name ends its address. */
const formerAddresses = ({ key, former, address }: MovedTicket): readonly string[] =>
  address.endsWith(`/${key}`) ? former.map((name) => `${address.slice(0, -key.length)}${name}`) : [];

/** Other connections to the same sort of system. */
const othersOf = async (row: ConnectionRow, read: ReadHandle): Promise<readonly ConnectionRow[]> =>
  (await listConnections(read)).filter(({ id, kind }) => id !== row.id && kind === row.kind);

/**
 * A ticket that several connections read is one incident, and one of them keeps it: the one whose incident is here longest, also under
 * a name that the ticket had before. What others made of it (each of them on a copy, or while an import was undone) goes, unless somebody worked on it.
 */
export async function ticketHomes(
  row: ConnectionRow,
  moved: readonly MovedTicket[],
  read: ReadHandle,
): Promise<TicketHomes> {
  const labels = new Map((await othersOf(row, read)).map(({ source, label }) => [source, label]));
  const others = new Set(labels.keys());
  const homes = new Map<string, string>();
  const own: { readonly id: string; readonly home: string }[] = [];
  const nowAt = new Map(moved.flatMap((one) => formerAddresses(one).map((before) => [before, one.address] as const)));
  const nowOf = new Map(moved.flatMap(({ former, address }) => former.map((key) => [key, address] as const)));
  // The first of an address is the one that is here longest.
  for (const { id, source, key, address: known } of await listTicketAddresses(read, [row.source, ...others])) {
    // By its name alone only among its own: another system may use the same.
    const address = (source === row.source ? nowOf.get(key) : undefined) ?? nowAt.get(known) ?? known;
    const home = homes.get(address);
    if (home === undefined) homes.set(address, source);
    else if (source === row.source && home !== row.source) own.push({ id, home: labels.get(home) ?? '' });
  }
  const elsewhere = new Map(
    [...homes].flatMap(([address, source]) =>
      source === row.source ? [] : [[address, labels.get(source) ?? ''] as const],
    ),
  );
  const rows = await listIncidentsById(
    read,
    own.map(({ id }) => id),
  );
  const homeOf = new Map(own.map(({ id, home }) => [id, home]));
  const worked = await listPointedAt(read, 'incidents', [...homeOf.keys()], new Set(['incident_moves']));
  const doubles = rows.map((one) => ({
    id: one.id,
    key: one.external_id,
    title: one.title,
    home: homeOf.get(one.id) ?? '',
    goes: isAsImported(one) && !worked.has(one.id),
  }));
  return { others, elsewhere, doubles };
}

/** Which connection keeps tickets that this one reads too: each with their number. */
export function homeWarnings(kept: ReadonlyMap<string, number>, doubles: readonly Double[]): readonly Warning[] {
  const homes = [...kept].map(([home, tickets]) => ({
    what: `${counted(tickets, 'ticket')} ${tickets === 1 ? 'is' : 'are'} here by “${home}”, which keeps ${tickets === 1 ? 'it' : 'them'} up to date`,
    todo: `This connection changes nothing of ${tickets === 1 ? 'it' : 'them'}: narrow one of the two, or remove the one that you do not need`,
  }));
  const [first, ...more] = doubles.filter(({ goes }) => !goes);
  if (!first) return homes;
  const those = more.length === 0 ? first.key : `${first.key} and ${more.length} more`;
  return [
    ...homes,
    {
      what: `${those} ${more.length === 0 ? 'is' : 'are'} here twice, and what this connection brought was worked on here`,
      todo: `“${first.home}” keeps the other up to date. Bring over what was written and delete this one`,
    },
  ];
}
