/**
 * When an entry says that it was made: an instant that there is, and one that may have been. Clocks of members are hours off, and what
 * was done without the server waits for days; entries of before a portfolio was shared keep their times.
 */
export const TIMES = String.raw`
create function modelfolio_x.check_time(at text) returns void language plpgsql stable as $$
declare made timestamptz := modelfolio_x.instant(at);
begin
  if made is null or to_char(made at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS') <> left(at, 19) then
    perform modelfolio_x.invalid('This entry has a time that does not exist: ' || at || '.');
  end if;
  if made < '2000-01-01T00:00:00Z' or made > clock_timestamp() + interval '2 days' then
    perform modelfolio_x.refuse('This entry says that it was made on ' || left(at, 10) || ', and the clock of the server says '
      || to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD') || '. Set the clock of the one that is wrong.');
  end if;
end $$;

create or replace function modelfolio_x.check_entry(e modelfolio_x.journal, adopted boolean) returns int language plpgsql as $$
declare ref modelfolio_x.journal; signs text;
begin
  if e.seq is null or e.at is null or e.at !~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$' or e.kind is null or e.kind not in ('do', 'undo', 'redo')
    or e.channel is null or e.label is null or e.actor is null or e.changes is null
    or (e.kind = 'do') <> (e.ref_seq is null) or e.ref_seq >= e.seq then
    perform modelfolio_x.invalid('This is no entry of a journal.');
  end if;
  if length(e.label) > 100000 or length(e.actor) > 1000 or length(e.channel) > 200 then
    perform modelfolio_x.invalid('The words of this entry are too long.');
  end if;
  if not adopted then perform modelfolio_x.check_time(e.at); end if;
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
`;
