import { sayDay } from '#domain/base/calendar';
import { DomainError } from '../../failure/domain-error';
import { wholeFacts } from '../imports/shared-values';
import { changesOf } from '../journal/changes';
import { connectionOf } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { JournalRow } from '../journal/tables';
import type { FactChange } from '../tables';
import { FOLLOWS, laterByOthers, rowKey, wholeImage } from './later';

/**
 * In a shared portfolio an undo is a person's own, and others went on meanwhile: what somebody built on is not taken away from
 * under them.
 *
 * @param entry what is to be turned back
 * @throws DomainError `conflict` that names who built on it
 */
export async function refuseBuiltOn(read: ReadHandle, entry: JournalRow, self: string): Promise<void> {
  const done = new Map<string, FactChange>();
  const made = new Set<string>();
  for await (const { changes } of changesOf(read, entry.seq))
    for (const change of changes) {
      done.set(rowKey(change), change);
      if (change.entity === 'models' && change.before === null) made.add(change.entity_id);
    }
  const found = new Map<string, { readonly by: string; readonly at: string; readonly label: string }>();
  for await (const { entry: later, change } of laterByOthers(read, entry.seq, self)) {
    const own = done.get(rowKey(change));
    const builtOn =
      (own !== undefined && isOtherwise(read, own, change)) ||
      (own === undefined && change.model_id !== null && made.has(change.model_id) && isThere(read, change));
    if (builtOn) found.set(`${later.actor} ${later.seq}`, { by: later.actor, at: later.at, label: later.label });
  }
  if (found.size === 0) return;
  const steps = [...found.values()];
  const named = steps
    .slice(0, 3)
    .map(({ by, at, label }) => `${by}, ${sayDay(at)}: ${label}`)
    .join('; ');
  const more = steps.length > 3 ? `; and ${steps.length - 3} more` : '';
  throw new DomainError(
    'conflict',
    `Others went on from here (${named}${more}), so this was not undone. Ask them to undo theirs first, or set the values by hand.`,
    { builtOn: steps },
  );
}

/** What they wrote over still stands there, and is not what this entry left. */
function isOtherwise(read: ReadHandle, own: FactChange, theirs: FactChange): boolean {
  const row = rowOf(read, own);
  if (own.after === null) return row !== null;
  if (row === null) return true;
  const left = wholeImage(own, own.after);
  return Object.keys(wholeImage(theirs, theirs.after ?? theirs.before)).some(
    (column) => !FOLLOWS.has(column) && column in left && row[column] !== left[column],
  );
}

const isThere = (read: ReadHandle, change: FactChange): boolean =>
  change.before === null && change.after !== null && rowOf(read, change) !== null;

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

function rowOf(read: ReadHandle, { entity, entity_id }: FactChange): Row | null {
  const found = connectionOf(read).sqlite.prepare<[string], Row>(`SELECT * FROM "${entity}" WHERE id = ?`);
  return wholeFacts(read, entity, found.all(entity_id))[0] ?? null;
}
