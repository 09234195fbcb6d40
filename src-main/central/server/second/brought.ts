/** Rows that large entries brought in, on their way to `facts`. */
export const BROUGHT = `
-- The models that changes of a part concern: whatever was brought in of them becomes facts, as if it had been read with its entry.
create function modelfolio_x.concerned(p bigint, low int, high int) returns setof text language sql stable as $$
  with c as (
    select x.entity, x.entity_id, x.model_id, case when x.entity <> 'models' then modelfolio_x.img(x.before)->>'model_id' end as from_model,
      case when x.entity <> 'models' then modelfolio_x.img(x.after)->>'model_id' end as to_model
    from modelfolio_x.journal_changes x where x.part = $1 and x.ord between $2 and $3 and x.entity in ('models', 'moves', 'approvals')
  )
  select c.entity_id from c where c.entity = 'models'
  union select c.model_id from c where c.model_id is not null
  union select c.from_model from c where c.from_model is not null
  union select c.to_model from c where c.to_model is not null
  union select b.model_id from c join modelfolio_x.brought b on b.entity = c.entity and b.id = c.entity_id $$;
create function modelfolio_x.draw(p bigint, low int, high int) returns void language plpgsql as $$
begin
  if not exists (select from modelfolio_x.brought) then return; end if;
  with drawn as (
    delete from modelfolio_x.brought b using modelfolio_x.concerned(p, low, high) k(id), modelfolio_x.journal j
      where b.model_id = k.id and j.part = b.part returning b.entity, b.id, b.model_id, b.image, j.seq, j.adopted, j.actor
  ), noted as (
    insert into modelfolio_x.made(model_id, who, seq) select d.id, modelfolio_x.fold(d.actor), d.seq from drawn d where d.entity = 'models'
      on conflict do nothing
  )
  insert into modelfolio_x.facts(entity, id, since, until, model_id, image, first, origin, entered, adopted)
    select d.entity, d.id, d.seq, null, d.model_id, d.image, d.seq, d.model_id, d.seq, d.adopted from drawn d;
end $$;

-- Lays down what a part brings in of which every row is new, and weighs it by what is there now.
create function modelfolio_x.bring(p bigint, weigh boolean, signed text) returns void language plpgsql as $$
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
  select case b.entity when 'models' then '“' || (b.image->>'name') || '”' else '' end into wrong from modelfolio_x.brought b where b.part = p
    and (exists (select from modelfolio_x.facts f where f.entity = b.entity and f.id = b.id)
      or exists (select from modelfolio_x.brought o join modelfolio_x.journal j on j.part = o.part where o.entity = b.entity and o.id = b.id and o.part <> p))
    limit 1;
  if found then perform modelfolio_x.was_here(wrong); end if;
exception when unique_violation then perform modelfolio_x.invalid('This entry brings a row in twice.');
end $$;
create function modelfolio_x.was_here(name text) returns void language plpgsql as $$
begin perform modelfolio_x.refuse(coalesce(nullif(name, ''), 'A row') || ' was here before, and comes back by an undo only.'); end $$;
`;
