import type Database from 'better-sqlite3';
import type { SeriesKey } from '#domain/drift/result-columns';

/** Statements for what lies around the points: series, batches, distributions. */
export interface IndexStatements {
  readonly findSeries: Database.Statement<string[], number>;
  readonly insertSeries: Database.Statement<string[]>;
  readonly insertLoad: Database.Statement<[string, string]>;
  readonly insertDistribution: Database.Statement<[number, number, number, string]>;
}

export function indexStatements(db: Database.Database): IndexStatements {
  return {
    findSeries: db
      .prepare<string[], number>(
        `SELECT id FROM drift_series WHERE model_id = ? AND column_name = ? AND metric = ? AND method = ? AND base = ?
          AND binning = ? AND tool = ?`,
      )
      .pluck(),
    insertSeries: db.prepare<string[]>(
      'INSERT INTO drift_series (model_id, column_name, metric, method, base, binning, tool) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    insertLoad: db.prepare<[string, string]>('INSERT INTO drift_loads (model_id, batch_id) VALUES (?, ?)'),
    insertDistribution: db.prepare<[number, number, number, string]>(
      'INSERT INTO drift_distributions (series_id, at, batch, content) VALUES (?, ?, ?, ?)',
    ),
  };
}

const partsOf = (key: SeriesKey): string[] => [
  key.modelId,
  key.column,
  key.metric,
  key.method,
  key.base ?? '',
  key.binning,
  key.tool,
];

/** The number of the series; `null` where there is none yet. */
export const findSeriesId = ({ findSeries }: Pick<IndexStatements, 'findSeries'>, key: SeriesKey): number | null =>
  findSeries.get(...partsOf(key)) ?? null;

/** The number of the series, which is made where it is new. */
export function seriesIdOf(statements: IndexStatements, key: SeriesKey): number {
  return findSeriesId(statements, key) ?? Number(statements.insertSeries.run(...partsOf(key)).lastInsertRowid);
}
