/**
 * The texts that `store/journal/journal-chain.ts` hashes, made by the database: what `to_json` gives for a text is what `JSON.stringify`
 * gives. `fold` makes of a name what `domain/base/person-name.ts` makes of it.
 */
export const CHAIN = String.raw`
create function modelfolio_x.refuse(sentence text) returns void language plpgsql as $$
begin raise exception using errcode = 'MF403', message = sentence; end $$;
create function modelfolio_x.invalid(sentence text) returns void language plpgsql as $$
begin raise exception using errcode = 'MF400', message = sentence; end $$;
create function modelfolio_x.js(t text) returns text language sql stable parallel safe as
  $$ select coalesce(pg_catalog.to_json(t)::text, 'null') $$;
create function modelfolio_x.jn(n bigint) returns text language sql immutable parallel safe as
  $$ select coalesce(n::text, 'null') $$;
create function modelfolio_x.change_line(seq bigint, c modelfolio_x.journal_changes) returns bytea language sql stable as $$
  select convert_to('[' || seq || ',' || c.ord || ',' || modelfolio_x.js(c.entity) || ',' || modelfolio_x.js(c.entity_id) || ','
    || modelfolio_x.js(c.model_id) || ',' || modelfolio_x.js(c.before) || ',' || modelfolio_x.js(c.after) || ']' || chr(10), 'UTF8') $$;
create function modelfolio_x.entry_hash(e modelfolio_x.journal, digest text) returns text language sql stable as $$
  select encode(sha256(convert_to('[' || e.seq || ',' || modelfolio_x.js(e.at) || ',' || modelfolio_x.js(e.actor) || ','
    || modelfolio_x.js(e.kind) || ',' || modelfolio_x.js(e.channel) || ',' || modelfolio_x.js(e.label) || ','
    || modelfolio_x.jn(e.ref_seq) || ',' || modelfolio_x.jn(e.undo_prev) || ',' || modelfolio_x.jn(e.undo_top) || ','
    || modelfolio_x.jn(e.redo_prev) || ',' || modelfolio_x.jn(e.redo_top) || ',' || e.changes || ','
    || modelfolio_x.js(digest) || ',' || modelfolio_x.js(e.prev_hash) || ']', 'UTF8')), 'hex') $$;
-- Letters beyond ASCII are only folded where the database knows them: the collation of ICU does in every one that has it.
do $do$ begin
  execute format($f$create function modelfolio_x.fold(name text) returns text language sql immutable as
    $$ select lower(regexp_replace(btrim(regexp_replace(coalesce(name, ''), '[\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+', ' ', 'g')), ' +', ' ', 'g') %s) $$ $f$,
    case when exists (select from pg_catalog.pg_collation where collname = 'und-x-icu') then 'collate pg_catalog."und-x-icu"' else '' end);
end $do$;
-- An image of a row. Journals of before texts were kept whole hold halves of characters, which no jsonb takes.
create function modelfolio_x.lenient(t text) returns jsonb language plpgsql immutable as $$
begin return t::jsonb;
exception when others then return regexp_replace(t, '\\u([dD][89aAbBcCdDeEfF]..|0000)', '?', 'g')::jsonb;
end $$;
create function modelfolio_x.img(t text) returns jsonb language sql immutable as
  $$ select case when position('\u' in t) = 0 then t::jsonb else modelfolio_x.lenient(t) end $$;
create function modelfolio_x.instant(t text) returns timestamptz language plpgsql stable as $$
begin return case when t ~ '^\d{4}-\d\d-\d\d$' then (t || 'T23:59:59.999Z')::timestamptz else t::timestamptz end;
exception when others then return null;
end $$;
`;
