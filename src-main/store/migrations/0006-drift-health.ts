/**
 * What follows from drift results: bands that somebody changed and retraining that is due are facts; `drift_models` is
 * worked out from points, bands and the day of asking, and never journaled.
 */
export const migration0006 = {
  version: 6,
  name: 'drift-health',
  sql: `
CREATE TABLE drift_rules (
  id TEXT PRIMARY KEY CHECK (id = 'drift'),
  version TEXT NOT NULL,
  retraining_windows INTEGER NOT NULL
) STRICT;

CREATE TABLE drift_bands (
  id TEXT PRIMARY KEY,
  metric TEXT NOT NULL,
  model_id TEXT REFERENCES models (id),
  tier INTEGER,
  watch REAL NOT NULL,
  act REAL NOT NULL
) STRICT;
CREATE INDEX drift_bands_model ON drift_bands (model_id) WHERE model_id IS NOT NULL;

CREATE TABLE retraining_items (
  id TEXT PRIMARY KEY,
  model_id TEXT NOT NULL REFERENCES models (id),
  series_id INTEGER NOT NULL,
  column_name TEXT NOT NULL,
  metric TEXT NOT NULL,
  windows INTEGER NOT NULL,
  first_at TEXT NOT NULL,
  last_at TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  resolved_at TEXT,
  resolved_by TEXT NOT NULL,
  note TEXT NOT NULL,
  settled_up_to TEXT
) STRICT;
CREATE INDEX retraining_items_model ON retraining_items (model_id, opened_at);
CREATE INDEX retraining_items_open ON retraining_items (model_id) WHERE resolved_at IS NULL;

CREATE TABLE drift_models (
  model_id TEXT PRIMARY KEY,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  last_at INTEGER,
  as_of_day INTEGER NOT NULL,
  silent_from INTEGER NOT NULL,
  cadence REAL,
  health TEXT NOT NULL,
  reason TEXT NOT NULL,
  since_day INTEGER,
  worst_series INTEGER,
  worst_at INTEGER,
  worst_value REAL,
  worst_code INTEGER NOT NULL,
  days BLOB NOT NULL
) STRICT, WITHOUT ROWID;
`,
};
