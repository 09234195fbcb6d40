/** A copy that everybody who joins begins with is left by those who vouch for others' work anyway. */
export const SNAPSHOTS = `
create or replace function modelfolio_x.snapshot_begin(at_seq bigint, at_hash text, digest text, size bigint) returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare p bigint;
begin
  perform modelfolio_x.must_be(3);
  if not exists (select from modelfolio_x.journal j where j.seq = at_seq and j.hash = at_hash) then
    perform modelfolio_x.refuse('The shared portfolio has no such entry ' || at_seq || '; no snapshot of it is kept.');
  end if;
  if digest is null or size is null or digest !~ '^[0-9a-f]{64}$' or size not between 1 and 100000000000 then
    perform modelfolio_x.invalid('This is no snapshot.');
  end if;
  delete from modelfolio_x.pieces x using modelfolio_x.snapshots s where x.part = s.part and not s.complete
    and (s.left_at < now() - interval '1 day' or s.db_user = session_user);
  delete from modelfolio_x.snapshots s where not s.complete and (s.left_at < now() - interval '1 day' or s.db_user = session_user);
  insert into modelfolio_x.snapshots(part, seq, hash, parts, bytes, sha256, db_user)
    values (nextval('modelfolio_x.parts'), at_seq, at_hash, 0, size, digest, session_user) returning part into p;
  return p;
end $$;
create or replace function modelfolio_x.snapshot_piece(snapshot bigint, no int, data bytea) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform modelfolio_x.must_be(3);
  if data is null or length(data) > 16777216 then perform modelfolio_x.invalid('A piece has at most 16 MB.'); end if;
  update modelfolio_x.snapshots s set parts = s.parts + 1 where s.part = snapshot and not s.complete and s.db_user = session_user and s.parts = no;
  if not found then perform modelfolio_x.invalid('There is no such snapshot of yours.'); end if;
  insert into modelfolio_x.pieces values (snapshot, no, data);
end $$;
create or replace function modelfolio_x.snapshot_end(snapshot bigint) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform modelfolio_x.must_be(3);
  update modelfolio_x.snapshots s set complete = true where s.part = snapshot and not s.complete and s.db_user = session_user and s.parts > 0;
  if not found then perform modelfolio_x.invalid('There is no such snapshot of yours.'); end if;
  delete from modelfolio_x.pieces x where x.part in (select s.part from modelfolio_x.snapshots s where s.complete order by s.seq desc, s.part desc offset 2);
  delete from modelfolio_x.snapshots x where x.part in (select s.part from modelfolio_x.snapshots s where s.complete order by s.seq desc, s.part desc offset 2);
end $$;
revoke all on all functions in schema modelfolio_x from public;
`;
