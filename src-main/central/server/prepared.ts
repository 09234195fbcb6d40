import { DomainError } from '../../failure/domain-error';
import type { Login } from '../connection/address';
import { Session } from '../connection/session';
import { greet } from '../hello';
import { createShared, type Listed, listShared } from './install';
import { SERVER_VERSION, schemaOf } from './migrations';
import type { NewShared } from './setup-sql';

/** A place that somebody else made for this login to share a portfolio in, and that nobody can join yet. */
type Prepared = Pick<Listed, 'id' | 'name' | 'version'>;

async function allPrepared(session: Session): Promise<readonly Prepared[]> {
  const prepared: Prepared[] = [];
  for (const { id, name, role, open, version } of await listShared(session)) {
    if (role !== 'owner' || open) continue;
    const { theirs } = await session.one<{ theirs: boolean }>(
      `select exists (select from ${schemaOf(id)}.migrations where no = 1 and db_user <> session_user) as theirs`,
    );
    if (theirs) prepared.push({ id, name, version });
  }
  return prepared;
}

const fits = ({ version }: Prepared): boolean => version === SERVER_VERSION;

/** Those that this program can share in. */
export const listPrepared = async (session: Session): Promise<readonly Prepared[]> =>
  (await allPrepared(session)).filter(fits);

interface Head {
  readonly seq: number;
  readonly hash: string;
}

export interface Place {
  readonly id: string;
  /** `false`: it was there, and stays where sharing breaks off. */
  readonly made: boolean;
}

/**
 * The place that was prepared for a portfolio of this name, or else a new one.
 *
 * @param head the newest entry of the portfolio
 */
export async function findPlace(login: Login, shared: NewShared, head: Head): Promise<Place> {
  const session = await Session.open(login);
  try {
    const all = await allPrepared(session);
    const prepared = all.filter(fits);
    const own = prepared.find(({ name }) => name === shared.name);
    if (own) {
      await settle(session, own.id, shared);
      return { id: own.id, made: false };
    }
    const finished = await findFinished(session, shared.name, head);
    if (finished !== null) return { id: finished, made: false };
    const id = await createShared(login, shared).catch((error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
      const others = all.find((one) => one.name === shared.name && !fits(one));
      if (others) throw otherVersion(others);
      throw prepared.length > 0 ? otherName(error, prepared, shared) : error;
    });
    return { id, made: true };
  } finally {
    await session.close();
  }
}

/**
 * A place of this login that was opened, though nobody here heard of it: it has just the journal that is to be shared, and nobody was
 * let in yet.
 */
async function findFinished(session: Session, name: string, head: Head): Promise<string | null> {
  for (const one of await listShared(session)) {
    if (one.role !== 'owner' || !one.open || one.name !== name || !fits(one)) continue;
    const schema = schemaOf(one.id);
    const { seq, hash, members } = await session.one<Head & { members: number }>(
      `select seq, hash, (select count(*)::int from ${schema}.list_members()) as members from ${schema}.head`,
    );
    if (seq === head.seq && hash === head.hash && members === 1) return one.id;
  }
  return null;
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

const otherVersion = ({ id, name, version }: Prepared): DomainError =>
  new DomainError(
    'refused',
    version > SERVER_VERSION
      ? `The place for “${name}” was prepared with a newer Modelfolio (server version ${version}; this one knows ${SERVER_VERSION}). Update Modelfolio; nothing was written.`
      : `The place for “${name}” was prepared with an older Modelfolio (server version ${version}; this one needs ${SERVER_VERSION}), and nothing was written. Let the database team run what “modelfolio share FILE --sql” prints now, which makes a new place, and share again; ${schemaOf(id)}, in which nobody is, may go then.`,
  );

const otherName = (why: DomainError, prepared: readonly Prepared[], { name }: NewShared): DomainError =>
  new DomainError(
    why.code,
    `${why.message} What was prepared for you is called ${prepared.map((one) => `“${one.name}”`).join(', ')}; this portfolio is “${name}”.`,
  );
