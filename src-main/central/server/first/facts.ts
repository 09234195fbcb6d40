/**
 * Reads an entry into `facts`: versions of models, moves and approvals with what the rules need of them. A version holds from the entry
 * `since` up to the entry `until`, so that what was there before an entry can be asked after it was read.
 */
export const FACTS = `
-- What the rules need of a whole row; what an image leaves out is empty.
create function modelfolio_x.slim(entity text, whole text) returns jsonb language sql stable as $$
  select jsonb_strip_nulls(case $1
    when 'models' then jsonb_build_object('name', i->'name', 'tier', i->'tier', 'developer', i->'developer',
      'technical_owner', i->'technical_owner')
    when 'moves' then jsonb_build_object('model_id', i->'model_id', 'ord', i->'ord', 'to_stage', i->'to_stage', 'at', i->'at',
      'actor', i->'actor', 'import_id', i->'import_id')
    else jsonb_build_object('model_id', i->'model_id', 'approved_by', i->'approved_by', 'at', i->'at',
      'recorded_by', i->'recorded_by') end) from (select modelfolio_x.img($2) as i offset 0) parsed $$;
create function modelfolio_x.part_of(entity text, i jsonb) returns jsonb language sql stable as $$
  select coalesce(jsonb_object_agg(k.key, k.value), '{}') from jsonb_each($2) k where k.value <> 'null' and k.key = any (case $1
    when 'models' then array['name', 'tier', 'developer', 'technical_owner']
    when 'moves' then array['model_id', 'ord', 'to_stage', 'at', 'actor', 'import_id']
    else array['model_id', 'approved_by', 'at', 'recorded_by'] end) $$;
create function modelfolio_x.stated(column_name text) returns boolean language sql immutable as $$
  select column_name <> all (array['stage', 'stage_since', 'stage_since_precision', 'first_development_at', 'first_deployed_at',
    'first_deployed_precision', 'time_to_production_days', 'version', 'version_since', 'version_since_precision', 'last_move_at',
    'last_approval_at', 'review_due', 'next_review', 'updated_at', 'search_text', 'health', 'monitoring_known']) $$;

-- Whether an image says something that rules ask.
create function modelfolio_x.is_asked(i jsonb) returns boolean language sql immutable as $$
  select coalesce(i ?| array['name', 'tier', 'developer', 'technical_owner', 'model_id', 'ord', 'to_stage', 'at', 'actor', 'import_id',
    'approved_by', 'recorded_by'], false) $$;

create function modelfolio_x.read_facts(e_seq bigint, p bigint, adopted boolean) returns void language plpgsql as $$
begin
  update modelfolio_x.facts f set until = e_seq from modelfolio_x.journal_changes c
    where c.part = p and c.entity in ('models', 'moves', 'approvals') and c.before is not null
      and (c.after is null or modelfolio_x.is_asked(modelfolio_x.img(c.after)))
      and f.entity = c.entity and f.id = c.entity_id and f.until is null;
  insert into modelfolio_x.facts(entity, id, since, until, model_id, image, first, origin, entered, adopted)
  with needed as (
    select x.*, count(*) over w as times, bool_or(x.born) over w as any_born, row_number() over (w order by x.ord desc) as back
    from (select c.entity, c.entity_id, c.ord, c.before is null as born, c.after is null as gone,
        case when c.after is null then null when c.before is null then modelfolio_x.slim(c.entity, c.after)
          else modelfolio_x.img(c.after) end as image
      from modelfolio_x.journal_changes c where c.part = p and c.entity in ('models', 'moves', 'approvals')) x
    where x.born or x.gone or modelfolio_x.is_asked(x.image)
    window w as (partition by x.entity, x.entity_id)
  ), folded as (
    select entity, entity_id as id, any_born as born, image as patch from needed where times = 1 and not gone
    union all
    select n.entity, n.entity_id, bool_or(n.any_born), jsonb_object_agg(k.key, k.value order by n.ord)
    from needed n cross join lateral jsonb_each(n.image) k where n.times > 1 group by n.entity, n.entity_id
    having not (select l.gone from needed l where l.entity = n.entity and l.entity_id = n.entity_id and l.back = 1)
  )
  select f.entity, f.id, e_seq, null, m.model_id, m.image, coalesce(b.first, e_seq), coalesce(b.origin, m.model_id),
    case when w.id is not null and not m.moved then w.entered
      when w.id is null and b.first is not null and f.entity <> 'moves' then b.entered else e_seq end,
    $3 or (w.id is not null and w.adopted and not m.moved)
  from folded f
    left join modelfolio_x.facts w on w.entity = f.entity and w.id = f.id and w.until = e_seq and not f.born
    left join lateral (select v.first, v.origin, v.entered from modelfolio_x.facts v
      where v.entity = f.entity and v.id = f.id order by v.since desc limit 1) b on true
    cross join lateral (select case when f.born then '{}'::jsonb else w.image end || modelfolio_x.part_of(f.entity, f.patch)
      || case when f.entity = 'models' and f.patch ? 'tier' then jsonb_build_object('tier', f.patch->'tier') else '{}' end
      || case when f.entity = 'moves' and f.patch ? 'at' then jsonb_build_object('at', f.patch->'at') else '{}' end as image) i
    cross join lateral (select i.image, case f.entity when 'models' then f.id else i.image->>'model_id' end as model_id,
      f.patch ?| array['to_stage', 'model_id', 'at', 'approved_by'] as moved) m
  where m.model_id is not null and (f.born or w.id is not null);
end $$;

-- The same for an entry of which every row is new, as that of a large import mostly is.
create function modelfolio_x.read_new_facts(e_seq bigint, p bigint, adopted boolean) returns void language sql as $$
  insert into modelfolio_x.facts(entity, id, since, until, model_id, image, first, origin, entered, adopted)
  select n.entity, n.id, $1, null, m.id, n.image, $1, m.id, $1, $3
  from (select c.entity, c.entity_id as id, modelfolio_x.slim(c.entity, c.after) as image from modelfolio_x.journal_changes c
      where c.part = $2 and c.entity in ('models', 'moves') offset 0) n
    cross join lateral (select case n.entity when 'models' then n.id else n.image->>'model_id' end as id) m $$;

-- What is wrong with such rows: they were here before, belong to nothing that comes along, or are signed by another.
create function modelfolio_x.weigh_new_rows(e modelfolio_x.journal, me text) returns void language plpgsql as $$
declare wrong text;
begin
  select case when n.known then case n.entity when 'models' then modelfolio_x.name_of(n.id) || ' was' else 'A row was' end
      || ' here before, and comes back by an undo only.'
    else 'A move is signed by whoever makes it: this one says “' || coalesce(n.actor, '') || '” and comes from ' || e.actor || '.' end
    into wrong
  from (select f.entity, f.id, f.image->>'actor' as actor, exists (select from modelfolio_x.facts g where g.entity = f.entity
      and g.id = f.id and g.since < e.seq) as known
    from modelfolio_x.journal_changes c join modelfolio_x.facts f on f.entity = c.entity and f.id = c.entity_id and f.since = e.seq
    where c.part = e.part and c.entity in ('models', 'moves')) n
  where n.known or (n.entity = 'moves' and modelfolio_x.fold(n.actor) <> me) limit 1;
  if wrong is not null then perform modelfolio_x.refuse(wrong); end if;
end $$;

-- Whether what changes say of the rows before them is what was there: an undo goes by it.
create function modelfolio_x.false_before(e_seq bigint, p bigint) returns boolean language sql stable as $$
  with steps as (
    select x.*, bool_or(x.before is not null and (x.gone or modelfolio_x.is_asked(x.before) or modelfolio_x.is_asked(x.after)))
      over (partition by x.entity, x.entity_id) as asked
    from (select c.entity, c.entity_id, c.ord, c.before is null as born, c.after is null as gone, modelfolio_x.img(c.before) as before,
        case when c.before is null then null else modelfolio_x.img(c.after) end as after, c.after as text
      from modelfolio_x.journal_changes c where c.part = $2 and c.entity in ('models', 'moves', 'approvals')) x
  ), told as (
    select s.entity, s.entity_id, s.ord, s.born, s.gone, k.name, coalesce(s.before ? k.name, false) as tells,
      case when s.born then true else coalesce(s.after ? k.name, false) end as sets, nullif(s.before->>k.name, '') as before,
      nullif(case when s.born then modelfolio_x.img(s.text) else s.after end->>k.name, '') as after,
      nullif(f.image->>k.name, '') as first, f.id is not null as there
    from steps s cross join lateral unnest(case s.entity when 'models' then array['tier', 'developer', 'technical_owner']
        when 'moves' then array['model_id', 'ord', 'to_stage', 'at', 'actor', 'import_id']
        else array['model_id', 'approved_by', 'at', 'recorded_by'] end) k(name)
      left join lateral (select f.id, f.image from modelfolio_x.facts f where f.entity = s.entity and f.id = s.entity_id
        and f.since < $1 and (f.until is null or f.until >= $1) limit 1) f on true
    where s.asked and (s.born or s.gone or s.before ? k.name or s.after ? k.name)
  ), held as (
    select t.*, lag(t.gone, 1, not t.there) over w as absent,
      case when lag(t.ord) over w is null then t.first else lag(t.after) over w end as held
    from told t window w as (partition by t.entity, t.entity_id, t.name order by t.ord)
  )
  select exists (select from held h where case when h.born then not h.absent
    else h.absent or (h.sets <> h.tells and not h.gone) or h.before is distinct from h.held end) $$;

-- Who had a hand in a model: what he stated of it, or where he moved it.
create function modelfolio_x.note_makers(e_seq bigint, p bigint, who text, moves boolean) returns void language sql as $$
  insert into modelfolio_x.made(model_id, who, seq)
  select distinct x.model_id, $3, $1 from (
    select c.entity_id as model_id from modelfolio_x.journal_changes c where not $4 and c.part = $2 and c.entity = 'models'
      and (c.before is null or (c.after is not null
        and exists (select from jsonb_object_keys(modelfolio_x.img(c.after)) k where modelfolio_x.stated(k))))
    union
    select f.model_id from modelfolio_x.journal_changes c join modelfolio_x.facts f on f.entity = 'moves' and f.id = c.entity_id
      and (f.since = $1 or f.until = $1) where $4 and c.part = $2 and c.entity = 'moves') x
  on conflict (model_id, who) do update set seq = excluded.seq $$;
`;
