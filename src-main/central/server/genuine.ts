import { DomainError } from '../../failure/domain-error';
import type { Session } from '../connection/session';

/** A schema of a database that is named as those of shared portfolios are. */
export interface Named {
  readonly schema: string;
  readonly owner: string;
  /** Whether this login may look into it. */
  readonly usable: boolean;
  /** Whether it is as setup makes one, as far as nobody else could have made it. */
  readonly ours: boolean;
}

/**
 * Whoever may make schemas may call one by such a name, and a function that somebody calls there does what its maker wrote with the rights
 * of whoever calls it. So before anything in a schema is called, the catalogue is asked: it and all in it belong to a role of its name
 * that nobody logs in as, and its first function runs as that role, with nothing of the caller's in front of the search path.
 */
const NAMED = `select n.nspname::text as schema, o.rolname::text as owner, has_schema_privilege(n.oid, 'usage') as usable,
    o.rolname = n.nspname and not o.rolcanlogin and not o.rolsuper
      and not exists (select from pg_proc p where p.pronamespace = n.oid and p.proowner <> n.nspowner)
      and not exists (select from pg_class c where c.relnamespace = n.oid and c.relowner <> n.nspowner)
      and (select count(*) = 3 and bool_and(c.relkind = 'r' and not c.relrowsecurity) from pg_class c
        where c.relnamespace = n.oid and c.relname in ('portfolio', 'migrations', 'members'))
      and (select count(*) = 2 and bool_and(p.prosecdef and p.pronargs = 0 and p.proconfig = array['search_path=pg_catalog, pg_temp'])
        from pg_proc p where p.pronamespace = n.oid and p.proname in ('hello', 'list_members')) as ours
  from pg_namespace n join pg_roles o on o.oid = n.nspowner`;

/** The schemas that this login may look into, those that are not ours too. */
export const listNamed = (session: Session): Promise<readonly Named[]> =>
  session.ask<Named>(
    `${NAMED} where n.nspname ~ '^modelfolio_[a-z0-9]{4,24}$' and has_schema_privilege(n.oid, 'usage')
       and exists (select from pg_class c where c.relnamespace = n.oid and c.relname = 'portfolio') order by n.nspname limit 500`,
  );

export async function findNamed(session: Session, schema: string): Promise<Named | null> {
  const [named] = await session.ask<Named>(`${NAMED} where n.nspname = $1`, [schema]);
  return named ?? null;
}

/** @throws DomainError for a schema that this login may look into and that is not as setup makes one */
export function refuseForeign({ schema, owner, usable, ours }: Named): void {
  if (!usable || ours) return;
  throw new DomainError(
    'refused',
    `${schema} is not as Modelfolio sets up a shared portfolio (it belongs to “${owner}”), and nothing in it was asked. Tell whoever administers the database.`,
  );
}
