import { Client } from 'pg';
import type { Role } from '../../store/shared/central';
import type { Login } from '../connection/address';
import { PgCentral } from '../pg-central';
import { createShared } from '../server/install';
import type { TestServer } from './postgres';

export const TABLES = [
  'portfolio',
  'models',
  'moves',
  'approvals',
  'imports',
  'merged_models',
  'drift_batches',
] as const;

/** Who works on a shared portfolio in a test: a login each, with its role. */
export const TEAM = {
  ada: 'owner',
  ben: 'editor',
  eva: 'viewer',
  carl: 'approver',
  dora: 'approver',
} as const satisfies Readonly<Record<string, Role>>;
export type Person = keyof typeof TEAM;
export const PEOPLE: readonly Person[] = ['ada', 'ben', 'eva', 'carl', 'dora'];

export interface Team {
  readonly id: string;
  readonly schema: string;
  readonly central: Readonly<Record<Person, PgCentral>>;
  close(): Promise<void>;
}

export type Logins = Readonly<Record<Person | 'stranger', Login>>;

/** The logins, of which Ada's alone may make portfolios. */
export async function makeLogins(server: TestServer): Promise<Logins> {
  await server.sql('grant create on database postgres to public');
  return {
    ada: await server.login('ada', 'createrole'),
    ben: await server.login('ben'),
    eva: await server.login('eva'),
    carl: await server.login('carl'),
    dora: await server.login('dora'),
    stranger: await server.login('stranger'),
  };
}

/** A new portfolio with everybody in it under the own name: Ada, Ben, Eva, Carl, Dora. */
export async function makeTeam(logins: Logins): Promise<Team> {
  const id = await createShared(logins.ada, { name: 'Team', format: 25, tables: TABLES, ownerName: 'Ada' });
  const ada = await PgCentral.connect(logins.ada, id);
  await ada.open();
  for (const [user, role] of Object.entries(TEAM)) if (user !== 'ada') await ada.setRole(user, nameOf(user), role);
  const open = (person: Person): Promise<PgCentral> => PgCentral.connect(logins[person], id);
  const central = {
    ada,
    ben: await open('ben'),
    eva: await open('eva'),
    carl: await open('carl'),
    dora: await open('dora'),
  };
  return {
    id,
    schema: `modelfolio_${id}`,
    central,
    close: async () => {
      for (const one of Object.values(central)) await one.close();
    },
  };
}

const nameOf = (user: string): string => user.charAt(0).toUpperCase() + user.slice(1);

/** What somebody types into psql, statement after statement; the last one's rows. */
export async function typed(login: Login, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ ...login });
  client.on('error', () => {});
  await client.connect();
  try {
    const answer = await client.query(text);
    return (Array.isArray(answer) ? answer.at(-1) : answer).rows;
  } finally {
    await client.end();
  }
}
