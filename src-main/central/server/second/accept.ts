/** `accept` of the first step in its parts, so that a large entry is weighed in front of the lock and small ones as before. */
export const ACCEPT = String.raw`
create function modelfolio_x.check_entry(e modelfolio_x.journal, adopted boolean) returns int language plpgsql as $$
declare ref modelfolio_x.journal; signs text;
begin
  if e.seq is null or e.at !~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$' or e.kind is null or e.kind not in ('do', 'undo', 'redo')
    or e.channel is null or e.label is null or e.actor is null or e.changes is null
    or (e.kind = 'do') <> (e.ref_seq is null) or e.ref_seq >= e.seq then
    perform modelfolio_x.invalid('This is no entry of a journal.');
  end if;
  if length(e.label) > 100000 or length(e.actor) > 1000 or length(e.channel) > 200 then
    perform modelfolio_x.invalid('The words of this entry are too long.');
  end if;
  select m.name into signs from modelfolio_x.members m where m.db_user = session_user;
  if not adopted and e.actor is distinct from signs then
    perform modelfolio_x.refuse('Entries are signed with the name of the login: ' || session_user || ' signs as “'
      || coalesce(signs, '') || '”, not as “' || e.actor || '”.');
  end if;
  if e.kind <> 'do' then
    select * into ref from modelfolio_x.journal j where j.seq = e.ref_seq;
    if ref.seq is null then perform modelfolio_x.invalid('There is no entry ' || e.ref_seq || ' to turn back.'); end if;
    if not adopted and modelfolio_x.fold(ref.actor) <> modelfolio_x.fold(e.actor) then
      perform modelfolio_x.refuse('Everybody turns back what he did himself: entry ' || ref.seq || ' is of ' || ref.actor || '.');
    end if;
  end if;
  return modelfolio_x.role_of(session_user);
end $$;

create function modelfolio_x.must_know(entity text) returns void language plpgsql as $$
begin
  if entity is not null then perform modelfolio_x.invalid('A shared portfolio of this format has no “' || entity || '”.'); end if;
end $$;

-- The gates before and after an entry that says something of the portfolio.
create function modelfolio_x.weigh_portfolio(e modelfolio_x.journal, adopted boolean, r int, out mask int, out fresh int) language plpgsql as $$
declare c record;
begin
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
  if fresh <> mask then update modelfolio_x.gates set mask = weigh_portfolio.fresh; end if;
end $$;

-- Nothing of what is there already is touched, and no model moves that was there before.
create function modelfolio_x.brings_only(p bigint) returns boolean language sql stable as $$
  select not exists (select from modelfolio_x.journal_changes x where x.part = $1
      and (x.entity = 'approvals' or (x.entity in ('models', 'moves') and x.before is not null)))
    -- As a set, whatever the planner thinks of a part that it has no statistics of.
    and not exists (select modelfolio_x.img(x.after)->>'model_id' from modelfolio_x.journal_changes x
        where x.part = $1 and x.entity = 'moves'
      except select m.entity_id from modelfolio_x.journal_changes m where m.part = $1 and m.entity = 'models') $$;

-- The rules, for an entry whose changes lie under its part.
create function modelfolio_x.weigh_entry(e modelfolio_x.journal, adopted boolean, r int, is_new boolean) returns void language plpgsql as $$
declare me text := modelfolio_x.fold(e.actor); g record; hands text[]; back bigint;
begin
  if not exists (select from modelfolio_x.journal_changes x where x.part = e.part and x.entity in ('models', 'moves', 'approvals', 'portfolio')) then
    return;
  end if;
  select * into g from modelfolio_x.weigh_portfolio(e, adopted, r);
  if is_new then
    perform modelfolio_x.read_new_facts(e.seq, e.part, adopted);
    if not adopted then perform modelfolio_x.weigh_new_rows(e, me); end if;
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
end $$;

create function modelfolio_x.record_entry(e modelfolio_x.journal) returns void language plpgsql as $$
begin
  insert into modelfolio_x.journal select (e).*;
  update modelfolio_x.head set seq = e.seq, hash = e.hash;
  if not e.adopted then update modelfolio_x.members m set last_entry_at = e.at where m.db_user = session_user; end if;
  perform pg_catalog.pg_notify('modelfolio_x', 'e' || e.seq);
end $$;

create or replace function modelfolio_x.accept(e modelfolio_x.journal, adopted boolean) returns void language plpgsql as $$
declare n bigint; low int; high int; digest text; r int;
begin
  r := modelfolio_x.check_entry(e, adopted);
  -- In the order of their key, which saves sorting hundreds of megabytes; the hash shows whether it was kept.
  select encode(sha256(coalesce(string_agg(o.line, ''), '')), 'hex'), count(*), min(o.ord), max(o.ord) into digest, n, low, high
    from (select modelfolio_x.change_line(e.seq, x) as line, x.ord from modelfolio_x.journal_changes x where x.part = e.part
      order by x.part, x.ord) o;
  if n <> e.changes or (n > 0 and (low <> 0 or high <> n - 1)) or modelfolio_x.entry_hash(e, digest) is distinct from e.hash then
    perform modelfolio_x.invalid('The hash of entry ' || e.seq || ' does not fit what it says.');
  end if;
  perform modelfolio_x.must_know((select x.entity from modelfolio_x.journal_changes x
    where x.part = e.part and x.entity <> all ((select p.entities from modelfolio_x.portfolio p)::text[]) limit 1));
  perform modelfolio_x.draw(e.part, 0, e.changes);
  perform modelfolio_x.weigh_entry(e, adopted, r, e.kind = 'do' and modelfolio_x.brings_only(e.part));
  perform modelfolio_x.record_entry(e);
end $$;
`;
