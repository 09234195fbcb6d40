import type { Session } from './connection/session';

/**
 * The chain from its first entry, worked out by the database with nothing but what PostgreSQL itself has: functions of the schema
 * are not asked, for whoever may alter an entry may alter them too.
 */
export async function verify(
  session: Session,
  schema: string,
  patience: number,
): Promise<{ readonly entries: number; readonly head: string; readonly firstBroken: number | null }> {
  const js = (column: string): string => `coalesce(to_json(${column})::text, 'null')`;
  const jn = (column: string): string => `coalesce(${column}::text, 'null')`;
  // What was signed before a portfolio was shared may have been hashed with half a character, as `store/journal/verify.ts` says.
  const withHalf = (column: string): string =>
    `overlay(${js(column)} placing '\\u' || to_hex(half.of) from position(chr(65533) in ${js(column)}) for 1)`;
  const hasOne = (column: string): string => `length(${column}) - length(replace(${column}, chr(65533), '')) = 1`;
  const hashOf = (actor: string, label: string): string =>
    `encode(sha256(convert_to('[' || e.seq || ',' || ${js('e.at')} || ',' || ${actor} || ',' || ${js('e.kind')} || ',' || ${js('e.channel')}
       || ',' || ${label} || ',' || ${['ref_seq', 'undo_prev', 'undo_top', 'redo_prev', 'redo_top'].map((c) => jn(`e.${c}`)).join(` || ',' || `)}
       || ',' || e.changes || ',' || ${js('d.digest')} || ',' || ${js('e.prev_hash')} || ']', 'UTF8')), 'hex')`;
  const halves = (column: string, hash: string): string =>
    `(select h.is from (select ${hash} as is from generate_series(55296, 57343) half(of) where e.adopted and ${hasOne(column)} offset 0) h
       where h.is = e.hash limit 1)`;
  const row = await session.one<{ entries: number; head: string | null; broken: number | null; last: number | null }>(
    `with worked as (
       select e.seq, e.hash, e.prev_hash, e.changes, d.n,
         lag(e.hash, 1, repeat('0', 64)) over w as before, lag(e.seq, 1, 0::bigint) over w as seq_before,
         case when ${hashOf(js('e.actor'), js('e.label'))} = e.hash then e.hash else coalesce(
           ${halves('e.label', hashOf(js('e.actor'), withHalf('e.label')))}, ${halves('e.actor', hashOf(withHalf('e.actor'), js('e.label')))},
           ${hashOf(js('e.actor'), js('e.label'))}) end as is
       from ${schema}.journal e cross join lateral (
         select encode(sha256(coalesce(string_agg(convert_to('[' || e.seq || ',' || c.ord || ','
           || ${['entity', 'entity_id', 'model_id', 'before', 'after'].map((c) => js(`c.${c}`)).join(` || ',' || `)}
           || ']' || chr(10), 'UTF8'), '' order by c.ord), '')), 'hex') as digest, count(*) as n
         from ${schema}.journal_changes c where c.part = e.part) d
       window w as (order by e.seq)
     ), told as (
       select count(*) as entries, max(seq) as last, (array_agg(w.is order by seq desc))[1] as head,
         min(seq) filter (where w.is <> hash or prev_hash <> before or seq <> seq_before + 1 or n <> changes) as broken
       from worked w
     )
     select t.entries, t.head, t.last, case when t.broken is null
       and (h.seq <> coalesce(t.last, 0) or h.hash <> coalesce(t.head, repeat('0', 64))) then h.seq else t.broken end as broken
     from told t, ${schema}.head h`,
    [],
    patience,
  );
  return { entries: row.entries, head: row.head ?? '0'.repeat(64), firstBroken: row.broken };
}
