import { DomainError } from '../failure/domain-error';
import type { Role } from '../store/shared/central';
import type { Session } from './connection/session';

/** What the server says of itself and of whoever is connected. */
export interface Hello {
  readonly user: string;
  readonly name: string | null;
  readonly role: Role | null;
  readonly seenAt: string | null;
  readonly lastEntryAt: string | null;
  readonly id: string;
  readonly portfolio: string;
  readonly format: number;
  readonly open: boolean;
  readonly version: number;
}

/** @throws DomainError for whoever is no member */
export async function greet(session: Session, schema: string): Promise<Hello> {
  const [may] = await session.ask<{ usable: boolean | null }>(
    `select has_schema_privilege(oid, 'usage') as usable from pg_namespace where nspname = $1`,
    [schema],
  );
  const { user, database } = session.login;
  if (!may) throw new DomainError('not_found', `The database ${database} has no such shared portfolio (any more).`);
  if (!may.usable)
    throw new DomainError('refused', `“${user}” is no member of this shared portfolio. Ask one of its owners.`);
  const { hello } = await session.one<{ hello: Hello }>(`select ${schema}.hello() as hello`);
  return hello;
}
