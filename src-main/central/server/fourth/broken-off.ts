import { PLANS } from '../first/append';

/**
 * What is brought to the server piece by piece and broke off: stages of large entries know the session that makes them, and are tidied
 * when it is over. Where this server sees no sessions, or another one has seen this one, a day passes as before.
 */
export const BROKEN_OFF = `
alter table modelfolio_x.staged_changes add column pid int, add column server_since timestamptz;

create function modelfolio_x.is_over(s modelfolio_x.staged_changes) returns boolean language sql stable as $$
  select s.server_since = pg_postmaster_start_time()
    and exists (select from pg_catalog.pg_stat_activity a where a.pid = pg_backend_pid())
    and not exists (select from pg_catalog.pg_stat_activity a where a.pid = s.pid and a.usename = s.db_user) $$;

create or replace function modelfolio_x.tidy_stages() returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp ${PLANS} as $$
declare old bigint[];
begin
  perform modelfolio_x.must_be(2);
  -- Sessions that began since this transaction first looked at them are not over.
  perform pg_stat_clear_snapshot();
  select array_agg(t.part) into old from (select s.part from modelfolio_x.staged_changes s
    where s.begun < now() - interval '1 day' or modelfolio_x.is_over(s) for update skip locked) t;
  delete from modelfolio_x.pieces x where x.part = any (old);
  delete from modelfolio_x.journal_changes x where x.part = any (old);
  delete from modelfolio_x.brought x where x.part = any (old);
  delete from modelfolio_x.staged_changes s where s.part = any (old);
  delete from modelfolio_x.staged_lines x where not exists (select from modelfolio_x.staged_changes s where s.part = x.part);
end $$;

create or replace function modelfolio_x.stage_begin() returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare p bigint;
begin
  perform modelfolio_x.must_be(2);
  perform modelfolio_x.tidy_stages();
  -- What a server of before left, which stopped, is nobody's any more.
  if (select count(*) from modelfolio_x.staged_changes s where s.db_user = session_user
    and coalesce(s.server_since = pg_postmaster_start_time(), true)) >= 8 then
    perform modelfolio_x.refuse('Too many large entries of this login are under way. Wait until they are through.');
  end if;
  insert into modelfolio_x.staged_changes(part, db_user, pid, server_since)
    values (nextval('modelfolio_x.parts'), session_user, pg_backend_pid(), pg_postmaster_start_time()) returning part into p;
  return p;
end $$;
`;
