import { DomainError } from '../../failure/domain-error';
import type { Login } from '../connection/address';
import { Session } from '../connection/session';
import { greet } from '../hello';
import { createShared, listShared } from './install';
import { schemaOf } from './migrations';
import type { NewShared } from './setup-sql';

/** A place that somebody else made for this login to share a portfolio in, and that nobody can join yet. */
export interface Prepared {
  readonly id: string;
  readonly name: string;
}

export async function listPrepared(session: Session): Promise<readonly Prepared[]> {
  const prepared: Prepared[] = [];
  for (const { id, name, role } of await listShared(session)) {
    if (role !== 'owner') continue;
    const schema = schemaOf(id);
    const { waits } = await session.one<{ waits: boolean }>(
      `select not exists (select from ${schema}.snapshots where complete)
         and exists (select from ${schema}.migrations where no = 1 and db_user <> session_user) as waits`,
    );
    if (waits) prepared.push({ id, name });
  }
  return prepared;
}

export interface Place {
  readonly id: string;
  /** `false`: it was prepared, and stays where sharing breaks off. */
  readonly made: boolean;
}

/** The place that was prepared for a portfolio of this name, or else a new one. */
export async function findPlace(login: Login, shared: NewShared): Promise<Place> {
  const session = await Session.open(login);
  try {
    const prepared = await listPrepared(session);
    const own = prepared.find(({ name }) => name === shared.name);
    if (own) {
      await settle(session, own.id, shared);
      return { id: own.id, made: false };
    }
    const id = await createShared(login, shared).catch((error: unknown) => {
      throw error instanceof DomainError && prepared.length > 0 ? otherName(error, prepared, shared) : error;
    });
    return { id, made: true };
  } finally {
    await session.close();
  }
}

/** The program that prepared it may be an older one, and its owner may want to sign otherwise. */
async function settle(session: Session, id: string, { format, tables, ownerName }: NewShared): Promise<void> {
  const schema = schemaOf(id);
  const hello = await greet(session, schema);
  if (hello.format > format)
    throw new DomainError(
      'refused',
      `The place for this portfolio was prepared with a newer Modelfolio (version ${hello.format} of its contents; this one has ${format}). Update Modelfolio; nothing was written.`,
    );
  if (hello.format < format) await session.ask(`select ${schema}.set_format($1, $2)`, [format, tables]);
  if (hello.name !== ownerName.trim())
    await session.ask(`select ${schema}.set_role(session_user, $1, 'owner')`, [ownerName]);
}

const otherName = (why: DomainError, prepared: readonly Prepared[], { name }: NewShared): DomainError =>
  new DomainError(
    why.code,
    `${why.message} What was prepared for you is called ${prepared.map((one) => `“${one.name}”`).join(', ')}; this portfolio is “${name}”.`,
  );
