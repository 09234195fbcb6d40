import { rm } from 'node:fs/promises';
import { ConnectionMapping } from '#contract/imports/connections';
import type { ServerFacts } from '#contract/imports/registry';
import { type TicketWord, wordKey } from '#domain/incidents/ticket-words';
import { DomainError } from '../../../failure/domain-error';
import { RemoteError } from '../../../importers/remote/remote-failure';
import type { Asked, PartFile, Parts, Reading } from '../../../importers/sources/source';
import type { Job } from '../../../jobs/job-list';
import type { ConnectionState } from '../../../platform/connection-notes';
import { secretId } from '../../../platform/new-id';
import { listConnections } from '../../../store/imports/connections';
import type { RegistryMoment } from '../../../store/imports/registry-moments';
import type { ConnectionRow } from '../../../store/imports/tables';
import { listTicketsOfSource } from '../../../store/incidents/incidents';
import type { ReadHandle } from '../../../store/journal/handle';
import { getPortfolio } from '../../../store/portfolio/portfolio';
import type { QueryContext } from '../../context';
import { readSource } from './ask-source';
import { knownRegistries } from './known-registries';
import { notesOf } from './open-connection';
import { partOf, standingTakes, stateOfPart } from './taken-memory';

export interface HeldPart<M> {
  /** Of a file on this computer, as an import takes it. */
  readonly file: string;
  readonly mapping: M;
}

/** The parts of a reading, each as a file that is held. */
export type HeldParts = {
  readonly [K in keyof Parts]: NonNullable<Parts[K]> extends PartFile<infer M> ? HeldPart<M> | null : never;
};

/** What was read of a server, as the files that an import reads; none of it is in the portfolio yet. */
export interface Fetched extends Pick<Reading, 'seen' | 'memory' | 'adds' | 'warnings' | 'gone' | 'lacking'> {
  /** Names it, so that just this is taken. */
  readonly id: string;
  readonly at: string;
  /** Of which moment a registry is; `null`: it is none of which that is kept. */
  readonly moment: RegistryMoment | null;
  /** The part of the server that it is of. */
  readonly of: string;
  readonly ms: number;
  readonly server: ServerFacts;
  readonly parts: HeldParts;
}

/** The last of each connection, for whoever looked at it and takes it now. */
const fetchedLast = new Map<string, Fetched>();

/** Reads the server of a connection, and notes on this computer what came of it. Writes nothing into the portfolio. */
export async function fetchConnection(row: ConnectionRow, context: QueryContext, job: Job): Promise<Fetched> {
  const notes = await notesOf(context);
  const before = notes.state(row.id);
  const started = Date.now();
  try {
    const asked = await askedOf(row, before, context);
    const reading = await readSource(row, asked, context, job);
    const fetched = await hold(row, reading, Date.now() - started, context);
    const good = { at: context.now, ms: fetched.ms, ...fetched.server };
    const counts = { waiting: before?.waiting ?? 0, unchanged: before?.unchanged ?? 0 };
    const look = {
      of: partOf(row),
      seen: reading.seen,
      seenAt: reading.blind ? asked.before.at : (reading.asOf ?? context.now),
    };
    const takes = before?.takes ?? [];
    const words = wordsRead(before?.words ?? [], reading.words ?? []);
    notes.setState(row.id, { triedAt: context.now, good, trouble: null, ...counts, took: null, ...look, takes, words });
    return fetched;
  } catch (error) {
    if (error instanceof RemoteError) {
      const { what, todo, notBefore, passing, certificate = null } = error.problem;
      const trouble = { at: context.now, what, todo, notBefore, passing, certificate };
      const fresh = {
        of: partOf(row),
        good: null,
        waiting: 0,
        unchanged: 0,
        took: null,
        seen: {},
        takes: [],
        words: [],
      };
      notes.setState(row.id, { ...fresh, ...before, triedAt: context.now, trouble });
    }
    throw error;
  }
}

const MOST_WORDS = 500;

/** What was read last goes before. */
const wordsRead = (before: readonly TicketWord[], now: readonly TicketWord[]): TicketWord[] =>
  [...now, ...before.filter((word) => now.every((one) => wordKey(one) !== wordKey(word)))].slice(0, MOST_WORDS);

/** What its source is told of a connection. */
export async function askedOf(
  row: ConnectionRow,
  before: ConnectionState | null,
  { now, read }: QueryContext,
): Promise<Asked> {
  const { scope, address, system, source } = row;
  const last = stateOfPart(row, before);
  const taken = (await standingTakes(row, before?.takes ?? [], read)).map(({ memory }) => memory);
  return {
    scope,
    address,
    system,
    source,
    incidents: (site) => knownTickets(row, site, read),
    mapping: ConnectionMapping.parse(JSON.parse(row.mapping)),
    currency: (await getPortfolio(read)).currency,
    now,
    registries: await knownRegistries(system.slice(0, system.indexOf(':') + 1), read),
    before: { at: last?.seenAt === undefined ? (last?.good?.at ?? null) : last.seenAt, seen: last?.seen ?? {}, taken },
  };
}

/** The incidents of a connection, and those of others to the same system: what these keep is not missing here. */
async function knownTickets(
  row: ConnectionRow,
  site: string | undefined,
  read: ReadHandle,
): ReturnType<Asked['incidents']> {
  const known: Awaited<ReturnType<Asked['incidents']>>[number][] = [...(await listTicketsOfSource(read, row.source))];
  for (const { id, kind, address, source } of await listConnections(read)) {
    if (id === row.id || kind !== row.kind) continue;
    // One system has several addresses: with and without TLS, under a domain of the house. Its tickets are of one site.
    const same = ({ url }: { readonly url: string }): boolean =>
      address === row.address || (site !== undefined && url.startsWith(`${site}/`));
    for (const { key, open } of (await listTicketsOfSource(read, source)).filter(same))
      known.push({ key, open, elsewhere: true });
  }
  return known;
}

/** What was fetched under a name; of another one nothing is taken. */
export function fetchedAs(row: ConnectionRow, id: string): Fetched {
  const last = fetchedLast.get(row.id);
  if (last?.id === id && last.of === partOf(row)) return last;
  throw new DomainError(
    'conflict',
    `“${row.label}” was read again since you looked. Look at it once more; nothing was written.`,
  );
}

async function hold(row: ConnectionRow, reading: Reading, ms: number, { files, now }: QueryContext): Promise<Fetched> {
  const { server, seen, memory, warnings } = reading;
  await forget(row.id, files);
  const fetched: Fetched = {
    id: secretId(),
    at: now,
    of: partOf(row),
    ms,
    server,
    parts: await holdParts(row.label, reading.parts, files),
    seen,
    memory,
    ...(reading.adds && { adds: reading.adds }),
    warnings,
    gone: reading.gone ?? [],
    lacking: reading.lacking ?? false,
    moment: momentOf(reading, now),
  };
  fetchedLast.set(row.id, fetched);
  return fetched;
}

/** Of files that are as they are now, as of servers, the moment is that of the reading. */
export const momentOf = ({ asOf, newest }: Reading, now: string): RegistryMoment | null =>
  newest === undefined ? null : { asOf: asOf ?? now, newest };

/** @param label what the files are called, each with its ending */
export async function holdParts(label: string, parts: Parts, files: QueryContext['files']): Promise<HeldParts> {
  const held = async <M>(part: PartFile<M> | null): Promise<HeldPart<M> | null> =>
    part && { file: (await files.hold(`${label}${part.ending}`, part.content)).file, mapping: part.mapping };
  return {
    inventory: await held(parts.inventory),
    versions: await held(parts.versions),
    incidents: await held(parts.incidents),
    drift: await held(parts.drift),
  };
}

async function forget(connection: string, files: QueryContext['files']): Promise<void> {
  const last = fetchedLast.get(connection);
  fetchedLast.delete(connection);
  if (last) await forgetParts(last.parts, files);
}

export async function forgetParts(parts: HeldParts, files: QueryContext['files']): Promise<void> {
  for (const part of Object.values(parts))
    if (part !== null) await rm(files.resolve(part.file), { force: true }).catch(() => undefined);
}
