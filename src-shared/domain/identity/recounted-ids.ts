import { isBareId } from './fold-id';
import type { InventoryRow } from './identity-types';
import type { RowIds } from './row-ids';

/** Names (folded) and units (by number) of both sides, by place. */
export interface Sides {
  /** Whether no row says a unit, so that names alone are compared. */
  readonly unitless: boolean;
  readonly rowNames: readonly string[];
  readonly rowUnits: ArrayLike<number>;
  readonly modelNames: readonly string[];
  readonly modelUnits: ArrayLike<number>;
  readonly byId: ReadonlyMap<string, readonly number[]>;
}

/** Fewer rows that have the number of another model are models that exchanged their names. */
const FEWEST_SHIFTED = 3;

/**
 * Whether a file numbers its rows anew, as a running number does once a row is put in between or the order is another one: with bare
 * counters, rows are by name and unit models of ours that have other numbers. Pairs that exchanged their names only count where they
 * are more than the rows that agree.
 */
export function countsAnew(ids: RowIds, sides: Sides): boolean {
  const { unitless, rowNames, rowUnits, modelNames, modelUnits, byId } = sides;
  const keyOf = (name = '', unit = -1): string => `${name}\u001f${unitless ? '' : unit}`;
  const strange: { readonly model: number; readonly key: string }[] = [];
  let agreeing = 0;
  for (const [row, id] of ids.own.entries()) {
    const [model, second] = isBareId(id) ? (byId.get(id) ?? []) : [];
    if (model === undefined || second !== undefined) continue;
    const key = keyOf(rowNames[row], rowUnits[row]);
    if (key === keyOf(modelNames[model], modelUnits[model])) agreeing += 1;
    else strange.push({ model, key });
  }
  if (strange.length < FEWEST_SHIFTED) return false;
  const wanted = new Set(strange.map(({ key }) => key));
  const named = new Map<string, number>();
  for (const [at, name] of modelNames.entries()) {
    const key = keyOf(name, modelUnits[at]);
    if (wanted.has(key)) named.set(key, named.has(key) ? -1 : at);
  }
  const shifts = new Map<number, number>();
  for (const { model, key } of strange) {
    const other = named.get(key) ?? -1;
    if (other >= 0) shifts.set(model, other);
  }
  const exchanged = [...shifts].filter(([model, other]) => shifts.get(other) === model).length;
  return shifts.size - exchanged >= FEWEST_SHIFTED || (shifts.size >= FEWEST_SHIFTED && shifts.size > agreeing);
}

/** The ids of a file whose counters say nothing of models. */
export function withoutCounters(ids: RowIds, rows: readonly InventoryRow[]): RowIds {
  const own = ids.own.map((id) => (isBareId(id) ? '' : id));
  const counted = [...ids.own.keys()].filter((row) => own[row] !== ids.own[row]).map((row) => rows[row]?.row ?? 0);
  return { ...ids, own, notes: [...ids.notes, { id: '', rows: counted, kind: 'recounted' }] };
}
