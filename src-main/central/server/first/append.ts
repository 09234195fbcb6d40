/** How an entry is taken: behind the newest one, signed by the session's own name, both hashes worked out again, by the rules. */

/**
 * Rows are found by their keys, whatever the statistics of a table that was empty a moment ago say: a plan that reads it from end to end
 * for each row of a large import takes hours.
 */
export const PLANS = 'set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off';

export const APPEND = String.raw`
create function modelfolio_x.rank(role text) returns int language sql immutable as
  $$ select coalesce(array_position(array['viewer', 'editor', 'approver', 'owner'], role), 0) $$;
-- What a login may do: what an owner gave it, as long as the database gives it too.
create function modelfolio_x.role_of(who name) returns int language sql stable as $$
  select coalesce((select modelfolio_x.rank(m.role) from modelfolio_x.members m where m.db_user = $1 and m.role is not null
    and pg_catalog.pg_has_role($1, ('modelfolio_x_' || m.role)::name, 'member')), 0) $$;
create function modelfolio_x.must_be(lowest int) returns int language plpgsql stable as $$
declare r int := modelfolio_x.role_of(session_user);
begin
  if r >= lowest then return r; end if;
  if r = 0 then perform modelfolio_x.refuse('The login ' || session_user || ' is no member of this shared portfolio. Ask one of its owners.'); end if;
  perform modelfolio_x.refuse(case lowest when 2 then 'You may read this shared portfolio, not change it.' when 3 then 'This is for approvers.'
    else 'This is for owners of the shared portfolio.' end || ' Ask one of its owners for another role.');
  return 0;
end $$;

create function modelfolio_x.accept(e modelfolio_x.journal, adopted boolean) returns void language plpgsql as $$
declare n bigint; low int; high int; digest text; r int; me text := modelfolio_x.fold(e.actor); ref modelfolio_x.journal;
  mask int; fresh int; c record; strange text; is_new boolean; hands text[];
begin
  if e.seq is null or e.at !~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$' or e.kind is null or e.kind not in ('do', 'undo', 'redo')
    or e.channel is null or e.label is null or e.actor is null or e.changes is null
    or (e.kind = 'do') <> (e.ref_seq is null) or e.ref_seq >= e.seq then
    perform modelfolio_x.invalid('This is no entry of a journal.');
  end if;
  if length(e.label) > 100000 or length(e.actor) > 1000 or length(e.channel) > 200 then
    perform modelfolio_x.invalid('The words of this entry are too long.');
  end if;
  r := modelfolio_x.role_of(session_user);
  if not adopted and e.actor is distinct from (select m.name from modelfolio_x.members m where m.db_user = session_user) then
    perform modelfolio_x.refuse('Entries are signed with the name of the login: ' || session_user || ' signs as “'
      || coalesce((select m.name from modelfolio_x.members m where m.db_user = session_user), '') || '”, not as “' || e.actor || '”.');
  end if;
  -- In the order of their key, which saves sorting hundreds of megabytes; the hash shows whether it was kept.
  select encode(sha256(coalesce(string_agg(o.line, ''), '')), 'hex'), count(*), min(o.ord), max(o.ord) into digest, n, low, high
    from (select modelfolio_x.change_line(e.seq, x) as line, x.ord from modelfolio_x.journal_changes x where x.part = e.part
      order by x.part, x.ord) o;
  if n <> e.changes or (n > 0 and (low <> 0 or high <> n - 1)) or modelfolio_x.entry_hash(e, digest) <> e.hash then
    perform modelfolio_x.invalid('The hash of entry ' || e.seq || ' does not fit what it says.');
  end if;
  select x.entity into strange from modelfolio_x.journal_changes x
    where x.part = e.part and x.entity <> all ((select p.entities from modelfolio_x.portfolio p)::text[]) limit 1;
  if strange is not null then perform modelfolio_x.invalid('A shared portfolio of this format has no “' || strange || '”.'); end if;
  if e.kind <> 'do' then
    select * into ref from modelfolio_x.journal j where j.seq = e.ref_seq;
    if ref.seq is null then perform modelfolio_x.invalid('There is no entry ' || e.ref_seq || ' to turn back.'); end if;
    if not adopted and modelfolio_x.fold(ref.actor) <> me then
      perform modelfolio_x.refuse('Everybody turns back what he did himself: entry ' || ref.seq || ' is of ' || ref.actor || '.');
    end if;
  end if;
  if exists (select from modelfolio_x.journal_changes x where x.part = e.part and x.entity in ('models', 'moves', 'approvals', 'portfolio')) then
    select g.mask into mask from modelfolio_x.gates g;
    fresh := mask;
    for c in select * from modelfolio_x.journal_changes x where x.part = e.part and x.entity = 'portfolio' order by x.ord loop
      if c.after is null then perform modelfolio_x.refuse('The portfolio itself is not deleted.'); end if;
      if c.before is null and e.seq > 1 and not adopted then perform modelfolio_x.refuse('There is one portfolio here already.'); end if;
      if modelfolio_x.img(c.after) ? 'settings' then fresh := modelfolio_x.gates_of(modelfolio_x.img(c.after)->>'settings'); end if;
    end loop;
    if mask & ~fresh <> 0 and not adopted and r < 3 then
      perform modelfolio_x.refuse('An approval gate is switched off by an approver or an owner.');
    end if;
    if fresh <> mask then update modelfolio_x.gates set mask = fresh; end if;
    -- Nothing of what is there already is touched, and no model moves that was there before.
    is_new := e.kind = 'do' and not exists (select from modelfolio_x.journal_changes x where x.part = e.part
        and (x.entity = 'approvals' or (x.entity in ('models', 'moves') and x.before is not null)))
      -- As a set, whatever the planner thinks of a part that it has no statistics of.
      and not exists (select modelfolio_x.img(x.after)->>'model_id' from modelfolio_x.journal_changes x
          where x.part = e.part and x.entity = 'moves'
        except select m.entity_id from modelfolio_x.journal_changes m where m.part = e.part and m.entity = 'models');
    if is_new then
      perform modelfolio_x.read_new_facts(e.seq, e.part, adopted);
      if not adopted then perform modelfolio_x.weigh_new_rows(e, me); end if;
      insert into modelfolio_x.made(model_id, who, seq) select x.entity_id, me, e.seq from modelfolio_x.journal_changes x
        where x.part = e.part and x.entity = 'models';
    else
      perform modelfolio_x.read_facts(e.seq, e.part, adopted);
    end if;
    if is_new then null;
    elsif not adopted then
      perform modelfolio_x.weigh_rows(e, coalesce(ref.part, -1), me);
      perform modelfolio_x.weigh_tiers(e, coalesce(ref.part, -1), r, me, mask | fresh);
      -- Whom an import or a merge makes a maker by what it states may vouch for it all the same; whoever was one before may not.
      select array_agg(x.model_id) into hands from (select distinct y.model_id from modelfolio_x.journal_changes y
        where y.part = e.part and y.entity = 'moves' and y.model_id is not null) x where modelfolio_x.is_maker(x.model_id, me, e.seq);
      perform modelfolio_x.note_makers(e.seq, e.part, me, false);
      perform modelfolio_x.weigh_gates(e, r, me, mask | fresh, coalesce(hands, '{}'));
      perform modelfolio_x.note_makers(e.seq, e.part, me, true);
      perform modelfolio_x.weigh_approvals(e, coalesce(ref.part, -1), r, me);
    else
      perform modelfolio_x.note_makers(e.seq, e.part, me, false);
      perform modelfolio_x.note_makers(e.seq, e.part, me, true);
    end if;
  end if;
  insert into modelfolio_x.journal select (e).*;
  update modelfolio_x.head set seq = e.seq, hash = e.hash;
  if not adopted then update modelfolio_x.members m set last_entry_at = e.at where m.db_user = session_user; end if;
  perform pg_catalog.pg_notify('modelfolio_x', 'e' || e.seq);
end $$;

create function modelfolio_x.entry_of(entry json, part bigint, adopted boolean) returns modelfolio_x.journal language plpgsql as $$
declare e modelfolio_x.journal;
begin
  e := json_populate_record(null::modelfolio_x.journal, entry);
  e.part := part; e.db_user := session_user; e.received := clock_timestamp(); e.adopted := adopted;
  return e;
end $$;

create function modelfolio_x.put_changes(part bigint, base bigint, changes json) returns int language plpgsql as $$
declare n int;
begin
  insert into modelfolio_x.journal_changes(part, ord, entity, entity_id, model_id, before, after)
  select put_changes.part, c.ord, c.entity, c.entity_id, c.model_id, c.before, c.after
    from json_to_recordset(changes) as c(ord int, entity text, entity_id text, model_id text, before text, after text)
    where coalesce(json_typeof(c.before::json), 'object') = 'object' and coalesce(json_typeof(c.after::json), 'object') = 'object'
      and (c.before is not null or c.after is not null);
  get diagnostics n = row_count;
  if n <> json_array_length(changes) then perform modelfolio_x.invalid('A change is a row before and after, as JSON.'); end if;
  return n;
exception when not_null_violation or unique_violation or invalid_text_representation then
  perform modelfolio_x.invalid('A change is a row before and after, as JSON.');
  return 0;
end $$;

create function modelfolio_x.put_payload(e_seq bigint, p bigint, payload bytea, digest text) returns void language plpgsql as $$
begin
  if payload is not null then insert into modelfolio_x.pieces values (p, 0, payload); end if;
  if exists (select from modelfolio_x.pieces where part = p) then
    insert into modelfolio_x.payloads select e_seq, p, count(*), sum(length(data)), coalesce(digest, '') from modelfolio_x.pieces where part = p;
  end if;
end $$;

create function modelfolio_x.append(entry json, changes json, payload bytea, digest text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '20s' ${PLANS} as $$
declare h modelfolio_x.head; e modelfolio_x.journal;
begin
  perform modelfolio_x.must_be(2);
  if length(changes::text) > 67108864 or length(payload) > 67108864 then
    perform modelfolio_x.invalid('An entry of this size is staged first.');
  end if;
  select * into h from modelfolio_x.head for update;
  if not (select open from modelfolio_x.portfolio) then perform modelfolio_x.refuse('This portfolio is still being shared. Try again when that is done.'); end if;
  e := modelfolio_x.entry_of(entry, nextval('modelfolio_x.parts'), false);
  if e.prev_hash is distinct from h.hash or e.seq is distinct from h.seq + 1 then return 'behind'; end if;
  perform modelfolio_x.put_changes(e.part, 0, changes);
  perform modelfolio_x.accept(e, false);
  perform modelfolio_x.put_payload(e.seq, e.part, payload, digest);
  return 'accepted';
end $$;

create function modelfolio_x.stage_begin() returns bigint language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare p bigint;
begin
  perform modelfolio_x.must_be(2);
  delete from modelfolio_x.pieces x using modelfolio_x.staged_changes s where x.part = s.part and s.begun < now() - interval '1 day';
  delete from modelfolio_x.journal_changes x using modelfolio_x.staged_changes s where x.part = s.part and s.begun < now() - interval '1 day';
  delete from modelfolio_x.staged_changes s where s.begun < now() - interval '1 day';
  if (select count(*) from modelfolio_x.staged_changes where db_user = session_user) >= 8 then
    perform modelfolio_x.refuse('Too many large entries of this login are under way. Wait until they are through.');
  end if;
  insert into modelfolio_x.staged_changes(part, db_user) values (nextval('modelfolio_x.parts'), session_user) returning part into p;
  return p;
end $$;

create function modelfolio_x.staged(stage bigint) returns modelfolio_x.staged_changes language plpgsql as $$
declare s modelfolio_x.staged_changes;
begin
  select * into s from modelfolio_x.staged_changes x where x.part = stage and x.db_user = session_user for update;
  if s.part is null then perform modelfolio_x.invalid('There is no such stage of yours.'); end if;
  return s;
end $$;

create function modelfolio_x.stage_add(stage bigint, changes json) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare s modelfolio_x.staged_changes; n int;
begin
  perform modelfolio_x.must_be(2);
  s := modelfolio_x.staged(stage);
  if s.changes + json_array_length(changes) > 2000000 or s.bytes + length(changes::text) > 900000000 then
    perform modelfolio_x.refuse('One entry may hold 2,000,000 changes and 900 MB. Bring in the file in parts.');
  end if;
  n := modelfolio_x.put_changes(stage, 0, changes);
  update modelfolio_x.staged_changes x set changes = x.changes + n, bytes = x.bytes + length(stage_add.changes::text) where x.part = stage;
end $$;

create function modelfolio_x.stage_piece(stage bigint, no int, data bytea) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare s modelfolio_x.staged_changes;
begin
  perform modelfolio_x.must_be(2);
  s := modelfolio_x.staged(stage);
  if length(data) > 16777216 or s.bytes + length(data) > 4000000000 then perform modelfolio_x.refuse('This is more than one entry may bring along.'); end if;
  insert into modelfolio_x.pieces values (stage, no, data);
  update modelfolio_x.staged_changes x set bytes = x.bytes + length(data) where x.part = stage;
end $$;

create function modelfolio_x.stage_append(entry json, stage bigint, digest text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '20s' ${PLANS} as $$
declare h modelfolio_x.head; e modelfolio_x.journal; open boolean;
begin
  perform modelfolio_x.must_be(2);
  perform modelfolio_x.staged(stage);
  select * into h from modelfolio_x.head for update;
  select p.open into open from modelfolio_x.portfolio p;
  if not open then perform modelfolio_x.must_be(4); end if;
  e := modelfolio_x.entry_of(entry, stage, not open);
  if e.prev_hash is distinct from h.hash or e.seq is distinct from h.seq + 1 then return 'behind'; end if;
  perform modelfolio_x.accept(e, not open);
  perform modelfolio_x.put_payload(e.seq, stage, null, digest);
  delete from modelfolio_x.staged_changes where part = stage;
  return 'accepted';
end $$;

create function modelfolio_x.stage_drop(stage bigint) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform modelfolio_x.must_be(2);
  perform modelfolio_x.staged(stage);
  delete from modelfolio_x.pieces where part = stage;
  delete from modelfolio_x.journal_changes where part = stage;
  delete from modelfolio_x.staged_changes where part = stage;
end $$;

-- Whoever was behind twice keeps the others out until his transaction ends; a client that died lets go by the timeout of its session.
create function modelfolio_x.hold() returns bigint language plpgsql security definer
  set search_path = pg_catalog, pg_temp set lock_timeout = '20s' as $$
declare s bigint;
begin
  perform modelfolio_x.must_be(2);
  select seq into s from modelfolio_x.head for update;
  return s;
end $$;

-- The past of a portfolio that is shared: its entries as they were signed then, which no login of this database proves.
create function modelfolio_x.adopt(entries json) returns text language plpgsql security definer
  set search_path = pg_catalog, pg_temp set lock_timeout = '20s' ${PLANS} as $$
declare h modelfolio_x.head; e modelfolio_x.journal; x json;
begin
  perform modelfolio_x.must_be(4);
  select * into h from modelfolio_x.head for update;
  if (select open from modelfolio_x.portfolio) then perform modelfolio_x.refuse('This portfolio is shared already; entries of before are not added to it.'); end if;
  for x in select value from json_array_elements(entries) loop
    select * into h from modelfolio_x.head;
    e := modelfolio_x.entry_of(x->'entry', nextval('modelfolio_x.parts'), true);
    if e.prev_hash is distinct from h.hash or e.seq is distinct from h.seq + 1 then return 'behind'; end if;
    perform modelfolio_x.put_changes(e.part, 0, x->'changes');
    perform modelfolio_x.accept(e, true);
    perform modelfolio_x.put_payload(e.seq, e.part, decode(x->>'payload', 'base64'), x->>'digest');
  end loop;
  return 'accepted';
end $$;
create function modelfolio_x.open_portfolio() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform modelfolio_x.must_be(4);
  update modelfolio_x.portfolio set open = true;
end $$;
`;
