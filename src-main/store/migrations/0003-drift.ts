/**
 * Drift results. Facts are only the batches: which results a person or an import brought for one model. Their points lie
 * in columns (segments of about 1,000, and a tail of rows not yet folded into one) and are never changed: a point counts
 * while its batch is in `drift_batches`, and of several for one time the one of the latest batch. So an undo of a million
 * points is one row. Times are milliseconds since 1970.
 */
export const migration0003 = {
  version: 3,
  name: 'drift',
  sql: `
CREATE TABLE drift_batches (
  id TEXT PRIMARY KEY,
  no INTEGER NOT NULL UNIQUE,
  model_id TEXT NOT NULL REFERENCES models (id),
  import_id TEXT,
  recorded_at TEXT NOT NULL,
  actor TEXT NOT NULL,
  tool TEXT NOT NULL,
  version TEXT NOT NULL,
  origin TEXT NOT NULL,
  created INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  relies_on TEXT NOT NULL
) STRICT;
CREATE INDEX drift_batches_model ON drift_batches (model_id, no);
CREATE INDEX drift_batches_import ON drift_batches (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE drift_loads (
  no INTEGER PRIMARY KEY,
  model_id TEXT NOT NULL,
  batch_id TEXT NOT NULL
) STRICT;
CREATE INDEX drift_loads_model ON drift_loads (model_id, no);

CREATE TABLE drift_series (
  id INTEGER PRIMARY KEY,
  model_id TEXT NOT NULL,
  column_name TEXT NOT NULL,
  metric TEXT NOT NULL,
  method TEXT NOT NULL,
  base TEXT NOT NULL,
  binning TEXT NOT NULL,
  tool TEXT NOT NULL,
  UNIQUE (model_id, column_name, metric, method, base, binning, tool)
) STRICT;

CREATE TABLE drift_segments (
  id INTEGER PRIMARY KEY,
  series_id INTEGER NOT NULL,
  from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL,
  first_batch INTEGER NOT NULL,
  last_batch INTEGER NOT NULL,
  n INTEGER NOT NULL,
  min REAL,
  max REAL,
  sum REAL,
  last REAL,
  worst INTEGER,
  points BLOB NOT NULL
) STRICT;
CREATE INDEX drift_segments_series ON drift_segments (series_id, to_at);

CREATE TABLE drift_tail (
  series_id INTEGER NOT NULL,
  at INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  span INTEGER,
  value REAL,
  n_ref INTEGER,
  n_cur INTEGER,
  n_bins INTEGER,
  lower REAL,
  upper REAL,
  verdict INTEGER,
  row INTEGER,
  PRIMARY KEY (series_id, at, batch)
) STRICT, WITHOUT ROWID;

CREATE TABLE drift_distributions (
  series_id INTEGER NOT NULL,
  at INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (series_id, at, batch)
) STRICT, WITHOUT ROWID;
`,
};
