import type Database from 'better-sqlite3';
import type { SeriesKey } from '#domain/drift/result-columns';
import { baseOf } from '../series';
import type { DriftBatchRow, DriftSeriesRow } from '../tables';
import { indexStatements, seriesIdOf } from './index-days';
import {
  ALL_TIME,
  decodeBlocks,
  emptyPoints,
  type PointStatements,
  pointStatements,
  readBlocks,
  STORED_COLUMNS,
  writePoints,
} from './points';

interface Models {
  readonly from: string;
  readonly to: string;
}

export interface CopiedResults {
  /** The batches of the other model that the copied points hang on. */
  readonly copies: readonly DriftBatchRow[];
  /** The series of the other model that stands for one of the first. */
  readonly seriesOf: (seriesId: number) => number;
}

/** Copies the points of these batches (all that one model has, by number) to another model; also those that do not count now. */
export async function copyResults(
  db: Database.Database,
  batches: readonly DriftBatchRow[],
  { from, to }: Models,
  newId: () => string,
): Promise<CopiedResults> {
  const statements = { ...pointStatements(db), ...indexStatements(db) };
  const numbers = new Map<number, number>();
  const copies = batches.map((batch): DriftBatchRow => {
    const id = newId();
    const no = Number(statements.insertLoad.run(to, id).lastInsertRowid);
    numbers.set(batch.no, no);
    return { ...batch, id, no, model_id: to, relies_on: renumbered(batch.relies_on, numbers) };
  });
  const series = db
    .prepare<[string], DriftSeriesRow>('SELECT * FROM drift_series WHERE model_id = ? ORDER BY id')
    .all(from);
  const targets = new Map<number, number>();
  for (const row of series) {
    const target = seriesIdOf(statements, keyOf(row, to));
    targets.set(row.id, target);
    copyPoints(statements, row.id, target, numbers);
    copyDistributions(db, row.id, target, numbers);
    // Other calls have their turn between two series.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { copies, seriesOf: (id) => targets.get(id) ?? id };
}

/** A batch relies on earlier ones only, which have their new numbers by then; those that are gone need none. */
const renumbered = (reliesOn: string, numbers: ReadonlyMap<number, number>): string =>
  JSON.stringify((JSON.parse(reliesOn) as number[]).flatMap((no) => numbers.get(no) ?? [])); // written by the append

const keyOf = (row: DriftSeriesRow, modelId: string): SeriesKey => ({
  modelId,
  column: row.column_name,
  metric: row.metric,
  method: row.method,
  base: baseOf(row.base),
  binning: row.binning,
  tool: row.tool,
});

/** In the order of time, as points are written; of one time in that of their batches. */
function copyPoints(
  statements: PointStatements,
  seriesId: number,
  target: number,
  numbers: ReadonlyMap<number, number>,
): void {
  const all = decodeBlocks(readBlocks(statements, seriesId, ALL_TIME), STORED_COLUMNS);
  const { at, batch } = all;
  const places = Uint32Array.from(at, (_, i) => i)
    .filter((i) => numbers.has(batch[i] ?? 0))
    .sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0) || (batch[a] ?? 0) - (batch[b] ?? 0));
  if (places.length === 0) return;
  const copied = emptyPoints(places.length, STORED_COLUMNS);
  for (const [i, place] of places.entries()) {
    for (const name of STORED_COLUMNS) copied[name][i] = all[name][place] ?? Number.NaN;
    copied.batch[i] = numbers.get(batch[place] ?? 0) ?? Number.NaN;
  }
  writePoints(statements, target, copied);
}

function copyDistributions(
  db: Database.Database,
  seriesId: number,
  target: number,
  numbers: ReadonlyMap<number, number>,
): void {
  const copy = db.prepare<[number, number, number, number]>(
    `INSERT INTO drift_distributions (series_id, at, batch, content)
      SELECT ?, at, ?, content FROM drift_distributions WHERE series_id = ? AND batch = ?`,
  );
  for (const [before, now] of numbers) copy.run(target, now, seriesId, before);
}
