/**
 * The tables of one shared portfolio. Only the owner of the schema, whom nobody can log in as, may write them; everybody else goes
 * through functions. Large entries are laid down beforehand under a number of their own (`part`), so that taking them costs no copying.
 */
export const TABLES = `
create table modelfolio_x.portfolio(
  one boolean primary key default true check (one),
  id text not null, name text not null, format int not null, entities text[] not null,
  open boolean not null default false, created timestamptz not null default clock_timestamp());
create table modelfolio_x.migrations(
  no int primary key, name text not null, sha256 text not null,
  at timestamptz not null default clock_timestamp(), db_user name not null default session_user);
create table modelfolio_x.head(one boolean primary key default true check (one), seq bigint not null, hash text not null);
insert into modelfolio_x.head values (true, 0, repeat('0', 64));
create table modelfolio_x.journal(
  seq bigint primary key, at text not null, actor text not null, kind text not null, channel text not null, label text not null,
  ref_seq bigint, undo_prev bigint, undo_top bigint, redo_prev bigint, redo_top bigint, changes int not null,
  prev_hash text not null, hash text not null,
  part bigint not null unique, db_user name not null, received timestamptz not null default clock_timestamp(),
  adopted boolean not null);
create table modelfolio_x.journal_changes(
  part bigint not null, ord int not null, entity text not null, entity_id text not null, model_id text, before text, after text,
  primary key (part, ord));
create index changes_that_rules_ask on modelfolio_x.journal_changes(part, entity_id)
  where entity in ('models', 'moves', 'approvals', 'imports', 'merged_models');
create sequence modelfolio_x.parts;
create table modelfolio_x.staged_changes(
  part bigint primary key, db_user name not null, begun timestamptz not null default clock_timestamp(),
  changes bigint not null default 0, bytes bigint not null default 0);
-- Payloads and snapshots lie as pieces under a part of their own.
create table modelfolio_x.pieces(part bigint not null, no int not null, data bytea not null, primary key (part, no));
alter table modelfolio_x.pieces alter column data set storage external;
create table modelfolio_x.payloads(
  seq bigint primary key, part bigint not null, parts int not null, bytes bigint not null, sha256 text not null);
create table modelfolio_x.snapshots(
  part bigint primary key, seq bigint not null, hash text not null, parts int not null, bytes bigint not null, sha256 text not null,
  db_user name not null, left_at timestamptz not null default clock_timestamp(), complete boolean not null default false);
create table modelfolio_x.members(
  db_user name primary key, name text not null, folded text not null unique,
  role text check (role in ('viewer', 'editor', 'approver', 'owner')),
  added timestamptz not null default clock_timestamp(), added_by name not null, seen timestamptz, last_entry_at text);
create table modelfolio_x.presence(
  pid int primary key, db_user name not null, page text not null, model_id text, edits boolean not null,
  since timestamptz not null default clock_timestamp(), seen timestamptz not null default clock_timestamp());

-- What the rules ask of the log, kept as it is read: versions of the rows that approvals hang on.
create table modelfolio_x.facts(
  entity text not null, id text not null, since bigint not null, until bigint, model_id text not null, image jsonb not null,
  first bigint not null, origin text not null, entered bigint not null, adopted boolean not null,
  primary key (entity, id, since));
create index facts_of_model on modelfolio_x.facts(model_id, entity);
create table modelfolio_x.made(model_id text not null, who text not null, seq bigint not null, primary key (model_id, who));
create table modelfolio_x.asked(model_id text primary key, tier int not null, who text not null, seq bigint not null);
create table modelfolio_x.gates(one boolean primary key default true check (one), mask int not null);
insert into modelfolio_x.gates values (true, 1);
`;
