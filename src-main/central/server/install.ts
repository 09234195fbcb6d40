import { randomBytes } from 'node:crypto';
import { DomainError } from '../../failure/domain-error';
import type { Role } from '../../store/shared/central';
import type { Login } from '../connection/address';
import { Session } from '../connection/session';
import { greet } from '../hello';
import { listNamed, type Named } from './genuine';
import { digestOf, idOf, SERVER_MIGRATIONS, SERVER_VERSION, type ServerMigration, schemaOf } from './migrations';
import { type NewShared, setupSql, updateSql } from './setup-sql';

/** SHA-256 as a function and `to_json` as hashes need it are in every PostgreSQL since this one. */
export const LEAST_POSTGRESQL = 13;

export const newId = (): string =>
  BigInt(`0x${randomBytes(8).toString('hex')}`)
    .toString(36)
    .padStart(13, '0')
    .slice(0, 12);

/**
 * Makes an empty shared portfolio, of which this login is the first owner; `adoptHistory` gives it its past, `open` lets its members in.
 *
 * @returns its id
 * @throws DomainError `refused` when the login may not
 */
export async function createShared(login: Login, shared: NewShared): Promise<string> {
  const session = await Session.open(login);
  try {
    const may = await mayCreate(session);
    if (may !== '') throw new DomainError('refused', may);
    const id = shared.id ?? newId();
    await session.ask(`begin;\n${setupSql(id, shared, login.user)}\ncommit;`);
    return id;
  } finally {
    await session.close();
  }
}

/** What this login lacks to make a shared portfolio, as a sentence; '' when nothing. */
export async function mayCreate(session: Session): Promise<string> {
  const found = await session.one<{ version: number; encoding: string; creates: boolean; roles: boolean }>(
    `select current_setting('server_version_num')::int / 10000 as version, pg_encoding_to_char(encoding) as encoding,
       has_database_privilege(datname, 'create') as creates,
       (select rolsuper or rolcreaterole from pg_roles where rolname = session_user) as roles
     from pg_database where datname = current_database()`,
  );
  const { user, database } = session.login;
  if (found.version < LEAST_POSTGRESQL)
    return `This is PostgreSQL ${found.version}. A shared portfolio needs ${LEAST_POSTGRESQL} or newer.`;
  if (found.encoding !== 'UTF8')
    return `The database ${database} keeps texts as ${found.encoding}. Ask the database team for one in UTF8.`;
  const lacks = [found.creates ? '' : `CREATE on ${database}`, found.roles ? '' : 'CREATEROLE'].filter(Boolean);
  return lacks.length === 0
    ? ''
    : `“${user}” may not make a shared portfolio. Ask the database team for ${lacks.join(' and ')}, or to run what “modelfolio share FILE --sql” prints.`;
}

export interface Listed {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** `false`: it is being shared, or that broke off. */
  readonly open: boolean;
  /** Of the server's schema. */
  readonly version: number;
}

interface Found {
  readonly shared: readonly Listed[];
  /** Named as ours and made by somebody else: nothing in it was asked. */
  readonly leftOut: readonly Named[];
}

/** The shared portfolios of a database that this login may see; nothing is written while it looks, by whatever it asks. */
export async function findShared(session: Session): Promise<Found> {
  await session.ask('begin transaction read only');
  try {
    const named = await listNamed(session);
    const shared: Listed[] = [];
    for (const { schema } of named.filter(({ ours }) => ours)) {
      const [one] = await session.ask<Omit<Listed, 'id'>>(
        `select p.name, m.role, p.open, (select max(no) from ${schema}.migrations) as version
         from ${schema}.portfolio p, ${schema}.list_members() m where m.db_user = session_user`,
      );
      if (one) shared.push({ id: idOf(schema), ...one });
    }
    return { shared, leftOut: named.filter(({ ours }) => !ours) };
  } finally {
    if (!session.lost) await session.ask('rollback');
  }
}

/** The shared portfolios of a database that this login may see. */
export const listShared = async (session: Session): Promise<readonly Listed[]> => (await findShared(session)).shared;

/** Takes a shared portfolio off the server for good, with its roles. Who has joined keeps a copy. */
export async function dropShared(login: Login, id: string): Promise<void> {
  const session = await Session.open(login);
  const schema = schemaOf(id);
  try {
    const hello = await greet(session, schema);
    if (hello.role !== 'owner')
      throw new DomainError('refused', 'A shared portfolio is taken off the server by its owner.');
    const roles = ['owner', 'approver', 'editor', 'viewer'].map((role) => `${schema}_${role}`).join(', ');
    await session.ask(`begin; grant ${schema} to current_user; drop schema ${schema} cascade;
      drop owned by ${schema}; drop role ${roles}; drop role ${schema}; commit;`);
  } finally {
    await session.close();
  }
}

/** What stands between this program and the schema of a shared portfolio, as a sentence; '' when nothing. */
export function versionProblem(version: number, role: Role | null): string {
  if (version > SERVER_VERSION)
    return `The shared portfolio was set up by a newer Modelfolio (server version ${version}; this one knows ${SERVER_VERSION}). Update Modelfolio.`;
  if (version < SERVER_VERSION)
    return `The shared portfolio has server version ${version}, this Modelfolio needs ${SERVER_VERSION}. ${role === 'owner' ? 'Update it, after a backup of the database.' : 'Ask its owner to update it.'}`;
  return '';
}

interface Standing {
  readonly version: number;
  /** What this program would add. */
  readonly steps: readonly ServerMigration[];
}

/** What was run before has to be what this program would have run. */
async function standingOf(session: Session, schema: string): Promise<Standing> {
  const hello = await greet(session, schema);
  if (hello.role !== 'owner') throw new DomainError('refused', 'A shared portfolio is updated by its owner.');
  if (hello.version > SERVER_VERSION) throw new DomainError('refused', versionProblem(hello.version, 'owner'));
  const ran = await session.ask<{ no: number; sha256: string }>(
    `select no, sha256 from ${schema}.migrations order by no`,
  );
  const strange = ran.find(({ no, sha256 }) =>
    SERVER_MIGRATIONS.every((one) => one.no !== no || digestOf(one) !== sha256),
  );
  if (strange)
    throw new DomainError('refused', `Step ${strange.no} of this server's schema is not ours. Nothing was changed.`);
  return { version: hello.version, steps: SERVER_MIGRATIONS.filter(({ no }) => no > hello.version) };
}

/**
 * Brings the schema to this program's version, one step after the other in one transaction.
 *
 * @returns the steps that were taken
 */
export async function migrateShared(login: Login, id: string): Promise<readonly string[]> {
  const session = await Session.open(login);
  try {
    const { version, steps } = await standingOf(session, schemaOf(id));
    if (steps.length === 0) return [];
    await session.ask(updateSql(id, version, steps)).catch((error: unknown) => {
      throw error instanceof DomainError && error.code === 'refused' ? mayNotUpdate(login) : error;
    });
    return steps.map(({ name }) => name);
  } finally {
    await session.close();
  }
}

const mayNotUpdate = ({ user }: Login): DomainError =>
  new DomainError(
    'refused',
    `The database does not let “${user}” update the shared portfolio, which needs CREATEROLE; nothing was changed. Let the database team run what “modelfolio share FILE --sql” prints, after a backup, and update again.`,
  );

/** What a database team runs where an owner may not update; '' where nothing is missing. */
export async function missingSql(login: Login, id: string): Promise<string> {
  const session = await Session.open(login);
  try {
    const { version, steps } = await standingOf(session, schemaOf(id));
    return steps.length === 0 ? '' : updateSql(id, version, steps);
  } finally {
    await session.close();
  }
}
