import { foldId, isBareId, isPlaceholderId } from './fold-id';
import type { InventoryRow } from './identity-types';

/** What is to be said of an id that does not tell rows apart. */
export interface IdNote {
  readonly id: string;
  readonly rows: readonly number[];
  /**
   * `repeated`: it is no id in this file; `restarted`: a counter that each unit has, so unit and id together are the key;
   * `recounted`: the file numbers its rows anew, so that none of their counters is an id.
   */
  readonly kind: 'repeated' | 'restarted' | 'recounted';
}

export interface RowIds {
  /** By place of the row; folded, '' where a row has none of its own. */
  readonly own: readonly string[];
  /** Ids that count inside of the row's top unit only; folded, '' where there is none. */
  readonly inUnit: readonly string[];
  readonly notes: readonly IdNote[];
}

/**
 * Tells ids from what only looks like one: placeholders, ids that several rows have, and bare counters that start anew in each unit.
 *
 * @param groupOf top unit of a row, by its place
 * @param restarts whether bare counters are known to start anew in each unit
 */
export function idsOfRows(rows: readonly InventoryRow[], groupOf: (row: number) => number, restarts: boolean): RowIds {
  const folded = rows.map(({ externalId }) => foldId(externalId)).map((id) => (isPlaceholderId(id) ? '' : id));
  const places = new Map<string, number[]>();
  for (const [at, id] of folded.entries()) if (id !== '') (places.get(id) ?? set(places, id)).push(at);
  const repeated = [...places].filter(([, found]) => found.length > 1);
  const uniqueInUnits = (found: readonly number[]): boolean => new Set(found.map(groupOf)).size === found.length;
  const counters = restarts || repeated.some(([id, found]) => isBareId(id) && uniqueInUnits(found));
  const own = new Array<string>(rows.length).fill('');
  const inUnit = new Array<string>(rows.length).fill('');
  const notes: IdNote[] = [];
  for (const [id, found] of places) {
    const scoped = counters && isBareId(id) && uniqueInUnits(found);
    for (const at of found) {
      if (scoped) inUnit[at] = id;
      else if (found.length === 1) own[at] = id;
    }
    if (found.length === 1) continue;
    notes.push({
      id: rows[found[0] ?? 0]?.externalId.trim() ?? id,
      rows: found.map((at) => rows[at]?.row ?? 0),
      kind: scoped ? 'restarted' : 'repeated',
    });
  }
  return { own, inUnit, notes };
}

function set(places: Map<string, number[]>, id: string): number[] {
  const found: number[] = [];
  places.set(id, found);
  return found;
}
