import type Database from 'better-sqlite3';
import type { IncidentFact, ModelFact } from '#domain/incidents/incident-fact';
import { datedDeployments, productionSpans } from '#domain/incidents/production-spans';
import type { IncidentCause, IncidentStatus, YesNoUnknown, DetectedBy } from '#domain/incidents/vocabulary';
import { foldText } from '#domain/search-text';
import type { Stage } from '#domain/vocabulary';
import { chunks } from '../chunks';
import { asTier } from '../derived-columns';

/** What lists and metrics look through: an incident without its long texts. */
export interface RegisterFact extends IncidentFact {
  readonly number: number;
  readonly owner: string;
  readonly source: string;
  readonly reportable: string;
  readonly importId: string | null;
  /** Folded; begins with the title. */
  readonly searchText: string;
  readonly updatedAt: string;
}

export interface RegisterModel extends ModelFact {
  /** Folded. */
  readonly searchName: string;
}

export interface IncidentSnapshot {
  readonly incidents: ReadonlyMap<string, RegisterFact>;
  readonly models: ReadonlyMap<string, RegisterModel>;
}

/** Models are read when somebody asks for them: a portfolio without incidents need not wait for its 100,000 models. */
class Kept implements IncidentSnapshot {
  readonly incidents = new Map<string, RegisterFact>();
  known: Map<string, RegisterModel> | null = null;

  constructor(
    private readonly db: Database.Database,
    public seq: number,
  ) {}

  get models(): Map<string, RegisterModel> {
    if (this.known) return this.known;
    this.known = new Map();
    addModels(
      this.known,
      this.db.prepare<[], Cell[]>(`SELECT ${MODEL_COLUMNS} FROM models`).raw().all(),
      this.db.prepare<[], Cell[]>(`SELECT ${MOVE_COLUMNS} FROM moves ORDER BY model_id, ord`).raw().all(),
    );
    return this.known;
  }
}

/** One snapshot for each open file; it goes when its connection goes. */
const snapshots = new WeakMap<Database.Database, Kept>();

/** More changes than this are read again as a whole. */
const PATCHED_ROWS = 20_000;

/**
 * All incidents as metrics need them, kept in memory: reading 200,000 rows takes longer than any answer may. What the
 * journal says has changed since the last call is read again.
 */
export function readIncidentSnapshot(db: Database.Database): IncidentSnapshot {
  const seq = Number(db.prepare('SELECT coalesce(max(seq), 0) FROM journal').pluck().get());
  const kept = snapshots.get(db);
  if (kept && kept.seq <= seq) {
    if (kept.seq < seq && !patch(db, kept)) return load(db, seq);
    kept.seq = seq;
    return kept;
  }
  return load(db, seq);
}

function load(db: Database.Database, seq: number): IncidentSnapshot {
  const kept = new Kept(db, seq);
  addIncidents(kept, db.prepare<[], Cell[]>(`SELECT ${INCIDENT_COLUMNS} FROM incidents`).raw().all());
  snapshots.set(db, kept);
  return kept;
}

/** @returns false when so much has changed that reading everything is quicker */
function patch(db: Database.Database, kept: Kept): boolean {
  const changed = (entities: string, column: string): string[] =>
    db
      .prepare<[number, number], string>(
        `SELECT DISTINCT ${column} FROM journal_changes WHERE seq > ? AND entity IN (${entities}) AND ${column} IS NOT NULL LIMIT ?`,
      )
      .pluck()
      .all(kept.seq, PATCHED_ROWS);
  const incidentIds = changed("'incidents'", 'entity_id');
  const modelIds = kept.known ? changed("'models', 'moves'", 'model_id') : [];
  if (incidentIds.length >= PATCHED_ROWS || modelIds.length >= PATCHED_ROWS) return false;
  for (const id of incidentIds) kept.incidents.delete(id);
  for (const id of modelIds) kept.known?.delete(id);
  const read = (sql: (marks: string) => string, ids: readonly string[]): Cell[][] =>
    [...chunks(ids, 900)].flatMap((chunk) =>
      db
        .prepare<string[], Cell[]>(sql(chunk.map(() => '?').join(',')))
        .raw()
        .all(...chunk),
    );
  addIncidents(
    kept,
    read((marks) => `SELECT ${INCIDENT_COLUMNS} FROM incidents WHERE id IN (${marks})`, incidentIds),
  );
  if (!kept.known || modelIds.length === 0) return true;
  addModels(
    kept.known,
    read((marks) => `SELECT ${MODEL_COLUMNS} FROM models WHERE id IN (${marks})`, modelIds),
    read((marks) => `SELECT ${MOVE_COLUMNS} FROM moves WHERE model_id IN (${marks}) ORDER BY model_id, ord`, modelIds),
  );
  return true;
}

type Cell = string | number | null;

const INCIDENT_COLUMNS = `id, model_id, version, severity, status, opened_at, acknowledged_at, mitigated_at, resolved_at,
  closed_at, reopen_count, cause, caused_by_change, detected_by, person_hours, cost_minor, reviewed_at IS NOT NULL, number,
  owner, source, reportable, import_id, search_text, updated_at`;
const MODEL_COLUMNS = 'id, name, unit, tier';
const MOVE_COLUMNS = 'model_id, to_stage, at, version';

function addIncidents(kept: Kept, rows: readonly Cell[][]): void {
  for (const row of rows) kept.incidents.set(String(row[0]), toFact(row));
}

/** The columns stand in the order of INCIDENT_COLUMNS; their vocabularies were validated before they were written. */
function toFact(row: readonly Cell[]): RegisterFact {
  return {
    id: row[0] as string,
    modelId: row[1] as string | null,
    version: row[2] as string,
    severity: row[3] as RegisterFact['severity'],
    status: row[4] as IncidentStatus,
    openedMs: toMs(row[5]) ?? 0,
    acknowledgedMs: toMs(row[6]),
    mitigatedMs: toMs(row[7]),
    resolvedMs: toMs(row[8]),
    closedMs: toMs(row[9]),
    reopenCount: row[10] as number,
    cause: row[11] as IncidentCause,
    causedByChange: row[12] as YesNoUnknown,
    detectedBy: row[13] as DetectedBy,
    personHours: row[14] as number | null,
    costMinor: row[15] as number | null,
    reviewed: row[16] === 1,
    number: row[17] as number,
    owner: row[18] as string,
    source: row[19] as string,
    reportable: row[20] as string,
    importId: row[21] as string | null,
    searchText: row[22] as string,
    updatedAt: row[23] as string,
  };
}

const toMs = (cell: Cell | undefined): number | null => (typeof cell === 'string' ? Date.parse(cell) : null);

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
