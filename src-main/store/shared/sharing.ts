import { z } from 'zod';
import { DomainError } from '../../failure/domain-error';
import { redoDrift } from '../drift/settle';
import { connectionOf, tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { SharingRow } from './tables';

/** Where a shared portfolio lies. */
export interface SharedAddress {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  /** The text of the certificates that the server's is proved by; `null`: those that the system trusts. */
  readonly ca: string | null;
}

export interface Sharing extends Omit<SharingRow, 'one' | 'address'> {
  readonly address: SharedAddress;
}

/** A name of a server, an address, or the folder of a socket. No sign that a person would not see, or that looks like another part. */
const HOST = /^(\/[^\p{C}]*|[^\p{C}\p{Z}"'@?#/\\]+)$/u;
const SEEN = /^[^\p{C}]+$/u;

const StoredAddress = z.object({
  host: z.string().max(255).regex(HOST),
  port: z.int().min(1).max(65_535),
  database: z.string().max(63).regex(SEEN),
  user: z.string().max(63).regex(SEEN),
  ca: z.string().max(200_000).nullable(),
});

const StoredSharing = z.object({
  portfolio: z.string().regex(/^[a-z0-9]{4,24}$/),
  address: z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue('no JSON');
        return z.NEVER;
      }
    })
    .pipe(StoredAddress),
  name: z.string().min(1),
  role: z.enum(['viewer', 'editor', 'approver', 'owner']),
  seq: z.int().min(0),
  hash: z.string(),
  joined_at: z.string(),
});

const unreadable = (): DomainError =>
  new DomainError(
    'bad_file',
    'This file says that it is a copy of a shared portfolio, but not in a way that Modelfolio writes: where it is shared cannot be read from it. It can be read, no server is asked, and nothing is written. Leave it to go on with it as a private file, or join the shared portfolio anew.',
  );

/**
 * What the open file is a copy of; `null`: it is private. Anybody may have written that row: what it names is not to be asked unless
 * somebody agreed to it on this computer.
 *
 * @throws DomainError `bad_file` for a row that this program does not write
 */
export async function findSharing(read: ReadHandle): Promise<Sharing | null> {
  const row = await tables(read).selectFrom('sharing').selectAll().executeTakeFirst();
  if (!row) return null;
  const parsed = StoredSharing.safeParse(row);
  if (!parsed.success) throw unreadable();
  return parsed.data;
}

/** Of a row that says nothing as of none, for what is told besides. */
export async function knownSharing(read: ReadHandle): Promise<Sharing | null> {
  try {
    return await findSharing(read);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

/** The person whose undo it is, in a portfolio that several share; `null`: there is one undo for all. */
export function sharedAs(read: ReadHandle): string | null {
  const { sqlite } = connectionOf(read);
  return sqlite.prepare<[], string>('SELECT name FROM sharing').pluck().get() ?? null;
}

/**
 * Whatever the file says of sharing until then is another's, and nobody vouches for it: what waits there would be given in the name
 * of whoever took the file.
 *
 * @returns false where this copy has gone on since its newest entry was shared: nothing was noted
 */
export async function putSharing(read: ReadHandle, { address, ...rest }: Sharing): Promise<boolean> {
  const head = tables(read).selectFrom('journal').select('hash').orderBy('seq', 'desc').limit(1);
  if ((await head.executeTakeFirst())?.hash !== rest.hash) return false;
  await dropSharing(read);
  await redoDrift(read, rest.joined_at);
  const row = { one: 1, ...rest, address: JSON.stringify(address) } as const;
  await connectionOf(read).db.insertInto('sharing').values(row).execute();
  return true;
}

export async function dropSharing(read: ReadHandle): Promise<void> {
  const { db } = connectionOf(read);
  await db.deleteFrom('sharing').execute();
  await db.deleteFrom('sharing_waiting').execute();
  await db.deleteFrom('sharing_given').execute();
}

/** Up to which entry this copy and the server are known to be one. */
export async function noteShared(read: ReadHandle, seq: number, hash: string): Promise<void> {
  await connectionOf(read).db.updateTable('sharing').set({ seq, hash }).execute();
}

export async function noteRole(read: ReadHandle, name: string, role: string): Promise<void> {
  await connectionOf(read).db.updateTable('sharing').set({ name, role }).execute();
}

/** How much of the journal came after an entry. */
export function countSince(read: ReadHandle, seq: number): { readonly entries: number; readonly changes: number } {
  const counted = connectionOf(read).sqlite.prepare<[number], { entries: number; changes: number }>(
    'SELECT count(*) AS entries, coalesce(sum(changes), 0) AS changes FROM journal WHERE seq > ?',
  );
  return counted.get(seq) ?? { entries: 0, changes: 0 };
}
