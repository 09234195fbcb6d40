import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { DomainError } from '../../failure/domain-error';
import type { KeyKeeper } from '../../platform/key-keeper';
import type { SharedAddress } from '../../store/shared/sharing';
import type { Proof } from './door';

/** Under which a host keeps what proves this login. */
const headOf = ({ host, port, database, user }: SharedAddress): string =>
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
  (await keys({ do: 'look', head: headOf(address) })).remembered;

export const forgetProof = async (keys: KeyKeeper, address: SharedAddress): Promise<void> =>
  void (await keys({ do: 'forget', head: headOf(address), system: true }));

/**
 * What this computer has for a login: from its host, or (for scripts) from PGPASSWORD or the password file of PostgreSQL's own
 * programs. `null`: nothing.
 *
 * @param environment `null`: people type it, and nothing of the environment is used
 */
export async function findProof(
  keys: KeyKeeper,
  address: SharedAddress,
  environment: NodeJS.ProcessEnv | null,
): Promise<Proof | null> {
  const { key } = await keys({ do: 'find', head: headOf(address) });
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
