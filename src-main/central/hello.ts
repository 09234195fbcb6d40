import { DomainError } from '../failure/domain-error';
import type { Role } from '../store/shared/central';
import type { Session } from './connection/session';
import { findNamed, refuseForeign } from './server/genuine';

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

/** @throws DomainError for whoever is no member, and for a schema that somebody else made */
export async function greet(session: Session, schema: string): Promise<Hello> {
  const named = await findNamed(session, schema);
  const { user, database } = session.login;
  if (!named) throw new DomainError('not_found', `The database ${database} has no such shared portfolio (any more).`);
  refuseForeign(named);
  if (!named.usable)
    throw new DomainError('refused', `“${user}” is no member of this shared portfolio. Ask one of its owners.`);
  const { hello } = await session.one<{ hello: Hello }>(`select ${schema}.hello() as hello`);
  return hello;
}
