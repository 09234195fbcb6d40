import { sayInstant } from '#domain/base/calendar';
import { DomainError } from '../../failure/domain-error';
import { changesOf } from '../journal/changes';
import type { ReadHandle } from '../journal/handle';
import type { FactChange } from '../tables';
import { FOLLOWS, type Later, laterByOthers, nameOfRow, rowKey, wholeImage } from './later';

/** A field that a command writes and that somebody else wrote since its screen was filled. */
export interface Collision {
  readonly table: string;
  readonly id: string;
  /** Of the model that the row is or belongs to. */
  readonly name: string | null;
  readonly field: string;
  /** What was seen, what stands there, what was to be written. */
  readonly seen: unknown;
  readonly theirs: unknown;
  readonly mine: unknown;
  readonly by: string;
  readonly at: string;
  readonly seq: number;
}

/** What the screen of a command showed of somebody else's work is not held against it: only what came after. */
interface Screen {
  /** The newest entry that it showed. */
  readonly seen: number;
  readonly self: string;
  /** A command that waited: what the same person did after this entry and not through it was on no screen either. */
  readonly ownFrom?: number | undefined;
}

/**
 * Refuses a command whose fields somebody else has written since, unless both wrote the same.
 *
 * @param seq the entry that the command is about to write, whose changes are stored
 * @throws DomainError `conflict` with both values in `detail.collisions`
 */
export async function refuseCollisions(read: ReadHandle, seq: number, { seen, self, ownFrom }: Screen): Promise<void> {
  const theirs = await latestOfCells(laterByOthers(read, seen, self, { before: seq, ownFrom }));
  if (theirs.size === 0) return;
  const collisions: Collision[] = [];
  for await (const { changes } of changesOf(read, seq))
    for (const change of changes) collisions.push(...(await collisionsOf(read, change, theirs)));
  if (collisions.length === 0) return;
  throw new DomainError('conflict', sentenceOf(collisions), { collisions });
}

interface TheirCell {
  readonly before: unknown;
  readonly entry: Later['entry'];
}
/** `''` stands for the row as a whole. */
type TheirRows = ReadonlyMap<string, ReadonlyMap<string, TheirCell>>;

async function latestOfCells(later: AsyncIterable<Later>): Promise<TheirRows> {
  const rows = new Map<string, Map<string, TheirCell>>();
  for await (const { entry, change } of later) {
    // A row that came since was on no screen, so nothing is written over it.
    if (change.before === null) continue;
    const key = rowKey(change);
    const cells = rows.get(key) ?? new Map<string, TheirCell>();
    rows.set(key, cells);
    const before = wholeImage(change, change.before);
    for (const column of change.after === null ? [''] : Object.keys(wholeImage(change, change.after)))
      cells.set(column, { before: cells.has(column) ? cells.get(column)?.before : before[column], entry });
  }
  return rows;
}

async function collisionsOf(read: ReadHandle, change: FactChange, theirs: TheirRows): Promise<readonly Collision[]> {
  const cells = theirs.get(rowKey(change));
  if (!cells || change.before === null) return [];
  const [before, after] = [wholeImage(change, change.before), wholeImage(change, change.after)];
  // What takes a row away takes away whatever somebody wrote into it.
  const columns =
    change.after === null
      ? [...cells.keys()]
      : Object.keys(after).filter((column) => cells.has(column) && !FOLLOWS.has(column));
  if (columns.length === 0) return [];
  const name = await nameOfRow(read, change);
  return columns.flatMap((field): readonly Collision[] => {
    const cell = cells.get(field);
    const [theirValue, mine] = [before[field] ?? null, change.after === null ? null : (after[field] ?? null)];
    const seen = cell?.before ?? null;
    if (!cell || theirValue === seen || theirValue === mine) return [];
    const { actor: by, at, seq } = cell.entry;
    return [{ table: change.entity, id: change.entity_id, name, field, seen, theirs: theirValue, mine, by, at, seq }];
  });
}

function sentenceOf(collisions: readonly Collision[]): string {
  const [first] = collisions;
  const who = [...new Map(collisions.map(({ by, at }) => [by, `${by} (${sayInstant(at)})`])).values()].join(' and ');
  const what = first?.name ? ` of ${first.name}` : '';
  const many = collisions.length === 1 ? 'a value' : `${collisions.length} values`;
  return `${who} changed ${many}${what} since you saw ${collisions.length === 1 ? 'it' : 'them'}. Nothing was written: keep what stands there, or write yours over it.`;
}
