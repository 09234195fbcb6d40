/**
 * Four eyes, from the log alone. Where the program's own rules (`domain/models/approval-gate.ts`) allow something, this does so too,
 * except for who does it: an approval is given by an approver, in his own name, for a model that he had no hand in since it
 * entered its stage; what would bring a gated model into production without one is left to an approver who might have given it.
 */
export const RULES = `
create function modelfolio_x.in_production(stage text) returns boolean language sql immutable as
  $$ select coalesce(stage in ('deployed', 'monitored', 'retraining'), false) $$;
-- The moves that held right before an entry (or, with the largest number, that hold now), the last first.
create function modelfolio_x.moves_at(model text, e_seq bigint) returns setof modelfolio_x.facts language sql stable as $$
  select f.* from modelfolio_x.facts f where f.model_id = $1 and f.entity = 'moves'
    and f.since < $2 and (f.until is null or f.until >= $2) order by (f.image->>'ord')::float8 desc $$;
create function modelfolio_x.model_at(model text, e_seq bigint) returns modelfolio_x.facts language sql stable as $$
  select f.* from modelfolio_x.facts f where f.entity = 'models' and f.id = $1
    and f.since < $2 and (f.until is null or f.until >= $2) limit 1 $$;
create function modelfolio_x.left_stage(model text, e_seq bigint) returns modelfolio_x.facts language sql stable as
  $$ select m.* from modelfolio_x.moves_at($1, $2) m where m.image->>'to_stage' <> 'retired' limit 1 $$;
create function modelfolio_x.name_of(model text) returns text language sql stable as $$
  select coalesce((select '“' || (f.image->>'name') || '”' from modelfolio_x.facts f where f.entity = 'models' and f.id = $1
    order by f.since desc limit 1), 'The model') $$;
-- Whether somebody had a hand in a model: as its developer or owner, by bringing it into validation, or by what he did to it since
-- it entered the stage in which it was before an entry.
create function modelfolio_x.is_maker(model text, who text, e_seq bigint) returns boolean language sql stable as $$
  select exists (select from (values ($3), (9223372036854775807)) v(at), modelfolio_x.model_at($1, v.at) m
      where $2 in (modelfolio_x.fold(m.image->>'developer'), modelfolio_x.fold(m.image->>'technical_owner')))
    or exists (select from (values ($3), (9223372036854775807)) v(at), lateral (select mv.image from modelfolio_x.moves_at($1, v.at) mv
      where mv.image->>'to_stage' = 'validation' limit 1) x where modelfolio_x.fold(x.image->>'actor') = $2)
    or exists (select from modelfolio_x.made d where d.model_id = $1 and d.who = $2
      and d.seq >= coalesce((select s.entered from modelfolio_x.left_stage($1, $3) s where s.id is not null), 0)) $$;

-- Approvals are given, taken back and carried along; nothing else is done to them.
create function modelfolio_x.weigh_approvals(e modelfolio_x.journal, back bigint, role int, me text) returns void language plpgsql as $$
declare c record; a jsonb; mid text;
begin
  for c in select x.*, r.part is not null as exact, f.image as was,
      exists (select from modelfolio_x.journal_changes m where m.part = e.part and m.entity = 'models' and m.before is null
        and m.entity_id = modelfolio_x.img(x.after)->>'model_id') as with_model,
      exists (select from modelfolio_x.journal_changes m where m.part = e.part and m.entity = 'models' and m.after is null
        and m.entity_id = f.model_id) as without_model
    from modelfolio_x.journal_changes x left join modelfolio_x.facts f on f.entity = 'approvals' and f.id = x.entity_id
      and f.until = e.seq
    left join modelfolio_x.journal_changes r on r.part = back and r.entity = x.entity and r.entity = 'approvals'
      and r.entity_id = x.entity_id and r.before is not distinct from x.after and r.after is not distinct from x.before
    where x.part = e.part and x.entity = 'approvals' order by x.ord
  loop
    if c.after is null then
      if c.without_model then continue; end if;
      if role < 3 or (role < 4 and modelfolio_x.fold(c.was->>'approved_by') <> me) then
        perform modelfolio_x.refuse('An approval is taken back by whoever gave it, or by an owner.');
      end if;
    elsif c.before is not null then
      if (select bool_or(k <> 'model_id') from jsonb_object_keys(modelfolio_x.img(c.after)) k)
        or not (c.exact or (c.without_model and exists (select from modelfolio_x.journal_changes m where m.part = e.part
          and m.entity = 'merged_models' and m.before is null))) then
        perform modelfolio_x.refuse('An approval is not changed. Take it back and let it be given anew.');
      end if;
    elsif not (c.exact and c.with_model) then
      a := modelfolio_x.img(c.after);
      mid := a->>'model_id';
      if role < 3 then
        perform modelfolio_x.refuse('Approving is for approvers: ' || e.actor || ' may edit, and ask an approver for it.');
      end if;
      if modelfolio_x.fold(a->>'approved_by') <> me or modelfolio_x.fold(a->>'recorded_by') <> me then
        perform modelfolio_x.refuse('In a shared portfolio everybody approves in his own name: this one is signed by ' || e.actor
          || ' and says “' || coalesce(a->>'approved_by', '') || '”.');
      end if;
      if (modelfolio_x.model_at(mid, 9223372036854775807)).id is null then
        perform modelfolio_x.refuse('The model of this approval is not there.');
      end if;
      if modelfolio_x.is_maker(mid, me, e.seq) or modelfolio_x.is_maker(mid, me, 9223372036854775807) then
        perform modelfolio_x.refuse(modelfolio_x.name_of(mid) || ' is not approved by ' || e.actor
          || ', who had a hand in it since it entered its stage. Ask another approver.');
      end if;
    end if;
  end loop;
end $$;

-- Moves and models come back only as they were, moves go only with their model, their import or an undo, and nobody moves in another's name.
create function modelfolio_x.weigh_rows(e modelfolio_x.journal, back bigint, me text) returns void language plpgsql as $$
declare c record; turns boolean := e.kind <> 'do'; i jsonb;
begin
  if modelfolio_x.false_before(e.seq, e.part) then
    perform modelfolio_x.refuse('What this says of how the rows were before it is not how they were.');
  end if;
  for c in
    select x.*, f.id is not null as known, r.part is not null as exact, g.image as was, g.model_id as was_of
    from modelfolio_x.journal_changes x
      left join lateral (select f.id from modelfolio_x.facts f where f.entity = x.entity and f.id = x.entity_id and f.since < e.seq
        limit 1) f on true
      left join modelfolio_x.facts g on g.entity = x.entity and g.id = x.entity_id and g.until = e.seq
      left join modelfolio_x.journal_changes r on r.part = back and r.entity = x.entity and r.entity_id = x.entity_id
        and r.entity in ('models', 'moves', 'approvals') and r.before is not distinct from x.after and r.after is not distinct from x.before
    where x.part = e.part and x.entity in ('models', 'moves', 'approvals') and (x.entity <> 'models' or x.before is null or x.after is null)
      and case
        when x.before is null and x.entity <> 'models' and not exists (select from modelfolio_x.facts m where m.entity = 'models'
          and m.id = modelfolio_x.img(x.after)->>'model_id' and m.until is null) then true
        when r.part is not null then false
        when turns then true
        when x.before is null then f.id is not null
          or (x.entity = 'moves' and modelfolio_x.fold(modelfolio_x.img(x.after)->>'actor') <> me)
        else x.entity = 'moves' end
  loop
    i := modelfolio_x.img(c.after);
    if c.before is null and c.entity <> 'models' and not exists (select from modelfolio_x.facts m where m.entity = 'models'
      and m.id = i->>'model_id' and m.until is null) then
      perform modelfolio_x.refuse('This belongs to a model that is not there.');
    end if;
    if c.exact then continue; end if;
    if turns then perform modelfolio_x.refuse('This ' || e.kind || ' does something else than to turn back entry ' || e.ref_seq || '.'); end if;
    if c.before is null and c.known then
      perform modelfolio_x.refuse(case c.entity when 'models' then modelfolio_x.name_of(c.entity_id) || ' was' else 'A row was' end
        || ' here before, and comes back by an undo only.');
    end if;
    if c.entity <> 'moves' then continue; end if;
    if c.before is null then
      if modelfolio_x.fold(i->>'actor') <> me then
        perform modelfolio_x.refuse('A move is signed by whoever makes it: this one says “' || coalesce(i->>'actor', '')
          || '” and comes from ' || e.actor || '.');
      end if;
    elsif c.after is null then
      if c.was is not null and not exists (select from modelfolio_x.journal_changes m where m.part = e.part and (
          (m.entity = 'models' and m.after is null and m.entity_id = c.was_of)
          or (m.entity = 'imports' and m.entity_id = c.was->>'import_id'
            and (m.after is null or modelfolio_x.img(m.after)->>'undone' = '1')))) then
        perform modelfolio_x.refuse('A move is taken out by whoever made it, with Undo.');
      end if;
    elsif i ?| array['to_stage', 'actor', 'id', 'import_id'] then
      perform modelfolio_x.refuse('Where a model was moved to, and by whom, is not changed afterwards. Make another move.');
    end if;
  end loop;
end $$;

-- The tier for which an approval is asked stays asked when somebody lowers it who could not have approved.
create function modelfolio_x.weigh_tiers(e modelfolio_x.journal, back bigint, role int, me text, mask int) returns void language plpgsql as $$
begin
  insert into modelfolio_x.asked(model_id, tier, who, seq)
  select n.id, (w.image->>'tier')::int, e.actor, e.seq
  from modelfolio_x.facts n join modelfolio_x.facts w on w.entity = 'models' and w.id = n.id and w.until = e.seq
  where n.entity = 'models' and n.since = e.seq and n.id in (select c.entity_id from modelfolio_x.journal_changes c
      where c.part = e.part and c.entity = 'models' and c.before is not null and c.after is not null and modelfolio_x.img(c.after) ? 'tier')
    and (mask >> ((w.image->>'tier')::int - 1)) & 1 = 1
    and coalesce((mask >> ((n.image->>'tier')::int - 1)) & 1, 0) = 0
    and not (role >= 3 and not modelfolio_x.is_maker(n.id, me, e.seq))
    and not (e.kind = 'undo' and exists (select from modelfolio_x.journal j, modelfolio_x.journal_changes r where j.part = back
      and j.kind = 'do' and r.part = back and r.entity = 'models' and r.entity_id = n.id and r.before is not null and r.after is not null
      and modelfolio_x.img(r.before)->'tier' is not distinct from n.image->'tier'))
  on conflict (model_id) do nothing;
  if role >= 3 then
    delete from modelfolio_x.asked a using modelfolio_x.journal_changes c where c.part = e.part and c.entity = 'models'
      and c.entity_id = a.model_id and c.before is not null and c.after is not null and modelfolio_x.img(c.after) ? 'tier'
      and not modelfolio_x.is_maker(a.model_id, me, e.seq);
  end if;
end $$;

create function modelfolio_x.gates_of(settings text) returns int language sql immutable as $$
  select case when coalesce((g->>'tier1')::boolean, true) then 1 else 0 end + case when (g->>'tier2')::boolean then 2 else 0 end
    + case when (g->>'tier3')::boolean then 4 else 0 end from (select modelfolio_x.img(settings)->'approvalGates' as g) s $$;

-- The gate: what is in production after an entry and was not before it.
create function modelfolio_x.weigh_gates(e modelfolio_x.journal, role int, me text, mask int, hands text[]) returns void language plpgsql as $$
declare m record; s modelfolio_x.facts; began timestamptz; was modelfolio_x.facts; is_now modelfolio_x.facts; ask modelfolio_x.asked; tier int;
begin
  for m in
    with concerned as (
      select distinct f.model_id from modelfolio_x.journal_changes c join modelfolio_x.facts f on f.entity = 'moves' and f.id = c.entity_id
        and (f.since = e.seq or f.until = e.seq) where c.part = e.part and c.entity = 'moves'
    )
    select c.model_id as id, l.id as move, l.since, (l.image->>'ord')::float8 as ord from concerned c
      cross join lateral (select (modelfolio_x.model_at(c.model_id, e.seq)).id as was_there,
        (modelfolio_x.model_at(c.model_id, 9223372036854775807)).id as is_there) t
      cross join lateral (select x.* from modelfolio_x.moves_at(c.model_id, 9223372036854775807) x limit 1) l
    where t.was_there is not null and t.is_there is not null and modelfolio_x.in_production(l.image->>'to_stage')
  loop
    s := modelfolio_x.left_stage(m.id, e.seq);
    if modelfolio_x.in_production(s.image->>'to_stage') then continue; end if;
    was := modelfolio_x.model_at(m.id, e.seq);
    is_now := modelfolio_x.model_at(m.id, 9223372036854775807);
    ask := null;
    select * into ask from modelfolio_x.asked a where a.model_id = m.id;
    tier := null;
    select min(t) into tier from unnest(array[(was.image->>'tier')::int, (is_now.image->>'tier')::int]) t where (mask >> (t - 1)) & 1 = 1;
    if tier is null and ask.tier is null then continue; end if;
    -- Taking out what came later brings back what was there, if nothing else went in the meantime.
    if exists (select from (select min(f.since) as first from modelfolio_x.facts f where f.entity = 'moves' and f.model_id = m.id
        and f.until = e.seq and not exists (select from modelfolio_x.facts n where n.entity = 'moves' and n.id = f.id and n.since = e.seq)) r
      where m.since < r.first and not exists (select from modelfolio_x.facts g where g.entity = 'moves' and g.model_id = m.id
        and g.until > r.first and g.until < e.seq and (g.image->>'ord')::float8 > m.ord
        and not exists (select from modelfolio_x.facts n where n.entity = 'moves' and n.id = g.id and n.since = g.until)))
    then continue; end if;
    -- An import or a merge that an approver vouches for, who might have approved.
    if role >= 3 and not m.id = any (hands) and (
      exists (select from modelfolio_x.journal_changes c where c.part = e.part and c.entity = 'merged_models' and c.before is null
        and modelfolio_x.img(c.after)->>'into_id' = m.id)
      or not exists (select from modelfolio_x.facts f where f.entity = 'moves' and f.model_id = m.id and f.since = e.seq and f.first = e.seq
        and not exists (select from modelfolio_x.journal_changes c where c.part = e.part and c.entity = 'imports' and c.before is null
          and c.entity_id = f.image->>'import_id')))
    then continue; end if;
    began := null;
    select modelfolio_x.instant(x.image->>'at') into began from modelfolio_x.moves_at(m.id, e.seq) x
      where (x.image->>'ord')::float8 <= (s.image->>'ord')::float8 and x.image->>'at' is not null limit 1;
    if exists (select from modelfolio_x.facts a where a.entity = 'approvals' and a.model_id = m.id and a.until is null and a.origin = m.id
        and (began is null or modelfolio_x.instant(a.image->>'at') >= began) and (s.id is null or s.adopted or a.entered >= s.entered)
        and not modelfolio_x.is_maker(m.id, modelfolio_x.fold(a.image->>'approved_by'), e.seq)) then continue; end if;
    perform modelfolio_x.refuse(modelfolio_x.name_of(m.id) || ' does not go into production without an approval by an approver who had no hand in it since it entered its stage'
      || case when exists (select from modelfolio_x.facts a where a.entity = 'approvals' and a.model_id = m.id and a.until is null
          and a.entered < s.entered) then '; one that was recorded before the move into that stage was, counts no more' else '' end
      || case when tier is null then ': it was tier ' || ask.tier || ' until ' || ask.who || ' lowered it, who is no approver of it. Let an approver set the tier, or approve.'
        else ' (tier ' || tier || ').' end);
  end loop;
end $$;
`;
