/** Rows of drift: only batches are facts, the rest is their points and what leads to them. */

/** Results that one call or import brought for one model; its points count while this row is there. */
export interface DriftBatchRow {
  id: string;
  /** Of two results for one series and time, that of the higher number counts. */
  no: number;
  model_id: string;
  import_id: string | null;
  recorded_at: string;
  actor: string;
  tool: string;
  version: string;
  /** The file that it came from; '' = recorded here. */
  origin: string;
  created: number;
  updated: number;
  /** Numbers of the batches whose results came again with this one and were not stored twice (JSON). */
  relies_on: string;
}

/** Every batch whose points are in the file, also those that were taken back: an undo of the undo finds them again. */
export interface DriftLoadRow {
  no: number;
  model_id: string;
  batch_id: string;
}

export interface DriftSeriesRow {
  id: number;
  model_id: string;
  column_name: string;
  metric: string;
  method: string;
  /** '2', 'e' or ''. */
  base: string;
  binning: string;
  tool: string;
}

export interface DriftDistributionRow {
  series_id: number;
  at: number;
  batch: number;
  content: string;
}
