import { PLANS } from '../first/append';

/** Large entries: laid down, sealed (weighed while nobody waits), then taken, which only numbers them and closes the chain. */
export const STAGE = `
create function modelfolio_x.line_of(c modelfolio_x.journal_changes) returns text language sql stable as $$
  select chr(1) || ',' || c.ord || ',' || modelfolio_x.js(c.entity) || ',' || modelfolio_x.js(c.entity_id) || ','
    || modelfolio_x.js(c.model_id) || ',' || modelfolio_x.js(c.before) || ',' || modelfolio_x.js(c.after) || ']' || chr(10) $$;

create or replace function modelfolio_x.stage_add(stage bigint, changes json) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp ${PLANS} as $$
declare s modelfolio_x.staged_changes; n int; low int; high int;
begin
  perform modelfolio_x.must_be(2);
  s := modelfolio_x.staged(stage);
  if s.sealed then perform modelfolio_x.invalid('Nothing is added to an entry that is sealed.'); end if;
  if s.changes + json_array_length(changes) > 2000000 or s.bytes + length(changes::text) > 900000000 then
    perform modelfolio_x.refuse('One entry may hold 2,000,000 changes and 900 MB. Bring in the file in parts.');
  end if;
  if json_array_length(changes) = 0 then return; end if;
  n := modelfolio_x.put_changes(stage, 0, changes);
  select min(c.ord), max(c.ord) into low, high from json_to_recordset(changes) as c(ord int);
  insert into modelfolio_x.staged_lines(part, first, last, n, entities, lines)
    select stage, low, high, count(*), array_agg(distinct x.entity), string_agg(x.line, '')
    from (select c.entity, modelfolio_x.line_of(c) as line from modelfolio_x.journal_changes c where c.part = stage and c.ord between low and high
      order by c.part, c.ord) x;
  update modelfolio_x.staged_changes x set changes = x.changes + n, bytes = x.bytes + length(stage_add.changes::text) where x.part = stage;
end $$;

-- As many changes at once as hold nobody up: of the models that they concern, what was brought in becomes facts.
create function modelfolio_x.stage_draw(stage bigint, low int) returns int
  language plpgsql security definer set search_path = pg_catalog, pg_temp ${PLANS} as $$
declare s modelfolio_x.staged_changes;
begin
  perform modelfolio_x.must_be(2);
  s := modelfolio_x.staged(stage);
  perform modelfolio_x.draw(stage, low, low + 2999);
  return case when low + 3000 < s.changes then low + 3000 end;
end $$;

create function modelfolio_x.seal(s modelfolio_x.staged_changes, entry_kind text) returns modelfolio_x.staged_changes language plpgsql as $$
declare opened boolean := (select p.open from modelfolio_x.portfolio p); wrong boolean;
begin
  select coalesce(bool_or(l.first <> l.before + 1 or l.last - l.first + 1 <> l.n), false) or coalesce(sum(l.n), 0) <> s.changes into wrong
    from (select x.first, x.last, x.n, lag(x.last, 1, -1) over (order by x.first) as before from modelfolio_x.staged_lines x where x.part = s.part) l;
  if wrong then perform modelfolio_x.invalid('Changes of this entry are missing. Begin it anew.'); end if;
  s.weighed_at := (select h.seq from modelfolio_x.head h);
  s.actor := (select m.name from modelfolio_x.members m where m.db_user = session_user);
  s.is_new := entry_kind = 'do' and modelfolio_x.brings_only(s.part);
  s.sealed := true;
  if s.is_new then perform modelfolio_x.bring(s.part, opened, s.actor); end if;
  update modelfolio_x.staged_changes x set sealed = true, is_new = s.is_new, actor = s.actor, weighed_at = case when opened then s.weighed_at end
    where x.part = s.part;
  return s;
end $$;
create function modelfolio_x.stage_seal(stage bigint, entry_kind text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp ${PLANS} as $$
declare s modelfolio_x.staged_changes;
begin
  perform modelfolio_x.must_be(2);
  s := modelfolio_x.staged(stage);
  if s.sealed then perform modelfolio_x.invalid('This entry is sealed already.'); end if;
  return (modelfolio_x.seal(s, entry_kind)).is_new;
end $$;

-- What others brought in since it was weighed; everything else is as it was then.
create function modelfolio_x.weigh_brought(e modelfolio_x.journal, s modelfolio_x.staged_changes) returns void language plpgsql as $$
declare wrong text;
begin
  if s.weighed_at is null or s.actor is distinct from e.actor or e.kind <> 'do' then
    perform modelfolio_x.invalid('This entry was weighed as another one. Begin it anew.');
  end if;
  select case b.entity when 'models' then '“' || (b.image->>'name') || '”' else '' end into wrong
    from modelfolio_x.journal j
      join modelfolio_x.journal_changes c on c.part = j.part and c.entity in ('models', 'moves') and c.before is null
      join modelfolio_x.brought b on b.part = e.part and b.entity = c.entity and b.id = c.entity_id
    where j.seq > s.weighed_at limit 1;
  if found then perform modelfolio_x.was_here(wrong); end if;
end $$;

-- Takes a stage as the next entry. @returns its hash, which whoever wrote it works out too; behind: others were first
create function modelfolio_x.take(entry json, stage bigint, digest text) returns text language plpgsql as $$
declare h modelfolio_x.head; e modelfolio_x.journal; opened boolean; s modelfolio_x.staged_changes; r int; n bigint; digest_of text; worked text; told text[];
begin
  s := modelfolio_x.staged(stage);
  select * into h from modelfolio_x.head for update;
  select p.open into opened from modelfolio_x.portfolio p;
  if not opened then perform modelfolio_x.must_be(4); end if;
  e := modelfolio_x.entry_of(entry, stage, not opened);
  if e.prev_hash is distinct from h.hash or e.seq is distinct from h.seq + 1 then return 'behind'; end if;
  r := modelfolio_x.check_entry(e, not opened);
  if not s.sealed then s := modelfolio_x.seal(s, e.kind); end if;
  select encode(sha256(coalesce(string_agg(convert_to(replace(l.lines, chr(1), '[' || e.seq), 'UTF8'), ''), '')), 'hex'), coalesce(sum(l.n), 0)
    into digest_of, n from (select x.lines, x.n from modelfolio_x.staged_lines x where x.part = stage order by x.part, x.first) l;
  worked := modelfolio_x.entry_hash(e, digest_of);
  if n <> e.changes or e.hash <> worked then perform modelfolio_x.invalid('The hash of entry ' || e.seq || ' does not fit what it says.'); end if;
  e.hash := worked;
  select array_agg(distinct u.entity) into told from modelfolio_x.staged_lines x, unnest(x.entities) u(entity) where x.part = stage;
  perform modelfolio_x.must_know((select u.entity from unnest(told) u(entity)
    where u.entity <> all ((select p.entities from modelfolio_x.portfolio p)::text[]) limit 1));
  if s.is_new then
    if opened then perform modelfolio_x.weigh_brought(e, s); end if;
    if 'portfolio' = any (told) then perform modelfolio_x.weigh_portfolio(e, not opened, r); end if;
  else
    perform modelfolio_x.draw(stage, 0, e.changes);
    perform modelfolio_x.weigh_entry(e, not opened, r, false);
  end if;
  perform modelfolio_x.record_entry(e);
  perform modelfolio_x.put_payload(e.seq, stage, null, digest);
  delete from modelfolio_x.staged_changes where part = stage;
  return worked;
end $$;
create function modelfolio_x.stage_take(entry json, stage bigint, digest text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '20s' ${PLANS} as $$
begin
  perform modelfolio_x.must_be(2);
  return modelfolio_x.take(entry, stage, digest);
end $$;
create or replace function modelfolio_x.stage_append(entry json, stage bigint, digest text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '20s' ${PLANS} as $$
begin
  perform modelfolio_x.must_be(2);
  if entry->>'hash' is null then perform modelfolio_x.invalid('This is no entry of a journal.'); end if;
  return case modelfolio_x.take(entry, stage, digest) when 'behind' then 'behind' else 'accepted' end;
end $$;

-- What stages leave that were taken or given up; nobody waits for it.
create function modelfolio_x.tidy_stages() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare old bigint[];
begin
  perform modelfolio_x.must_be(2);
  select array_agg(s.part) into old from modelfolio_x.staged_changes s where s.begun < now() - interval '1 day';
  delete from modelfolio_x.pieces x where x.part = any (old);
  delete from modelfolio_x.journal_changes x where x.part = any (old);
  delete from modelfolio_x.brought x where x.part = any (old);
  delete from modelfolio_x.staged_changes s where s.part = any (old);
  delete from modelfolio_x.staged_lines x where not exists (select from modelfolio_x.staged_changes s where s.part = x.part);
end $$;
create or replace function modelfolio_x.stage_begin() returns bigint language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare p bigint;
begin
  perform modelfolio_x.must_be(2);
  perform modelfolio_x.tidy_stages();
  if (select count(*) from modelfolio_x.staged_changes where db_user = session_user) >= 8 then
    perform modelfolio_x.refuse('Too many large entries of this login are under way. Wait until they are through.');
  end if;
  insert into modelfolio_x.staged_changes(part, db_user) values (nextval('modelfolio_x.parts'), session_user) returning part into p;
  return p;
end $$;
create or replace function modelfolio_x.stage_drop(stage bigint) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform modelfolio_x.must_be(2);
  perform modelfolio_x.staged(stage);
  delete from modelfolio_x.pieces where part = stage;
  delete from modelfolio_x.journal_changes where part = stage;
  delete from modelfolio_x.brought where part = stage;
  delete from modelfolio_x.staged_lines where part = stage;
  delete from modelfolio_x.staged_changes where part = stage;
end $$;
revoke all on all functions in schema modelfolio_x from public;
revoke all on modelfolio_x.staged_lines, modelfolio_x.brought from public;
grant execute on function modelfolio_x.stage_draw(bigint, int), modelfolio_x.stage_seal(bigint, text), modelfolio_x.stage_take(json, bigint, text),
  modelfolio_x.tidy_stages() to modelfolio_x_viewer;
`;
