import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { type Address, readAddress } from '#domain/connections/address';
import { readFilePath } from '#domain/connections/file-path';
import { CONNECTION_KIND_FACTS, CONNECTION_KINDS, isAtPath } from '#domain/connections/kinds';
import { DomainError } from '../../../failure/domain-error';
import type { SentRequest } from '../../../importers/remote/asked-requests';
import { proxyFor } from '../../../importers/remote/proxy';
import { openRemote, type Remote } from '../../../importers/remote/remote';
import type { ServerSource, Source } from '../../../importers/sources/source';
import { SOURCES } from '../../../importers/sources/sources';
import type { ConnectionNotes } from '../../../platform/connection-notes';
import { listConnections } from '../../../store/imports/connections';
import type { ConnectionRow } from '../../../store/imports/tables';
import { getPortfolio } from '../../../store/portfolio/portfolio';
import type { QueryContext } from '../../context';
import { proofOf, refuseElsewhere, secretOf } from './connection-secret';

const MOST_CERTIFICATES = 1_000_000; // bytes

/** Of the open portfolio, told by its birth, so that a copy elsewhere is the same one. */
export async function notesOf({ read, preferences }: QueryContext): Promise<ConnectionNotes> {
  const { created_at } = await getPortfolio(read);
  return preferences.connections(createHash('sha256').update(created_at).digest('hex').slice(0, 16));
}

export async function getConnection(id: string, { read }: Pick<QueryContext, 'read'>): Promise<ConnectionRow> {
  const row = (await listConnections(read)).find((one) => one.id === id);
  if (!row)
    throw new DomainError('not_found', 'This connection is not in the portfolio any more. Undo brings it back.');
  return row;
}

/** A kept address was read before it was kept; one that a stranger wrote is read again. */
export function addressOf({ address, kind }: Pick<ConnectionRow, 'address' | 'kind'>): Address {
  const read = readKindOfAddress(kind, address);
  if (!read.ok) throw new DomainError('invalid_input', read.message);
  return read.value;
}

/** An address as its kind has it: of a server, or a path. Of a kind that is not known here, a server's. */
export const readKindOfAddress = (kind: string, address: string): ReturnType<typeof readAddress> =>
  CONNECTION_KINDS.some((one) => one === kind && isAtPath(one)) ? readFilePath(address) : readAddress(address);

/** What reads it. A portfolio may hold a kind that a newer version connected. */
export function sourceOf({ kind, label }: Pick<ConnectionRow, 'kind' | 'label'>): Source {
  const known = CONNECTION_KINDS.find((one) => one === kind);
  if (known) return SOURCES[known];
  throw new DomainError(
    'refused',
    `“${label}” is a connection of the kind ${kind}, which this version does not read. Nothing was sent. Update the program.`,
  );
}

type Agreed = Pick<ConnectionRow, 'kind' | 'auth' | 'login' | 'secret_ref' | 'plain_http' | 'ca_file'>;

/**
 * What somebody agrees to: this host and what it is asked for, with this proof and that of the host. All else is another question, and
 * so is the same host once its kind asks it for more.
 */
export function agreementOf(row: Agreed, { origin }: Pick<Address, 'origin'>): string {
  const { kind, auth, login, secret_ref, plain_http, ca_file } = row;
  const edition = editionOf(kind);
  // The first is written as before there were editions: nobody is asked anew about the same.
  return JSON.stringify([
    kind,
    ...(edition > 1 ? [edition] : []),
    origin,
    auth,
    login,
    secret_ref,
    plain_http,
    ca_file,
  ]);
}

/** What `connections.list` shows in one word, so that nobody agrees to something else than they saw. */
export const shownOf = (row: Agreed, address: Pick<Address, 'origin'>): string =>
  createHash('sha256').update(agreementOf(row, address)).digest('hex').slice(0, 32);

/** Something is sent, or believed, that a file from elsewhere could have named. */
export const bringsAlong = ({ auth, ca_file, plain_http }: Agreed): boolean =>
  auth !== 'none' || ca_file !== '' || plain_http === 1;

/** What goes along with the first request, and whom it passes; '' where that is nothing. */
export function alongWith({ auth, login, secret_ref: ref, ca_file, plain_http }: Agreed, address: Address): string {
  const secret = ref.startsWith('env:')
    ? `the variable ${ref.slice(4)} of this computer as the secret`
    : ref.startsWith('file:')
      ? `the first line of the file ${ref.slice(5)} of this computer as the secret`
      : 'the secret that this computer keeps for it';
  const proxy = address.port === 0 ? '' : throughOf(address);
  const parts = [
    auth === 'none' ? '' : ` with ${secret}${login === '' ? '' : ` of “${login}”`}`,
    ca_file === '' ? '' : `, believing the certificates in ${ca_file}`,
    plain_http === 0 || address.secure || address.loopback ? '' : ', without encryption',
    proxy === '' ? '' : `, through the proxy ${proxy}`,
  ];
  return parts.join('');
}

/** A proxy of which nothing can be said is told of when it is used. */
export function throughOf(address: Address): string {
  try {
    return proxyFor(address)?.host ?? '';
  } catch {
    return '';
  }
}

/** The command that agrees to just what is there now. */
export function agreeingWith(row: ConnectionRow, address: Address): string {
  const shown = bringsAlong(row) ? { shown: shownOf(row, address) } : {};
  return `connections.agree ${JSON.stringify({ id: row.id, origin: address.origin, ...shown })}`;
}

/** Of a kind that is not known here nothing is asked. */
function editionOf(kind: string): number {
  const known = CONNECTION_KINDS.find((one) => one === kind);
  return (known && CONNECTION_KIND_FACTS[known].edition) ?? 1;
}

/** A way to the server of a connection, if it was agreed to here and nothing would travel in the clear unasked. */
export async function openConnection(
  row: ConnectionRow,
  source: ServerSource,
  context: QueryContext,
  signal: AbortSignal,
  heard: (request: SentRequest) => void,
): Promise<Remote> {
  const address = await agreedAddress(row, context);
  if (!address.secure && !address.loopback && row.plain_http === 0) throw unencrypted(address);
  const secret = await secretOf(row, address, context);
  if (row.auth !== 'none' && secret === null) throw missingSecret(row);
  return openRemote({ address, ...proofOf(row, secret, source), ca: certificates(row), signal, heard });
}

/** Where a connection leads, if somebody agreed to it on this computer. */
export async function agreedAddress(row: ConnectionRow, context: QueryContext): Promise<Address> {
  const address = addressOf(row);
  const notes = await notesOf(context);
  if (notes.agreedTo(row.id) === agreementOf(row, address)) return address;
  const [done, nothing] = address.port === 0 ? ['read', 'read'] : ['asked', 'sent'];
  throw new DomainError(
    'refused',
    `Nobody has agreed on this computer that ${address.origin} is ${done}${alongWith(row, address)}. Nothing was ${nothing}. Agree in Connections, or with ${agreeingWith(row, address)}.`,
    { needs: 'agreement', origin: address.origin, shown: shownOf(row, address) },
  );
}

export const unencrypted = ({ host }: Address): DomainError =>
  new DomainError(
    'refused',
    `${host} would be talked to without encryption, so that others on the way could read the secret. Give an address that begins with https://, or confirm it (plainHttp).`,
    { needs: 'plainHttp' },
  );

function missingSecret(row: ConnectionRow): DomainError {
  const ref = row.secret_ref;
  const where = ref.startsWith('env:')
    ? `The variable ${ref.slice(4)} is not set, and it should hold the secret of “${row.label}”. Set it where the program is started.`
    : ref.startsWith('file:')
      ? `The file ${ref.slice(5)} holds no secret for “${row.label}”. Write it into the file's first line.`
      : `This computer does not know the secret of “${row.label}” for this host. Enter it in Connections.`;
  return new DomainError('refused', where, { needs: 'secret' });
}

function certificates({ ca_file: file }: ConnectionRow): string | null {
  if (file === '') return null;
  refuseElsewhere(file);
  try {
    // A path of somebody else's portfolio may lead to what has no end.
    const stat = statSync(file);
    const text = stat.isFile() && stat.size < MOST_CERTIFICATES ? readFileSync(file, 'utf8') : '';
    if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
  } catch {
    throw new DomainError(
      'refused',
      `The file of certificates ${file} cannot be read on this computer. Choose it anew. Nothing was sent.`,
    );
  }
  throw new DomainError(
    'refused',
    `${file} holds no certificate in the form PEM. Ask for such a file. Nothing was sent.`,
  );
}
