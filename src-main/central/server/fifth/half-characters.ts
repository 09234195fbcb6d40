/**
 * Journals of before texts were kept whole hold halves of characters: in the images of rows as JSON writes them, which are kept as they
 * are and read as every program reads them, with the sign for what cannot be read; and in what entries were hashed with, of which
 * label and actor have kept the sign: one such sign is tried as every half there is, as `store/journal/verify.ts` does.
 */
export const HALF_CHARACTERS = String.raw`
-- A whole pair stays one, and a backslash that is itself written with one begins nothing: what is replaced is what stands alone.
create or replace function modelfolio_x.lenient(t text) returns jsonb language plpgsql immutable as $$
begin return t::jsonb;
exception when others then
  return regexp_replace(regexp_replace(t,
    '(?<!\\)((?:\\\\)*)\\u(?:[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F][0-9a-fA-F]{2})|0000)', '\1\\ufffd', 'g'),
    '(?<!\\)(?<!\\u[dD][89abAB][0-9a-fA-F]{2})((?:\\\\)*)\\u[dD][c-fC-F][0-9a-fA-F]{2}', '\1\\ufffd', 'g')::jsonb;
end $$;

create function modelfolio_x.entry_hash_of(e modelfolio_x.journal, digest text, actor text, label text) returns text language sql stable as $$
  select encode(sha256(convert_to('[' || e.seq || ',' || modelfolio_x.js(e.at) || ',' || actor || ','
    || modelfolio_x.js(e.kind) || ',' || modelfolio_x.js(e.channel) || ',' || label || ','
    || modelfolio_x.jn(e.ref_seq) || ',' || modelfolio_x.jn(e.undo_prev) || ',' || modelfolio_x.jn(e.undo_top) || ','
    || modelfolio_x.jn(e.redo_prev) || ',' || modelfolio_x.jn(e.redo_top) || ',' || e.changes || ','
    || modelfolio_x.js(digest) || ',' || modelfolio_x.js(e.prev_hash) || ']', 'UTF8')), 'hex') $$;
create function modelfolio_x.with_half(t text, half int) returns text language sql stable as $$
  select overlay(modelfolio_x.js(t) placing '\u' || to_hex(half) from position(chr(65533) in modelfolio_x.js(t)) for 1) $$;
create or replace function modelfolio_x.entry_hash(e modelfolio_x.journal, digest text) returns text language plpgsql stable as $$
declare plain text := modelfolio_x.entry_hash_of(e, digest, modelfolio_x.js(e.actor), modelfolio_x.js(e.label)); tried text;
begin
  -- Nobody signs such a thing any more: only what was signed before a portfolio was shared.
  if e.hash is null or plain = e.hash or e.adopted is not true then return plain; end if;
  if length(e.label) - length(replace(e.label, chr(65533), '')) = 1 then
    for half in 55296..57343 loop
      tried := modelfolio_x.entry_hash_of(e, digest, modelfolio_x.js(e.actor), modelfolio_x.with_half(e.label, half));
      if tried = e.hash then return tried; end if;
    end loop;
  end if;
  if length(e.actor) - length(replace(e.actor, chr(65533), '')) = 1 then
    for half in 55296..57343 loop
      tried := modelfolio_x.entry_hash_of(e, digest, modelfolio_x.with_half(e.actor, half), modelfolio_x.js(e.label));
      if tried = e.hash then return tried; end if;
    end loop;
  end if;
  return plain;
end $$;
revoke all on all functions in schema modelfolio_x from public;
`;
