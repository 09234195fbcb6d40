/**
 * Retraining as an item with a story: asked for by drift or by a person, in work by somebody until a day, and ended by a
 * version that went live or decided against until a day. What had been resolved before keeps its day, person and note;
 * how it ended nobody had been asked, so that
 * it is left empty, as the journal has it. `move_id` names the release; the release may be taken back without it. An incident
 * says who mitigates it until when, and what did.
 */
export const migration0014 = {
  version: 14,
  name: 'retraining-and-mitigation',
  sql: `
CREATE TABLE retraining_before AS SELECT * FROM retraining_items;
DROP TABLE retraining_items;
CREATE TABLE retraining_items (
  id TEXT PRIMARY KEY,
  model_id TEXT NOT NULL REFERENCES models (id),
  asked_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  series_id INTEGER,
  column_name TEXT NOT NULL,
  metric TEXT NOT NULL,
  windows INTEGER NOT NULL,
  first_at TEXT,
  last_at TEXT,
  opened_at TEXT NOT NULL,
  opened_by TEXT NOT NULL,
  started_at TEXT,
  owner TEXT NOT NULL,
  until TEXT,
  outcome TEXT,
  resolved_at TEXT,
  resolved_by TEXT NOT NULL,
  note TEXT NOT NULL,
  version TEXT NOT NULL,
  move_id TEXT,
  against_until TEXT,
  settled_up_to TEXT
) STRICT;
INSERT INTO retraining_items
SELECT id, model_id, 'drift', '', series_id, column_name, metric, windows, first_at, last_at, opened_at, '', NULL, '', NULL,
  NULL,
  resolved_at, resolved_by, note, '', NULL, NULL, settled_up_to
FROM retraining_before;
DROP TABLE retraining_before;
CREATE INDEX retraining_items_model ON retraining_items (model_id, opened_at);
CREATE INDEX retraining_items_open ON retraining_items (model_id) WHERE resolved_at IS NULL;

ALTER TABLE incidents ADD COLUMN mitigation_owner TEXT NOT NULL DEFAULT '';
ALTER TABLE incidents ADD COLUMN mitigation_due TEXT;
ALTER TABLE incidents ADD COLUMN mitigation TEXT NOT NULL DEFAULT '';
ALTER TABLE incidents ADD COLUMN mitigation_version TEXT NOT NULL DEFAULT '';
`,
};
