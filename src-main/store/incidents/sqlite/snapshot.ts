import type Database from 'better-sqlite3';
import { foldText } from '#domain/base/search-text';
import { datedDeployments, productionSpans } from '#domain/incidents/production-spans';
import type { Stage } from '#domain/vocabulary';
import { chunks } from '../../chunks';
import {
  changesInBlocksAfter,
  goesOnFrom,
  type Head,
  journalHead,
  modelsOfBlocksAfter,
  replacedAfter,
} from '../../journal/changed-since';
import { sqlite } from '../../journal/connection';
import type { ReadHandle } from '../../journal/handle';
import type { KeptState } from '../../kept/kept-file';
import { FEWEST_KEPT, loadKept, storeKept } from '../../kept/kept-place';
import { placeOf } from '../../kept/places';
import { asTier } from '../../models/cells';
import { noteReads, tracedNow, untraced } from '../../trace/trace';
import { incidentBytes, incidentsOf } from '../kept-incidents';
import type { IncidentSnapshot, RegisterModel } from '../register';
import { IncidentColumns, SELECT_LINES } from './columns';
import { type IncidentTexts, RegisterRow, type TextColumn } from './register-row';

/** More changes than this are read again as a whole. */
const PATCHED_ROWS = 20_000;

/** Whoever asks for the incidents may look at any of their columns. */
const INCIDENTS = ['incidents', 'incidents.*'] as const;

/**
 * Incidents lie in columns. What only some questions need is read when the first of them comes: texts, and the models, for
 * a portfolio without incidents need not wait for its 100,000.
 */
class Kept implements IncidentSnapshot, IncidentTexts {
  incidents: readonly RegisterRow[];
  known: Map<string, RegisterModel> | null = null;
  /** The head of the journal up to which they are kept in a file; '' = they are not. */
  stored = '';
  private readonly columns: IncidentColumns;
  private readonly texts = new Map<TextColumn, string[]>();
  private knownPlaces: Map<string, number> | null = null;
  private knownFrom: readonly string[] = [];

  constructor(
    private readonly db: Database.Database,
    public head: Head,
    kept: ReturnType<typeof incidentsOf>,
  ) {
    if (kept) {
      this.columns = new IncidentColumns(kept.size + PATCHED_ROWS);
      kept.fill(this.columns);
      this.incidents = Array.from({ length: kept.size }, (_, place) => new RegisterRow(this.columns, place, this));
      return;
    }
    const lines = db.prepare<[], string>(SELECT_LINES).pluck().all();
    this.columns = new IncidentColumns(lines.length + PATCHED_ROWS);
    this.incidents = this.addLines(lines);
  }

  /** As a file of them. */
  bytes(state: KeptState): readonly Uint8Array[] {
    return incidentBytes(
      this.columns,
      this.incidents.map(({ place }) => place),
      state,
    );
  }

  get models(): Map<string, RegisterModel> {
    if (!this.known) {
      const { value, reads } = tracedNow(() => this.readModels());
      this.known = value;
      this.knownFrom = reads;
    }
    noteReads(this.knownFrom);
    return this.known;
  }

  private readModels(): Map<string, RegisterModel> {
    const known = new Map<string, RegisterModel>();
    addModels(
      known,
      this.db.prepare<[], Cell[]>(`SELECT ${MODEL_COLUMNS} FROM models`).raw().all(),
      this.db.prepare<[], Cell[]>(`SELECT ${MOVE_COLUMNS} FROM moves ORDER BY model_id, ord`).raw().all(),
    );
    return known;
  }

  textsOf(column: TextColumn): readonly string[] {
    const known = this.texts.get(column);
    if (known) return known;
    const texts = Array.from<string>({ length: this.columns.capacity }).fill('');
    this.texts.set(column, texts);
    this.setTexts(
      texts,
      untraced(() => this.db.prepare<[], string>(selectTexts(column)).pluck().all()),
    );
    return texts;
  }

  /** @returns whether there was room for so many */
  readAgain(ids: readonly string[]): boolean {
    const { columns, places } = this;
    const first = columns.size;
    if (first + ids.length > columns.capacity) return false;
    const gone = new Set(ids.map((id) => places.get(id)));
    for (const id of ids) places.delete(id);
    const added = this.addLines(readTexts(this.db, SELECT_LINES, ids));
    for (let place = first; place < columns.size; place += 1) places.set(columns.ids[place] ?? '', place);
    this.incidents = [...this.incidents.filter(({ place }) => !gone.has(place)), ...added];
    for (const [column, texts] of this.texts) this.setTexts(texts, readTexts(this.db, selectTexts(column), ids));
    return true;
  }

  /** Where each incident lies; asked for by the first change or text. */
  private get places(): Map<string, number> {
    this.knownPlaces ??= new Map(this.columns.ids.map((id, place) => [id, place]));
    return this.knownPlaces;
  }

  private addLines(lines: readonly string[]): RegisterRow[] {
    return lines.map((line) => new RegisterRow(this.columns, this.columns.add(line), this));
  }

  private setTexts(texts: string[], lines: readonly string[]): void {
    for (const line of lines) {
      const bar = line.indexOf('|');
      const place = this.places.get(line.slice(0, bar));
      if (place !== undefined) texts[place] = line.slice(bar + 1);
    }
  }
}

/** One snapshot for each open file; it goes when its connection goes. */
const snapshots = new WeakMap<Database.Database, Kept>();

/**
 * All incidents as metrics need them, kept in memory: reading 200,000 rows takes longer than any answer may. What the
 * journal says has changed since the last call is read again.
 */
export function readSnapshot(read: ReadHandle): IncidentSnapshot {
  noteReads(INCIDENTS);
  return untraced(() => upToDate(read));
}

function upToDate(handle: ReadHandle): IncidentSnapshot {
  const db = sqlite(handle);
  const head = journalHead(handle);
  const known = snapshots.get(db);
  const kept = known ?? loaded(handle);
  if (kept && (kept.head.hash === head.hash || patch(handle, kept)) && (kept === known || isWhole(db, kept))) {
    kept.head = head;
    snapshots.set(db, kept);
    return kept;
  }
  const read = new Kept(db, head, null);
  snapshots.set(db, read);
  return read;
}

/** Of what lay in a file: what another program changed without an entry is met here. */
const isWhole = (db: Database.Database, { incidents }: Kept): boolean =>
  incidents.length === db.prepare('SELECT count(*) FROM incidents').pluck().get();

/** What was kept when the portfolio was closed, of whatever entry of its journal that was. */
function loaded(handle: ReadHandle): Kept | undefined {
  const place = placeOf(handle);
  const file = place && loadKept(place, 'incidents');
  const found = place && file && incidentsOf(file, place);
  if (!found) return undefined;
  const kept = new Kept(sqlite(handle), found.state.head, found);
  kept.stored = found.state.head.hash;
  return kept;
}

/** See `snapshot.ts` beside this room. */
export function storeRead(handle: ReadHandle): void {
  const [place, own] = [placeOf(handle), snapshots.get(sqlite(handle))];
  if (!place || !own || own.incidents.length < FEWEST_KEPT || own.stored === own.head.hash) return;
  const { path, format, version } = place;
  storeKept(place, 'incidents', own.bytes({ version, format, path, head: own.head }));
  own.stored = own.head.hash;
}

/** @returns false when reading everything is quicker, or the journal is not the one that was read before */
function patch(read: ReadHandle, kept: Kept): boolean {
  const db = sqlite(read);
  const { seq } = kept.head;
  if (!goesOnFrom(read, kept.head) || replacedAfter(read, kept.head)) return false;
  const changed = (entities: string, column: string): string[] =>
    db
      .prepare<[number, number], string>(
        `SELECT DISTINCT ${column} FROM journal_changes WHERE seq > ? AND entity IN (${entities}) AND ${column} IS NOT NULL LIMIT ?`,
      )
      .pluck()
      .all(seq, PATCHED_ROWS);
  if (changesInBlocksAfter(read, seq) >= PATCHED_ROWS) return false;
  const incidentIds = changed("'incidents'", 'entity_id');
  const modelIds = kept.known
    ? [...new Set([...changed("'models', 'moves'", 'model_id'), ...modelsOfBlocksAfter(read, seq)])]
    : [];
  if (incidentIds.length >= PATCHED_ROWS || modelIds.length >= PATCHED_ROWS) return false;
  if (incidentIds.length > 0 && !kept.readAgain(incidentIds)) return false;
  if (!kept.known || modelIds.length === 0) return true;
  for (const id of modelIds) kept.known.delete(id);
  addModels(
    kept.known,
    readRows(db, (marks) => `SELECT ${MODEL_COLUMNS} FROM models WHERE id IN (${marks})`, modelIds),
    readRows(
      db,
      (marks) => `SELECT ${MOVE_COLUMNS} FROM moves WHERE model_id IN (${marks}) ORDER BY model_id, ord`,
      modelIds,
    ),
  );
  return true;
}

type Cell = string | number | null;

const MODEL_COLUMNS = 'id, name, unit, tier';
const MOVE_COLUMNS = 'model_id, to_stage, at, version';
const selectTexts = (column: TextColumn): string => `SELECT id || '|' || coalesce(${column}, '') FROM incidents`;

function readRows(db: Database.Database, sql: (marks: string) => string, ids: readonly string[]): Cell[][] {
  return [...chunks(ids, 900)].flatMap((chunk) =>
    db
      .prepare<string[], Cell[]>(sql(chunk.map(() => '?').join(',')))
      .raw()
      .all(...chunk),
  );
}

/** @param sql gives one text of each incident */
const readTexts = (db: Database.Database, sql: string, ids: readonly string[]): string[] =>
  readRows(db, (marks) => `${sql} WHERE id IN (${marks})`, ids).map(([text]) => String(text));

function addModels(known: Map<string, RegisterModel>, models: readonly Cell[][], moves: readonly Cell[][]): void {
  const byModel = new Map<string, { to: Stage; at: string | null; version: string }[]>();
  for (const [id, to, at, version] of moves) {
    const move = { to: to as Stage, at: at as string | null, version: String(version) }; // a column of stages
    const earlier = byModel.get(String(id));
    if (earlier) earlier.push(move);
    else byModel.set(String(id), [move]);
  }
  for (const [id, name, unit, tier] of models) {
    const own = byModel.get(String(id)) ?? [];
    known.set(String(id), {
      id: String(id),
      name: String(name),
      unit: String(unit),
      tier: asTier(typeof tier === 'number' ? tier : null),
      production: productionSpans(own),
      deployments: datedDeployments(own),
      searchName: foldText(String(name)),
    });
  }
}
