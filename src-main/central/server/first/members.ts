/** Who belongs to a shared portfolio, what they may do, where they are; snapshots for whoever joins; and who may call what. */
export const MEMBERS = `
create function modelfolio_x.hello() returns json language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update modelfolio_x.members m set seen = clock_timestamp() where m.db_user = session_user;
  return (select json_build_object('user', session_user, 'name', m.name, 'role', (array['viewer', 'editor', 'approver', 'owner'])[modelfolio_x.role_of(session_user)],
    'seenAt', m.seen, 'lastEntryAt', m.last_entry_at, 'id', p.id, 'portfolio', p.name, 'format', p.format, 'open', p.open,
    'version', (select max(no) from modelfolio_x.migrations))
    from modelfolio_x.portfolio p left join modelfolio_x.members m on m.db_user = session_user);
end $$;

create function modelfolio_x.list_members() returns table(db_user name, name text, role text, seen timestamptz, last_entry_at text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.db_user, m.name, (array['viewer', 'editor', 'approver', 'owner'])[modelfolio_x.role_of(m.db_user)], m.seen, m.last_entry_at
    from modelfolio_x.members m
    where m.role is not null and modelfolio_x.role_of(session_user) > 0
      and exists (select from pg_catalog.pg_roles r where r.rolname = m.db_user) order by m.name $$;

create function modelfolio_x.set_role(who text, called text, wanted text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare m modelfolio_x.members; g text; given text := btrim(called);
begin
  perform modelfolio_x.must_be(4);
  perform 1 from modelfolio_x.head for update;
  if wanted is not null and modelfolio_x.rank(wanted) = 0 then perform modelfolio_x.invalid('A role is viewer, editor, approver or owner.'); end if;
  select * into m from modelfolio_x.members x where x.db_user = who;
  if m.role = 'owner' and wanted is distinct from 'owner'
    and not exists (select from modelfolio_x.members x where x.role = 'owner' and x.db_user <> m.db_user and modelfolio_x.role_of(x.db_user) = 4) then
    perform modelfolio_x.refuse(m.name || ' is the last owner. Make somebody else an owner first.');
  end if;
  if not exists (select from pg_catalog.pg_roles r where r.rolname = who and r.rolcanlogin) then
    if wanted is null and m.db_user is not null then update modelfolio_x.members set role = null where db_user = who; return; end if;
    perform modelfolio_x.refuse('This database has no login “' || who || '”. Ask the database team to create it.');
  end if;
  if wanted is not null then
    if modelfolio_x.fold(given) = '' or length(given) > 200 then perform modelfolio_x.invalid('Say under which name ' || who || ' signs.'); end if;
    if exists (select from modelfolio_x.members x where x.folded = modelfolio_x.fold(given) and x.db_user <> who) then
      perform modelfolio_x.refuse('Another login signs as “' || given || '”; one name is one person.');
    end if;
    if m.last_entry_at is not null and m.name <> given then
      perform modelfolio_x.refuse(who || ' has signed entries as “' || m.name || '” and keeps this name.');
    end if;
    insert into modelfolio_x.members(db_user, name, folded, role, added_by) values (who, given, modelfolio_x.fold(given), wanted, session_user)
      on conflict (db_user) do update set name = excluded.name, folded = excluded.folded, role = excluded.role;
  else
    update modelfolio_x.members set role = null where db_user = who;
  end if;
  foreach g in array array['viewer', 'editor', 'approver', 'owner'] loop
    if g is distinct from wanted and exists (select from pg_catalog.pg_auth_members a where a.roleid = ('modelfolio_x_' || g)::regrole
      and a.member = format('%I', who)::regrole) then
      execute format('revoke %I from %I', 'modelfolio_x_' || g, who);
    end if;
  end loop;
  if wanted is not null then execute format('grant %I to %I', 'modelfolio_x_' || wanted, who); end if;
  perform pg_catalog.pg_notify('modelfolio_x', 'p');
end $$;

create function modelfolio_x.announce(page text, model_id text, edits boolean) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare changed boolean;
begin
  perform modelfolio_x.must_be(1);
  delete from modelfolio_x.presence p where p.seen < now() - interval '10 minutes' or (p.pid = pg_backend_pid() and (announce.page is null or p.db_user <> session_user));
  if announce.page is not null then
    if length(announce.page) > 2000 or length(announce.model_id) > 200 then perform modelfolio_x.invalid('This is no page.'); end if;
    insert into modelfolio_x.presence as p (pid, db_user, page, model_id, edits) values (pg_backend_pid(), session_user, announce.page, announce.model_id, announce.edits)
      on conflict (pid) do update set page = excluded.page, model_id = excluded.model_id, edits = excluded.edits, seen = clock_timestamp(),
        since = case when p.page = excluded.page and p.model_id is not distinct from excluded.model_id and p.edits = excluded.edits
          then p.since else clock_timestamp() end;
  end if;
  perform pg_catalog.pg_notify('modelfolio_x', 'p');
end $$;
create function modelfolio_x.stay() returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  update modelfolio_x.presence set seen = clock_timestamp() where pid = pg_backend_pid() and db_user = session_user;
  update modelfolio_x.members set seen = clock_timestamp() where db_user = session_user $$;
create function modelfolio_x.list_presence() returns table(db_user name, name text, page text, model_id text, edits boolean, since timestamptz, own boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.db_user, m.name, p.page, p.model_id, p.edits, p.since, p.pid = pg_backend_pid()
    from modelfolio_x.presence p join modelfolio_x.members m using (db_user)
    where modelfolio_x.role_of(session_user) > 0 and p.seen > now() - interval '90 seconds'
      and exists (select from pg_catalog.pg_stat_activity a where a.pid = p.pid and a.usename = p.db_user) order by p.since $$;

create function modelfolio_x.snapshot_begin(at_seq bigint, at_hash text, digest text, size bigint) returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare p bigint;
begin
  perform modelfolio_x.must_be(2);
  if not exists (select from modelfolio_x.journal j where j.seq = at_seq and j.hash = at_hash) then
    perform modelfolio_x.refuse('The shared portfolio has no such entry ' || at_seq || '; no snapshot of it is kept.');
  end if;
  if digest !~ '^[0-9a-f]{64}$' or size not between 1 and 100000000000 then perform modelfolio_x.invalid('This is no snapshot.'); end if;
  delete from modelfolio_x.pieces x using modelfolio_x.snapshots s where x.part = s.part and not s.complete
    and (s.left_at < now() - interval '1 day' or s.db_user = session_user);
  delete from modelfolio_x.snapshots s where not s.complete and (s.left_at < now() - interval '1 day' or s.db_user = session_user);
  insert into modelfolio_x.snapshots(part, seq, hash, parts, bytes, sha256, db_user)
    values (nextval('modelfolio_x.parts'), at_seq, at_hash, 0, size, digest, session_user) returning part into p;
  return p;
end $$;
create function modelfolio_x.snapshot_piece(snapshot bigint, no int, data bytea) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform modelfolio_x.must_be(2);
  if length(data) > 16777216 then perform modelfolio_x.invalid('A piece has at most 16 MB.'); end if;
  update modelfolio_x.snapshots s set parts = s.parts + 1 where s.part = snapshot and not s.complete and s.db_user = session_user and s.parts = no;
  if not found then perform modelfolio_x.invalid('There is no such snapshot of yours.'); end if;
  insert into modelfolio_x.pieces values (snapshot, no, data);
end $$;
create function modelfolio_x.snapshot_end(snapshot bigint) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform modelfolio_x.must_be(2);
  update modelfolio_x.snapshots s set complete = true where s.part = snapshot and not s.complete and s.db_user = session_user and s.parts > 0;
  if not found then perform modelfolio_x.invalid('There is no such snapshot of yours.'); end if;
  delete from modelfolio_x.pieces x where x.part in (select s.part from modelfolio_x.snapshots s where s.complete order by s.seq desc, s.part desc offset 2);
  delete from modelfolio_x.snapshots x where x.part in (select s.part from modelfolio_x.snapshots s where s.complete order by s.seq desc, s.part desc offset 2);
end $$;

create function modelfolio_x.set_format(wanted int, tables text[]) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform modelfolio_x.must_be(4);
  perform 1 from modelfolio_x.head for update;
  if wanted < (select format from modelfolio_x.portfolio) then perform modelfolio_x.refuse('The shared portfolio has a newer format already.'); end if;
  update modelfolio_x.portfolio set format = wanted, entities = tables;
end $$;
create function modelfolio_x.blockers() returns text language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select string_agg(distinct coalesce(m.name, a.usename::text), ', ') from pg_catalog.pg_locks l join pg_catalog.pg_stat_activity a on a.pid = l.pid
    left join modelfolio_x.members m on m.db_user = a.usename
    where l.relation = 'modelfolio_x.head'::regclass and l.mode = 'RowShareLock' and l.granted and l.pid <> pg_backend_pid() $$;
`;

/** Nobody calls what was not given him; members read the tables and call these. */
export const GRANTS = `
revoke all on all functions in schema modelfolio_x from public;
revoke all on all tables in schema modelfolio_x from public;
grant usage on schema modelfolio_x to modelfolio_x_viewer;
grant select on modelfolio_x.portfolio, modelfolio_x.migrations, modelfolio_x.head, modelfolio_x.journal, modelfolio_x.journal_changes,
  modelfolio_x.pieces, modelfolio_x.payloads, modelfolio_x.snapshots to modelfolio_x_viewer;
grant execute on function modelfolio_x.hello(), modelfolio_x.list_members(), modelfolio_x.list_presence(), modelfolio_x.stay(),
  modelfolio_x.announce(text, text, boolean), modelfolio_x.append(json, json, bytea, text), modelfolio_x.stage_begin(),
  modelfolio_x.stage_add(bigint, json), modelfolio_x.stage_piece(bigint, int, bytea), modelfolio_x.stage_append(json, bigint, text),
  modelfolio_x.stage_drop(bigint), modelfolio_x.hold(), modelfolio_x.adopt(json), modelfolio_x.open_portfolio(),
  modelfolio_x.set_role(text, text, text), modelfolio_x.snapshot_begin(bigint, text, text, bigint), modelfolio_x.blockers(),
  modelfolio_x.snapshot_piece(bigint, int, bytea), modelfolio_x.snapshot_end(bigint), modelfolio_x.set_format(int, text[])
  to modelfolio_x_viewer;
`;
