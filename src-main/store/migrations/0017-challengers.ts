/**
 * A version that runs beside the one that is live: since when, in the shadow or on a share of the traffic, and how that
 * ended. Results of it are batches of its own, which count for it and not for the model (`drift_batches.challenger_id`;
 * '' = of the model).
 */
export const migration0017 = {
  version: 17,
  name: 'challengers',
  sql: `
CREATE TABLE challengers (
  id TEXT PRIMARY KEY,
  model_id TEXT NOT NULL REFERENCES models (id),
  version TEXT NOT NULL,
  champion TEXT NOT NULL,
  mode TEXT NOT NULL,
  share REAL,
  started_at TEXT NOT NULL,
  decide_by TEXT,
  note TEXT NOT NULL,
  actor TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  outcome TEXT,
  ended_at TEXT,
  ended_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  evidence TEXT NOT NULL,
  move_id TEXT
) STRICT;
CREATE INDEX challengers_model ON challengers (model_id, started_at);

ALTER TABLE drift_batches ADD COLUMN model_version TEXT NOT NULL DEFAULT '';
ALTER TABLE drift_batches ADD COLUMN challenger_id TEXT NOT NULL DEFAULT '';
`,
};
