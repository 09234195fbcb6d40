/**
 * Where a model is follows from its moves, which the gates weigh, and is a column of it as well, which everybody looks at: what an entry
 * leaves in it is where the last move leads. An entry that says nothing of the column leaves the last move leading where it did.
 */
export const STAGES = `
-- Rules and copies read numbers alike only where they are numbers.
create function modelfolio_x.is_no_number(entity text, image jsonb) returns boolean language sql immutable as $$
  select case $1 when 'moves' then jsonb_typeof($2->'ord') is distinct from 'number'
    when 'models' then coalesce(jsonb_typeof($2->'tier'), 'number') not in ('number', 'null') else false end $$;
create function modelfolio_x.wrong_number() returns void language plpgsql as $$
begin perform modelfolio_x.invalid('The order of a move and the tier of a model are numbers.'); end $$;
create function modelfolio_x.wrong_stage(model text, said text, last text) returns void language plpgsql as $$
begin
  perform modelfolio_x.refuse(model || ' is not in “' || left(coalesce(said, ''), 100) || '”: its last move leads to “' || left(last, 100)
    || '”. Where a model is follows from its moves.');
end $$;

-- The stage that the journal gave a model last, for the few whose column has long been another than their moves say.
create function modelfolio_x.stage_of(model text) returns text language sql stable as $$
  select modelfolio_x.img(c.after)->>'stage' from modelfolio_x.journal_changes c
    cross join lateral (select j.seq from modelfolio_x.journal j where j.part = c.part offset 0) j
  where c.entity = 'models' and c.entity_id = $1 and c.after is not null
    and (c.before is null or modelfolio_x.img(c.after) ? 'stage') order by j.seq desc, c.ord desc limit 1 $$;

create function modelfolio_x.weigh_stages(e modelfolio_x.journal) returns void language plpgsql as $$
declare m record;
begin
  if exists (select from modelfolio_x.journal_changes c
      cross join lateral (select f.image from modelfolio_x.facts f where f.entity = c.entity and f.id = c.entity_id and f.since = e.seq offset 0) f
    where c.part = e.part and c.entity in ('models', 'moves') and modelfolio_x.is_no_number(c.entity, f.image)) then
    perform modelfolio_x.wrong_number();
  end if;
  for m in
    with concerned as materialized (
      select c.entity_id as id from modelfolio_x.journal_changes c where c.part = e.part and c.entity = 'models' and c.after is not null
        and (c.before is null or modelfolio_x.img(c.after) ? 'stage')
      union
      select f.model_id from modelfolio_x.journal_changes c
        cross join lateral (select x.model_id from modelfolio_x.facts x where x.entity = 'moves' and x.id = c.entity_id
          and (x.since = e.seq or x.until = e.seq) offset 0) f where c.part = e.part and c.entity = 'moves'
    )
    select c.id, coalesce(l.stage, 'proposed') as last, l.stage is distinct from l.other as tied, s.stage as said, s.told is not null as told
    from concerned c
      cross join lateral (select (modelfolio_x.model_at(c.id, 9223372036854775807)).id as there) t
      -- Two moves of one place have no last one.
      cross join lateral (select min(z.stage) as stage, max(z.stage) as other from (
        select x.image->>'to_stage' as stage, rank() over (order by (x.image->>'ord')::float8 desc) as place
        from modelfolio_x.moves_at(c.id, 9223372036854775807) x) z where z.place = 1) l
      left join lateral (select modelfolio_x.img(y.after)->>'stage' as stage, true as told from modelfolio_x.journal_changes y
        where y.part = e.part and y.entity = 'models' and y.entity_id = c.id and y.after is not null
          and (y.before is null or modelfolio_x.img(y.after) ? 'stage') order by y.ord desc limit 1) s on true
    where t.there is not null and (l.stage is distinct from l.other or coalesce(l.stage, 'proposed') is distinct from
      case when s.told then s.stage
        else coalesce((select x.image->>'to_stage' from modelfolio_x.moves_at(c.id, e.seq) x limit 1), 'proposed') end)
  loop
    if m.tied then perform modelfolio_x.refuse('Two moves of ' || modelfolio_x.name_of(m.id) || ' have one place among its moves.'); end if;
    if not m.told then
      m.said := modelfolio_x.stage_of(m.id);
      if m.said = m.last then continue; end if;
    end if;
    perform modelfolio_x.wrong_stage(modelfolio_x.name_of(m.id), m.said, m.last);
  end loop;
end $$;

-- The same of a large entry that only brings in: all moves of its models are its own. By sorting alone, whatever statistics say.
create function modelfolio_x.weigh_brought_stages(p bigint) returns void language plpgsql as $$
declare m record;
begin
  if exists (select from modelfolio_x.brought b where b.part = p and modelfolio_x.is_no_number(b.entity, b.image)) then
    perform modelfolio_x.wrong_number();
  end if;
  select k.name, k.said, coalesce(k.last, 'proposed') as last into m from (
    select max(r.name) as name, max(r.said) as said, max(r.stage) filter (where r.place = 1) as last, min(r.stage) filter (where r.place = 1) as other
    from (
      select n.*, rank() over (partition by n.id order by n.ord desc nulls last) as place from (
        select c.entity_id as id, null::float8 as ord, null as stage, coalesce(i.image->>'stage', '') as said,
          '“' || (i.image->>'name') || '”' as name
        from (select x.entity_id, x.after from modelfolio_x.journal_changes x where x.part = p and x.entity = 'models' offset 0) c
          cross join lateral (select modelfolio_x.img(c.after) as image offset 0) i
        union all
        select b.model_id, (b.image->>'ord')::float8, b.image->>'to_stage', null, null
        from modelfolio_x.brought b where b.part = p and b.entity = 'moves') n) r
    group by r.id) k
  where k.last is distinct from k.other or k.said is distinct from coalesce(k.last, 'proposed') limit 1;
  if found then perform modelfolio_x.wrong_stage(coalesce(m.name, 'The model'), m.said, m.last); end if;
end $$;

create or replace function modelfolio_x.seal(s modelfolio_x.staged_changes, entry_kind text) returns modelfolio_x.staged_changes language plpgsql as $$
declare opened boolean := (select p.open from modelfolio_x.portfolio p); wrong boolean;
begin
  select coalesce(bool_or(l.first <> l.before + 1 or l.last - l.first + 1 <> l.n), false) or coalesce(sum(l.n), 0) <> s.changes into wrong
    from (select x.first, x.last, x.n, lag(x.last, 1, -1) over (order by x.first) as before from modelfolio_x.staged_lines x where x.part = s.part) l;
  if wrong then perform modelfolio_x.invalid('Changes of this entry are missing. Begin it anew.'); end if;
  s.weighed_at := (select h.seq from modelfolio_x.head h);
  s.actor := (select m.name from modelfolio_x.members m where m.db_user = session_user);
  s.is_new := entry_kind = 'do' and modelfolio_x.brings_only(s.part);
  s.sealed := true;
  if s.is_new then
    perform modelfolio_x.bring(s.part, opened, s.actor);
    if opened then perform modelfolio_x.weigh_brought_stages(s.part); end if;
  end if;
  update modelfolio_x.staged_changes x set sealed = true, is_new = s.is_new, actor = s.actor, weighed_at = case when opened then s.weighed_at end
    where x.part = s.part;
  return s;
end $$;

create or replace function modelfolio_x.weigh_entry(e modelfolio_x.journal, adopted boolean, r int, is_new boolean) returns void language plpgsql as $$
declare me text := modelfolio_x.fold(e.actor); g record; hands text[]; back bigint;
begin
  if not exists (select from modelfolio_x.journal_changes x where x.part = e.part and x.entity in ('models', 'moves', 'approvals', 'portfolio')) then
    return;
  end if;
  select * into g from modelfolio_x.weigh_portfolio(e, adopted, r);
  if is_new then
    perform modelfolio_x.read_new_facts(e.seq, e.part, adopted);
    if not adopted then
      perform modelfolio_x.weigh_new_rows(e, me);
      perform modelfolio_x.weigh_stages(e);
    end if;
    insert into modelfolio_x.made(model_id, who, seq) select x.entity_id, me, e.seq from modelfolio_x.journal_changes x
      where x.part = e.part and x.entity = 'models';
    return;
  end if;
  perform modelfolio_x.read_facts(e.seq, e.part, adopted);
  if adopted then
    perform modelfolio_x.note_makers(e.seq, e.part, me, false);
    perform modelfolio_x.note_makers(e.seq, e.part, me, true);
    return;
  end if;
  select coalesce((select j.part from modelfolio_x.journal j where j.seq = e.ref_seq), -1) into back;
  perform modelfolio_x.weigh_rows(e, back, me);
  perform modelfolio_x.weigh_tiers(e, back, r, me, g.mask | g.fresh);
  -- Whom an import or a merge makes a maker by what it states may vouch for it all the same; whoever was one before may not.
  select array_agg(x.model_id) into hands from (select distinct y.model_id from modelfolio_x.journal_changes y
    where y.part = e.part and y.entity = 'moves' and y.model_id is not null) x where modelfolio_x.is_maker(x.model_id, me, e.seq);
  perform modelfolio_x.note_makers(e.seq, e.part, me, false);
  perform modelfolio_x.weigh_gates(e, r, me, g.mask | g.fresh, coalesce(hands, '{}'));
  perform modelfolio_x.note_makers(e.seq, e.part, me, true);
  perform modelfolio_x.weigh_approvals(e, back, r, me);
  perform modelfolio_x.weigh_stages(e);
end $$;

-- What was laid down before this was weighed by less, and is begun anew.
update modelfolio_x.staged_changes set sealed = false, changes = -1;
revoke all on all functions in schema modelfolio_x from public;
`;
