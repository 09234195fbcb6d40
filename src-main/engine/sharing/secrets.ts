import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { DomainError } from '../../failure/domain-error';
import type { KeyKeeper } from '../../platform/key-keeper';
import type { SharedAddress } from '../../store/shared/sharing';
import { serverText } from './agreement';
import type { Proof } from './door';

/** Under which a host keeps what proves this login: before a server whom somebody else vouches for it is another. */
const headOf = serverText;

/** As programs of before named it, which said nothing of who vouches for the server. */
const headOfBefore = ({ host, port, database, user }: SharedAddress): string =>
  `postgresql://${encodeURIComponent(user)}@${host}:${port}/${encodeURIComponent(database)}`;

export async function keepProof(
  keys: KeyKeeper,
  address: SharedAddress,
  proof: Proof,
  system: boolean,
): Promise<boolean> {
  const { remembered } = await keys({ do: 'keep', head: headOf(address), key: JSON.stringify(proof), system });
  return remembered || (await isRemembered(keys, address));
}

export const isRemembered = async (keys: KeyKeeper, address: SharedAddress): Promise<boolean> =>
  (await keys({ do: 'look', head: headOf(address) })).remembered ||
  (await keys({ do: 'look', head: headOfBefore(address) })).remembered;

export async function forgetProof(keys: KeyKeeper, address: SharedAddress): Promise<void> {
  for (const head of [headOf(address), headOfBefore(address)]) await keys({ do: 'forget', head, system: true });
}

/** What an earlier program kept goes to the server that somebody agreed to, and to no other afterwards. */
async function findKept(keys: KeyKeeper, address: SharedAddress): Promise<string | null> {
  const { key } = await keys({ do: 'find', head: headOf(address) });
  if (key !== null) return key;
  const before = await keys({ do: 'find', head: headOfBefore(address) });
  if (before.key === null) return null;
  const moved = await keys({ do: 'keep', head: headOf(address), key: before.key, system: before.remembered });
  if (moved.remembered) await keys({ do: 'forget', head: headOfBefore(address), system: true });
  return before.key;
}

/**
 * What this computer has for a login: from its host, or (for scripts) from PGPASSWORD or the password file of PostgreSQL's own
 * programs. `null`: nothing. Only for an address that somebody gave or agreed to on this computer.
 *
 * @param environment `null`: people type it, and nothing of the environment is used
 */
export async function findProof(
  keys: KeyKeeper,
  address: SharedAddress,
  environment: NodeJS.ProcessEnv | null,
): Promise<Proof | null> {
  const key = await findKept(keys, address);
  if (key !== null) return JSON.parse(key) as Proof; // written above
  if (environment === null) return null;
  if (environment.PGPASSWORD) return { password: environment.PGPASSWORD };
  const file = environment.PGPASSFILE ?? join(homedir(), '.pgpass');
  const password = readPasswordFile(file, address, environment.PGPASSFILE !== undefined);
  return password === null ? null : { password };
}

/** @throws DomainError `refused` for a file that others may read */
function readPasswordFile(file: string, { host, port, database, user }: SharedAddress, named: boolean): string | null {
  let text: string;
  try {
    if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
      throw new DomainError(
        'refused',
        `The password file ${file} may be read by others and was not used. Let only its owner read it (chmod 600).`,
      );
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof DomainError) throw error;
    if (!named) return null;
    throw new DomainError('not_found', `The password file ${file} of PGPASSFILE cannot be read.`);
  }
  const wanted = [host, String(port), database, user];
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('#')) continue;
    const cells = cellsOf(line);
    const password = cells[wanted.length];
    if (password !== undefined && wanted.every((value, at) => cells[at] === '*' || cells[at] === value))
      return password;
  }
  return null;
}

/** `host:port:database:user:password`; a backslash stands before a colon or itself. */
const cellsOf = (line: string): readonly string[] =>
  (line.match(/(?:\\.|[^\\:])*(?::|$)/g) ?? []).map((cell) => cell.replace(/:$/, '').replace(/\\(.)/g, '$1'));
