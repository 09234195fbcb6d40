import type { JournalRow } from '../store/journal/tables';
import type { CentralEntry } from '../store/shared/central';
import type { FactChange } from '../store/tables';
import type { Session } from './connection/session';
import { fetchPayload } from './pieces';

const ENTRIES_A_PAGE = 500;
/** Changes that come along with their entries; more of one entry come in pages. */
const CHANGES_ALONG = 2_000;
const CHANGES_A_PAGE = 2_000;

type Head = JournalRow & { readonly part: number; readonly brings: boolean };
type Change = Omit<FactChange, 'seq'> & { readonly part: number };

const ENTRY = `seq, at, actor, kind, channel, label, ref_seq, undo_prev, undo_top, redo_prev, redo_top, changes, prev_hash, hash, part,
  exists (select from SCHEMA.payloads p where p.seq = journal.seq) as brings`;
const CHANGE = `part, ord, entity, entity_id, model_id, before, after`;

/**
 * Entries after one, in their order; those with few changes travel many at a time, a large one in pages of its own. What comes in while
 * the last page is read is the next one's who asks: at the end of a long line others may write faster than pages come, for ever.
 */
export async function* entriesAfter(session: Session, schema: string, seq: number): AsyncGenerator<CentralEntry> {
  for (let after = seq; ; ) {
    const page = await session.ask<Head>(
      `select ${ENTRY.replace('SCHEMA', schema)} from ${schema}.journal where seq > $1 order by seq limit ${ENTRIES_A_PAGE}`,
      [after],
    );
    for (const group of groups(page)) {
      const [first] = group;
      const along = first && first.changes > CHANGES_ALONG ? null : await changesOf(session, schema, group);
      for (const { part, brings, ...entry } of group)
        yield {
          entry,
          changes: along ? asPage(along.get(part) ?? [], entry.seq) : pagesOf(session, schema, part, entry.seq),
          payload: () => (brings ? fetchPayload(session, schema, entry.seq) : Promise.resolve(null)),
        };
    }
    if (page.length < ENTRIES_A_PAGE) return;
    after = page.at(-1)?.seq ?? after;
  }
}

/** Neighbours whose changes come at once; a large entry stands alone. */
function* groups(page: readonly Head[]): Generator<readonly Head[]> {
  let group: Head[] = [];
  let changes = 0;
  for (const head of page) {
    if (group.length > 0 && changes + head.changes > CHANGES_ALONG) {
      yield group;
      group = [];
      changes = 0;
    }
    group.push(head);
    changes += head.changes;
  }
  if (group.length > 0) yield group;
}

async function changesOf(
  session: Session,
  schema: string,
  group: readonly Head[],
): Promise<ReadonlyMap<number, Change[]>> {
  const rows = await session.ask<Change>(
    `select ${CHANGE} from ${schema}.journal_changes where part = any($1::bigint[]) order by part, ord`,
    [group.map(({ part }) => part)],
  );
  const byPart = new Map<number, Change[]>();
  for (const row of rows) {
    const known = byPart.get(row.part);
    if (known) known.push(row);
    else byPart.set(row.part, [row]);
  }
  return byPart;
}

const ofEntry = (changes: readonly Change[], seq: number): readonly FactChange[] =>
  changes.map(({ part: _part, ...change }) => ({ seq, ...change }));

async function* asPage(changes: readonly Change[], seq: number): AsyncGenerator<readonly FactChange[]> {
  if (changes.length > 0) yield ofEntry(changes, seq);
}

async function* pagesOf(
  session: Session,
  schema: string,
  part: number,
  seq: number,
): AsyncGenerator<readonly FactChange[]> {
  for (let after = -1; ; ) {
    const rows = await session.ask<Change>(
      `select ${CHANGE} from ${schema}.journal_changes where part = $1 and ord > $2 order by ord limit ${CHANGES_A_PAGE}`,
      [part, after],
    );
    if (rows.length === 0) return;
    yield ofEntry(rows, seq);
    after = rows.at(-1)?.ord ?? after;
  }
}
