import { digestOf, forSchema, SERVER_MIGRATIONS, type ServerMigration, schemaOf } from './migrations';

export interface NewShared {
  readonly name: string;
  /** The format of the file that is shared. */
  readonly format: number;
  /** The tables of facts that entries of this format speak of. */
  readonly tables: readonly string[];
  /** Under which name its first owner, who is this login, signs. */
  readonly ownerName: string;
  readonly id?: string;
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A terminal may have another encoding than this text, and a server may read backslashes in strings. */
const AS_WRITTEN = `set client_encoding = 'UTF8'; set standard_conforming_strings = on;`;

const stepsSql = (schema: string, steps: readonly ServerMigration[]): string =>
  steps
    .map(
      (step) =>
        `${forSchema(step.sql, schema)}\ninsert into ${schema}.migrations(no, name, sha256) values (${step.no}, ${literal(step.name)}, '${digestOf(step)}');`,
    )
    .join('\n');

/**
 * All that makes a shared portfolio, as one text: what `createShared` runs, and what a database team runs that lets nobody else
 * make roles.
 *
 * @param owner the login of its first owner
 * @param steps as a program of before would have set it up
 */
export function setupSql(id: string, shared: NewShared, owner: string, steps = SERVER_MIGRATIONS): string {
  const schema = schemaOf(id);
  const roles = (['viewer', 'editor', 'approver', 'owner'] as const).map((role) => `${schema}_${role}`);
  const [viewer, editor, approver, owners] = roles;
  return `create role ${schema} nologin;
${roles.map((role) => `create role ${role} nologin;\ngrant ${role} to ${schema} with admin option;`).join('\n')}
grant ${schema} to current_user;
create schema ${schema} authorization ${schema};
set local role ${schema};
grant ${viewer} to ${editor};
grant ${editor} to ${approver};
grant ${approver} to ${owners};
${stepsSql(schema, steps)}
insert into ${schema}.portfolio(id, name, format, entities) values ('${id}', ${literal(shared.name)}, ${shared.format}, array[${shared.tables.map(literal).join(', ')}]);
insert into ${schema}.members(db_user, name, folded, role, added_by)
  values (${literal(owner)}, btrim(${literal(shared.ownerName)}), ${schema}.fold(${literal(shared.ownerName)}), 'owner', session_user);
grant ${owners} to ${quoted(owner)};
reset role;
revoke ${schema} from current_user;
`;
}

/** The steps that a server lacks which has the version before them, as one transaction that changes nothing at any other one. */
export function updateSql(id: string, version: number, steps: readonly ServerMigration[]): string {
  const schema = schemaOf(id);
  return `${AS_WRITTEN}
begin; grant ${schema} to current_user; set local role ${schema};
lock table ${schema}.head in exclusive mode;
do $check$ begin
  if (select max(no) from ${schema}.migrations) <> ${version} then
    raise exception 'This brings version ${version} of the shared portfolio further, and it has another one. Nothing was changed.';
  end if;
end $check$;
${stepsSql(schema, steps)}
reset role; revoke ${schema} from current_user; commit;`;
}

/** A line of a comment, whatever somebody called a thing. */
const said = (text: string): string => text.replace(/\s+/g, ' ');

/** For a database team: a place for one portfolio, of which an ordinary login is the owner, who then shares it there. */
export function preparingSql(id: string, shared: NewShared, owner: string): string {
  return `${AS_WRITTEN}
-- A place for the shared portfolio “${said(shared.name)}” (Modelfolio): the schema ${schemaOf(id)} and five roles, no login, no extension.
-- Run it once, as a superuser or as who may create roles, in the database that is to hold it (PostgreSQL 13 or newer, UTF8):
--   psql -v ON_ERROR_STOP=1 -d DATABASE -f THIS_FILE
-- “${said(owner)}” becomes its owner: a login that needs nothing but CONNECT, and that is there before.
begin;
${setupSql(id, shared, owner)}commit;
`;
}
