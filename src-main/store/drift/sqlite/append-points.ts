import type Database from 'better-sqlite3';
import type { BandOverride } from '#domain/drift/bands';
import { POINT_COLUMNS, type PointColumns, type SeriesKey, type SeriesResults } from '#domain/drift/result-columns';
import type { AppendRequest } from '../append-request';
import type { DriftBatchRow, RetrainingItemRow } from '../tables';
import { inTurns } from '../turns';
import { BatchDigest, SeriesDigest, seriesText } from './batch-digest';
import { freshPlaces } from './fresh-places';
import { type IndexStatements, indexStatements, seriesIdOf } from './index-days';
import { type PointStatements, pointStatements, type StoredPoints, writePoints } from './points';
import { type Rule, retrainingDue } from './retraining';
import { type Additions, refreshModel, stateStatements } from './state';

/** This often the engine lets other calls have their turn. */
const POINTS_PER_TURN = 50_000;

/** What an append did to one model. */
interface Touched {
  readonly additions: Additions;
  /** Nothing was replaced: the model's days need not be worked out from the beginning. */
  readonly onlyAdded: boolean;
}

export interface AppendedPoints {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** The facts that the points hang on: they count when these are in the file. */
  readonly batches: readonly DriftBatchRow[];
  readonly touched: ReadonlyMap<string, Touched>;
}

/** Writes the points of new batches; the same result again is left as it is. */
export async function appendPoints(
  db: Database.Database,
  series: readonly SeriesResults[],
  request: AppendRequest,
  asideOf: AsideOf,
): Promise<AppendedPoints> {
  const statements = { ...pointStatements(db), ...indexStatements(db) };
  const total = series.reduce((sum, one) => sum + one.points.at.length, 0);
  let done = 0;
  let sinceTurn = 0;
  const batches: DriftBatchRow[] = [];
  const touched = new Map<string, Touched>();
  const counts = { created: 0, updated: 0, unchanged: 0 };
  for (const group of byBatch(series)) {
    const batch = new Batch(statements, group[0], request, asideOf(group[0].key.modelId, group[0].modelVersion));
    for (const one of group) {
      batch.append(one);
      done += one.points.at.length;
      sinceTurn += one.points.at.length;
      if (sinceTurn < POINTS_PER_TURN) continue;
      sinceTurn = 0;
      request.progress?.(done, total);
      await new Promise((resolve) => setImmediate(resolve));
    }
    counts.created += batch.created;
    counts.updated += batch.updated;
    counts.unchanged += batch.unchanged;
    const row = batch.row();
    if (!row) continue;
    batches.push(row);
    // What is of a challenger changes nothing of the model.
    if (row.challenger_id !== '') continue;
    const { additions, onlyAdded } = touched.get(row.model_id) ?? { additions: [], onlyAdded: true };
    touched.set(row.model_id, {
      additions: [...additions, ...group.map((one) => ({ metric: one.key.metric, points: one.points }))],
      onlyAdded: onlyAdded && batch.updated === 0,
    });
  }
  request.progress?.(done, total);
  return { ...counts, batches, touched };
}

/** The state of the models that an append touched, worked out once their batches are in the file; answers retraining that is due. */
export async function settleTouched(
  db: Database.Database,
  touched: AppendedPoints['touched'],
  overrides: readonly BandOverride[],
  rule: Rule,
): Promise<readonly RetrainingItemRow[]> {
  const state = stateStatements(db);
  const due: RetrainingItemRow[] = [];
  await inTurns(touched.keys(), (modelId) => {
    const { additions, onlyAdded } = touched.get(modelId) ?? { additions: [], onlyAdded: false };
    refreshModel(state, modelId, overrides, rule.now, onlyAdded ? additions : null);
    const item = retrainingDue(state, modelId, overrides, rule);
    if (item) due.push(item);
  });
  return due;
}

/** The challenger that results of a version are of; '' = they are the model's. */
export type AsideOf = (modelId: string, version: string) => string;

/** The batches that results of the model, or of one challenger, are not held against. */
export const deadFor = (statements: PointStatements, modelId: string, challengerId: string): ReadonlySet<number> =>
  new Set(
    challengerId === '' ? statements.deadBatches.all(modelId) : statements.notOfChallenger.all(modelId, challengerId),
  );

type Group = readonly [SeriesResults, ...SeriesResults[]];

/** Series of one model, of one tool and its version and one version of the model together, in the order in which they came. */
function byBatch(series: readonly SeriesResults[]): readonly Group[] {
  const groups = new Map<string, [SeriesResults, ...SeriesResults[]]>();
  for (const one of series) {
    const name = `${one.key.modelId}\0${one.key.tool}\0${one.version}\0${one.modelVersion}`;
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  return [...groups.values()];
}

class Batch {
  created = 0;
  updated = 0;
  unchanged = 0;
  private no: number | null = null;
  private readonly id: string;
  private readonly reliesOn = new Set<number>();
  private readonly digests: (readonly [text: string, digest: Buffer])[] = [];
  private readonly dead: ReadonlySet<number>;
  private readonly key: SeriesKey;
  private readonly version: string;
  private readonly modelVersion: string;

  constructor(
    private readonly statements: PointStatements & IndexStatements,
    { key, version, modelVersion }: SeriesResults,
    private readonly request: AppendRequest,
    private readonly challengerId: string,
  ) {
    this.id = request.newId();
    this.key = key;
    this.version = version;
    this.modelVersion = modelVersion;
    this.dead = deadFor(statements, key.modelId, challengerId);
  }

  append({ key, points, distributions }: SeriesResults): void {
    const { statements } = this;
    const seriesId = seriesIdOf(statements, key);
    const fresh = this.freshPlaces(seriesId, points);
    if (fresh.length === 0) return;
    const batch = this.number();
    const text = seriesText(key);
    const digest = new SeriesDigest(text, fresh.length);
    writePoints(statements, seriesId, storedPoints(points, fresh, batch), digest.run);
    for (const place of distributions.size > 0 ? fresh : []) {
      const at = points.at[place] ?? 0;
      const distribution = distributions.get(at);
      if (!distribution) continue;
      const content = JSON.stringify(distribution);
      statements.insertDistribution.run(seriesId, at, batch, content);
      digest.distribution(at, content);
    }
    this.digests.push([text, digest.finish()]);
  }

  /** `null`: nothing was new. */
  row(): DriftBatchRow | null {
    if (this.no === null) return null;
    const { request } = this;
    return {
      id: this.id,
      no: this.no,
      model_id: this.key.modelId,
      import_id: request.importId,
      recorded_at: request.now,
      actor: request.actor,
      tool: this.key.tool,
      version: this.version,
      origin: request.origin,
      created: this.created,
      updated: this.updated,
      model_version: this.modelVersion,
      challenger_id: this.challengerId,
      relies_on: JSON.stringify([...this.reliesOn].sort((a, b) => a - b)),
      digest: this.digest(),
    };
  }

  private digest(): string {
    const digest = new BatchDigest();
    for (const [, series] of this.digests.sort(([a], [b]) => (a < b ? -1 : 1))) digest.add(series);
    return digest.finish();
  }

  /** The places of the points that the file does not have yet in this way. */
  private freshPlaces(seriesId: number, points: PointColumns): readonly number[] {
    const { places, created, updated, unchanged, reliesOn } = freshPlaces(this.statements, seriesId, points, this.dead);
    this.created += created;
    this.updated += updated;
    this.unchanged += unchanged;
    for (const batch of reliesOn) this.reliesOn.add(batch);
    return places;
  }

  private number(): number {
    this.no ??= Number(this.statements.insertLoad.run(this.key.modelId, this.id).lastInsertRowid);
    return this.no;
  }
}

function storedPoints(points: PointColumns, places: readonly number[], batch: number): StoredPoints {
  const whole = places.length === points.at.length;
  const columns = Object.fromEntries(
    POINT_COLUMNS.map((name) => [
      name,
      whole ? points[name] : Float64Array.from(places, (place) => points[name][place] ?? Number.NaN),
    ]),
  );
  return { ...columns, batch: new Float64Array(places.length).fill(batch) } as unknown as StoredPoints; // every column is a key
}
