/**
 * Images of rows are what every program reads in the same way: `jsonb` tells `TIER` from `tier`, the columns of SQLite do not, and what
 * stands between two tokens is kept by one and dropped by the other. Entries of before a portfolio was shared are as they are.
 */
export const IMAGES = String.raw`
create function modelfolio_x.check_images(changes json) returns void language plpgsql stable as $$
declare strange text;
begin
  if exists (select from json_to_recordset(changes) as c(before text, after text)
    where c.before ~ '[\u0001-\u001f]' or c.after ~ '[\u0001-\u001f]') then
    perform modelfolio_x.invalid('A change is a row before and after, as JSON that was written without line ends.');
  end if;
  select k.name into strange from (
    select distinct o.name from json_to_recordset(changes) as c(before text, after text)
      cross join lateral (values (c.before), (c.after)) i(image)
      cross join lateral json_object_keys(case when position('\u' in i.image) = 0 then i.image::json
        else modelfolio_x.lenient(i.image)::json end) o(name)) k
    where k.name collate "C" !~ '^[a-z][a-z0-9_]*$' limit 1;
  if found then perform modelfolio_x.invalid('No row has a column “' || left(strange, 100) || '”.'); end if;
end $$;

create or replace function modelfolio_x.put_changes(part bigint, base bigint, changes json) returns int language plpgsql as $$
declare n int;
begin
  insert into modelfolio_x.journal_changes(part, ord, entity, entity_id, model_id, before, after)
  select put_changes.part, c.ord, c.entity, c.entity_id, c.model_id, c.before, c.after
    from json_to_recordset(changes) as c(ord int, entity text, entity_id text, model_id text, before text, after text)
    where coalesce(json_typeof(c.before::json), 'object') = 'object' and coalesce(json_typeof(c.after::json), 'object') = 'object'
      and (c.before is not null or c.after is not null);
  get diagnostics n = row_count;
  if n <> json_array_length(changes) then perform modelfolio_x.invalid('A change is a row before and after, as JSON.'); end if;
  if (select p.open from modelfolio_x.portfolio p) then perform modelfolio_x.check_images(changes); end if;
  return n;
exception when not_null_violation or unique_violation or invalid_text_representation then
  perform modelfolio_x.invalid('A change is a row before and after, as JSON.');
  return 0;
end $$;
`;
