/**
 * What was brought in is looked up row by row from the few that ask for it, and never the other way round: where statistics are those of
 * a table that was empty a moment ago, the planner would go through all that a large import brought in for each of them. `offset 0`
 * keeps the order in which it is written.
 */
export const PLANS_THAT_HOLD = `
create or replace function modelfolio_x.concerned(p bigint, low int, high int) returns setof text language sql stable as $$
  with c as materialized (
    select x.entity, x.entity_id, x.model_id, case when x.entity <> 'models' then modelfolio_x.img(x.before)->>'model_id' end as from_model,
      case when x.entity <> 'models' then modelfolio_x.img(x.after)->>'model_id' end as to_model
    from modelfolio_x.journal_changes x where x.part = $1 and x.ord between $2 and $3 and x.entity in ('models', 'moves', 'approvals')
  )
  select c.entity_id from c where c.entity = 'models'
  union select c.model_id from c where c.model_id is not null
  union select c.from_model from c where c.from_model is not null
  union select c.to_model from c where c.to_model is not null
  union select b.model_id from c cross join lateral (select x.model_id from modelfolio_x.brought x
    where x.entity = c.entity and x.id = c.entity_id offset 0) b $$;

create or replace function modelfolio_x.draw(p bigint, low int, high int) returns void language plpgsql as $$
begin
  if not exists (select from modelfolio_x.brought) then return; end if;
  with asked as materialized (
    select b.part, b.entity, b.id, j.seq, j.adopted, j.actor from modelfolio_x.concerned(p, low, high) k(id)
      cross join lateral (select x.part, x.entity, x.id from modelfolio_x.brought x where x.model_id = k.id offset 0) b
      cross join lateral (select y.seq, y.adopted, y.actor from modelfolio_x.journal y where y.part = b.part offset 0) j
  ), drawn as (
    delete from modelfolio_x.brought b using asked a where b.entity = a.entity and b.id = a.id and b.part = a.part
      returning b.entity, b.id, b.model_id, b.image, a.seq, a.adopted, a.actor
  ), noted as (
    insert into modelfolio_x.made(model_id, who, seq) select d.id, modelfolio_x.fold(d.actor), d.seq from drawn d where d.entity = 'models'
      on conflict do nothing
  )
  insert into modelfolio_x.facts(entity, id, since, until, model_id, image, first, origin, entered, adopted)
    select d.entity, d.id, d.seq, null, d.model_id, d.image, d.seq, d.model_id, d.seq, d.adopted from drawn d;
end $$;

create or replace function modelfolio_x.bring(p bigint, weigh boolean, signed text) returns void language plpgsql as $$
declare wrong text; me text := modelfolio_x.fold(signed);
begin
  insert into modelfolio_x.brought(part, entity, id, model_id, image)
    select p, n.entity, n.id, case n.entity when 'models' then n.id else n.image->>'model_id' end, n.image
    from (select c.entity, c.entity_id as id, modelfolio_x.slim(c.entity, c.after) as image from modelfolio_x.journal_changes c
      where c.part = p and c.entity in ('models', 'moves') offset 0) n;
  if not weigh then return; end if;
  select a.actor into wrong from (select distinct b.image->>'actor' as actor from modelfolio_x.brought b where b.part = p and b.entity = 'moves') a
    where modelfolio_x.fold(a.actor) <> me limit 1;
  if found then
    perform modelfolio_x.refuse('A move is signed by whoever makes it: this one says “' || coalesce(wrong, '') || '” and comes from ' || signed || '.');
  end if;
  select case b.entity when 'models' then '“' || (b.image->>'name') || '”' else '' end into wrong
    from (select x.entity, x.id, x.image from modelfolio_x.brought x where x.part = p offset 0) b
    cross join lateral (
      select from modelfolio_x.facts f where f.entity = b.entity and f.id = b.id
      union all
      select from (select x.part from modelfolio_x.brought x where x.entity = b.entity and x.id = b.id and x.part <> p offset 0) o
        cross join lateral (select from modelfolio_x.journal y where y.part = o.part offset 0) j
      limit 1) known limit 1;
  if found then perform modelfolio_x.was_here(wrong); end if;
exception when unique_violation then perform modelfolio_x.invalid('This entry brings a row in twice.');
end $$;

create or replace function modelfolio_x.weigh_brought(e modelfolio_x.journal, s modelfolio_x.staged_changes) returns void language plpgsql as $$
declare wrong text; j record;
begin
  if s.weighed_at is null or s.actor is distinct from e.actor or e.kind <> 'do' then
    perform modelfolio_x.invalid('This entry was weighed as another one. Begin it anew.');
  end if;
  for j in select x.part from modelfolio_x.journal x where x.seq > s.weighed_at loop
    select case c.entity when 'models' then '“' || b.name || '”' else '' end into wrong
      from (select x.entity, x.entity_id from modelfolio_x.journal_changes x
        where x.part = j.part and x.entity in ('models', 'moves') and x.before is null offset 0) c
      cross join lateral (select y.image->>'name' as name from modelfolio_x.brought y
        where y.part = e.part and y.entity = c.entity and y.id = c.entity_id offset 0) b limit 1;
    if found then perform modelfolio_x.was_here(wrong); end if;
  end loop;
end $$;
`;
