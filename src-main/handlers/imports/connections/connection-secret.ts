import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { Address } from '#domain/connections/address';
import { leadsElsewhere } from '#domain/connections/file-path';
import { CONNECTION_AUTHS } from '#domain/connections/kinds';
import { DomainError } from '../../../failure/domain-error';
import type { Signer } from '../../../importers/remote/signer';
import type { Proof, ServerSource } from '../../../importers/sources/source';
import type { ConnectionRow } from '../../../store/imports/tables';
import type { QueryContext } from '../../context';

/** What a secret is kept under: it belongs to one connection and one host, and goes to no other. */
const headOf = (row: Pick<ConnectionRow, 'id'>, { origin }: Address): string =>
  `connection-${createHash('sha256').update(`${row.id} ${origin}`).digest('hex').slice(0, 40)}`;

const MOST = 20_000;

/** @returns where it is kept: in the system's key store, until the program ends, or nowhere */
export async function keepSecret(
  row: ConnectionRow,
  address: Address,
  secret: string,
  { keys }: QueryContext,
): Promise<'system' | 'session' | 'none'> {
  const head = headOf(row, address);
  if (secret === '') {
    await keys({ do: 'forget', head, system: true });
    return 'none';
  }
  if (/[\r\n\0]/.test(secret))
    throw new DomainError('invalid_input', 'A secret is one line. Copy it once more without what follows.');
  const { remembered } = await keys({ do: 'keep', head, key: secret, system: true });
  if (remembered) return 'system';
  if ((await keys({ do: 'find', head })).key === secret) return 'session';
  throw new DomainError(
    'refused',
    'Nothing keeps a secret here. Name where it is instead: secretRef env:NAME for a variable, or file:PATH for a file that only you may read.',
  );
}

export async function hasKeyStore({ keys }: QueryContext): Promise<boolean> {
  return (await keys({ do: 'look', head: 'connection' })).system;
}

/** The secret of a connection; `null`: it has none where it should be. */
export async function secretOf(row: ConnectionRow, address: Address, { keys }: QueryContext): Promise<string | null> {
  if (row.auth === 'none') return null;
  if (row.secret_ref.startsWith('env:')) return process.env[row.secret_ref.slice(4)] || null;
  if (row.secret_ref.startsWith('file:')) return firstLine(row.secret_ref.slice(5));
  return (await keys({ do: 'find', head: headOf(row, address) })).key;
}

/** A path that came with a portfolio may name another computer, which would be told of it by being asked for the file. */
export function refuseElsewhere(path: string): void {
  if (leadsElsewhere(path))
    throw new DomainError(
      'refused',
      `The path ${path} leads to another computer by its name, so it was not opened. Name a file on this computer.`,
    );
}

/** A file that others may read keeps no secret. */
export function firstLine(path: string): string | null {
  refuseElsewhere(path);
  const mode = statOf(path);
  if (mode === null) return null;
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new DomainError(
      'refused',
      `The file ${path} can be read by others on this computer, so its secret was not used. Make it yours alone (chmod 600).`,
    );
  const [line = ''] = readFileSync(path, 'utf8').slice(0, MOST).split(/\r?\n/);
  return line === '' ? null : line;
}

function statOf(path: string): number | null {
  try {
    const stat = statSync(path);
    // What has no end, or waits for somebody to write into it, is not read.
    return stat.isFile() && stat.size <= MOST ? stat.mode : null;
  } catch {
    return null;
  }
}

/** The headers that prove who asks; what may stand in no message. */
export function proofOf(
  row: ConnectionRow,
  secret: string | null,
  source: ServerSource,
): {
  readonly headers: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
  readonly sign?: Signer;
} {
  const auth = CONNECTION_AUTHS.find((one) => one === row.auth);
  if (secret === null || auth === undefined || auth === 'none') return { headers: {}, secrets: [] };
  const proof = { auth, login: row.login, secret };
  if (source.signer) return { headers: {}, secrets: secret.split(' '), sign: source.signer(proof, row) };
  const headers = source.proof?.(proof) ?? commonProof(proof);
  return { headers, secrets: [secret, ...Object.values(headers).map((value) => value.replace(/^\S+ /, ''))] };
}

const commonProof = ({ auth, login, secret }: Proof): Readonly<Record<string, string>> =>
  auth === 'password'
    ? { authorization: `Basic ${Buffer.from(`${login}:${secret}`).toString('base64')}` }
    : { authorization: `Bearer ${secret}` };
