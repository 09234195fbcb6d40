/**
 * What a large entry is weighed by, laid down while nobody waits. Lines are the texts that its hash is made of, but for the number of the
 * entry, which it gets under the lock (`chr(1)` stands there; no JSON holds one). Rows that it brings in lie in `brought` under its part,
 * and are facts from the moment in which the journal has that part; who asks for one of their models draws them into `facts`.
 */
export const TABLES = `
alter table modelfolio_x.staged_changes add column sealed boolean not null default false, add column is_new boolean,
  add column weighed_at bigint, add column actor text;
create table modelfolio_x.staged_lines(
  part bigint not null, first int not null, last int not null, n int not null, entities text[] not null, lines text not null,
  primary key (part, first));
alter table modelfolio_x.staged_lines alter column lines set storage external;
create table modelfolio_x.brought(
  part bigint not null, entity text not null, id text not null, model_id text not null, image jsonb not null,
  primary key (entity, id, part));
create index brought_of_model on modelfolio_x.brought(model_id);
create index brought_by_part on modelfolio_x.brought(part);
`;
