import type Database from 'better-sqlite3';
import { dayNumber } from '#domain/base/calendar';
import { UNRESOLVED_STATUSES } from '#domain/incidents/incident-moves';
import { chunks } from '../../chunks';
import { AT, type Cell, NONE, SELECT_CELLS } from '../held/columns';
import { HeldModels } from '../held/held-models';
import { readPartAgain } from './read-governed-part';
import { addRuns, idsAsJson } from './runs';

type MoveLine = [modelId: string, stage: string, at: string | null, ord: number];
type DriftLine = [modelId: string, lastAt: number | null, sinceDay: number | null, firstDay: number, health: string];

const MOVES = 'SELECT model_id, to_stage, at, ord FROM moves';
const IN_ORDER = 'ORDER BY model_id, ord';
const MOVES_OF = `${MOVES} WHERE model_id IN (SELECT value FROM json_each(?)) ${IN_ORDER}`;
const OPEN = `SELECT model_id, count(*) FROM incidents
  WHERE status IN (${UNRESOLVED_STATUSES.map((status) => `'${status}'`).join(', ')}) AND model_id IS NOT NULL`;
const DRIFT = `SELECT drift.model_id, drift.last_at, drift.since_day, drift.first_day, models.health
  FROM drift_models AS drift JOIN models ON models.id = drift.model_id`;

/** Everything, at one moment: the connection is in a transaction that reads. */
export function readAll(db: Database.Database): HeldModels {
  const count = (table: string): number => Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  const held = new HeldModels(count('models'), count('moves'));
  const rowids: number[] = [];
  for (const row of db.prepare<[], Cell[]>(SELECT_CELLS).raw().iterate()) {
    held.setCells(held.add(String(row[AT.id])), row);
    rowids.push(Number(row[AT.rowid]));
  }
  // The index of names holds rowids alone, so that no row is read twice.
  const order = new Uint32Array(rowids.length);
  let at = 0;
  const named = db.prepare<[], number>('SELECT rowid FROM models ORDER BY name COLLATE NOCASE, id').pluck();
  for (const rowid of named.iterate()) {
    order[at] = placeOf(rowids, rowid);
    at += 1;
  }
  held.setOrder(order);
  const apart = addMoves(held, db.prepare<[], MoveLine>(MOVES).raw().iterate());
  if (apart.size > 0) addMoves(held, db.prepare<[string], MoveLine>(MOVES_OF).raw().iterate(idsAsJson(held, apart)));
  addOpen(held, db.prepare<[], [string, number]>(`${OPEN} GROUP BY model_id`).raw().iterate());
  addDrift(held, db.prepare<[], DriftLine>(DRIFT).raw().iterate());
  return held;
}

/** These models anew: those that are not there any more go. */
export function readAgain(db: Database.Database, held: HeldModels, ids: ReadonlySet<string>): void {
  const moved: number[] = [];
  for (const id of ids) {
    const slot = held.slotOf(id);
    if (slot === -1) continue;
    held.displace(slot);
    moved.push(slot);
  }
  const there = new Set<number>();
  for (const chunk of chunks([...ids], 900)) {
    const within = `IN (${chunk.map(() => '?').join(',')})`;
    const all = <Row>(sql: string): Row[] =>
      db
        .prepare<string[], Row>(sql)
        .raw()
        .all(...chunk);
    for (const row of all<Cell[]>(`${SELECT_CELLS} WHERE id ${within}`)) {
      const id = String(row[AT.id]);
      const known = held.slotOf(id);
      const slot = known === -1 ? held.add(id) : known;
      held.renew(slot);
      held.setCells(slot, row);
      there.add(slot);
    }
    addMoves(held, all<MoveLine>(`${MOVES} WHERE model_id ${within} ${IN_ORDER}`));
    addOpen(held, all<[string, number]>(`${OPEN} AND model_id ${within} GROUP BY model_id`));
    addDrift(held, all<DriftLine>(`${DRIFT} WHERE drift.model_id ${within}`));
    if (held.governed) readPartAgain(held, held.governed, within, all);
  }
  for (const slot of moved) if (!there.has(slot)) held.remove(slot);
  for (const slot of there) held.place(slot);
}

/** What follows from drift results and the day, of all models that have any: a day may pass without an entry in the journal. */
export function readHealthsAgain(db: Database.Database, held: HeldModels): void {
  const measured = new Set<number>();
  for (const line of db.prepare<[], DriftLine>(DRIFT).raw().iterate()) {
    const slot = held.slotOf(line[0]);
    if (slot === -1) throw new Error('results of a model that nobody has told of');
    measured.add(slot);
    setDrift(held, slot, line);
  }
  const { firstResultDay } = held.whole;
  const gone = held.order.filter((slot) => firstResultDay[slot] !== NONE && !measured.has(slot));
  if (gone.length > 0) readAgain(db, held, new Set([...gone].map((slot) => held.ids.get(slot))));
}

const addMoves = (held: HeldModels, lines: Iterable<MoveLine>): ReadonlySet<number> =>
  addRuns(
    held,
    lines,
    (line) => line[3],
    held.moves,
    (slot, [, stage, at]) => held.moves.add(slot, stage, at),
  );

function addOpen(held: HeldModels, lines: Iterable<[string, number]>): void {
  for (const [modelId, open] of lines) {
    const slot = held.slotOf(modelId);
    if (slot !== -1) held.whole.openIncidents[slot] = open;
  }
}

function addDrift(held: HeldModels, lines: Iterable<DriftLine>): void {
  for (const line of lines) {
    const slot = held.slotOf(line[0]);
    if (slot !== -1) setDrift(held, slot, line);
  }
}

function setDrift(held: HeldModels, slot: number, [, lastAt, sinceDay, firstDay, health]: DriftLine): void {
  held.whole.lastResultDay[slot] = lastAt === null ? NONE : dayNumber(lastAt);
  held.whole.healthSinceDay[slot] = sinceDay ?? NONE;
  held.whole.firstResultDay[slot] = firstDay;
  held.coded.health.set(slot, health);
}

/** Where a number lies in a list of rising ones. */
function placeOf(rising: readonly number[], wanted: number): number {
  let [low, high] = [0, rising.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rising[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
