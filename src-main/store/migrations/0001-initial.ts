/** The first shape of a portfolio file. Money is in minor units; instants are ISO text; JSON columns hold arrays or objects. */
export const migration0001 = {
  version: 1,
  name: 'initial',
  sql: `
CREATE TABLE portfolio (
  id TEXT PRIMARY KEY CHECK (id = 'portfolio'),
  name TEXT NOT NULL,
  currency TEXT NOT NULL,
  created_at TEXT NOT NULL,
  settings TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE models (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  purpose TEXT NOT NULL,
  unit TEXT NOT NULL,
  business_owner TEXT NOT NULL,
  technical_owner TEXT NOT NULL,
  type TEXT NOT NULL,
  origin TEXT,
  tier INTEGER,
  update_frequency TEXT,
  criticality TEXT,
  personal_data TEXT NOT NULL,
  annual_value_minor INTEGER,
  annual_run_cost_minor INTEGER,
  next_review TEXT,
  external_references TEXT NOT NULL,
  tags TEXT NOT NULL,
  notes TEXT NOT NULL,
  health TEXT NOT NULL,
  search_text TEXT NOT NULL,
  stage TEXT NOT NULL,
  stage_since TEXT,
  first_development_at TEXT,
  first_deployed_at TEXT,
  time_to_production_days REAL,
  version TEXT NOT NULL,
  version_since TEXT,
  last_move_at TEXT,
  last_approval_at TEXT,
  review_due TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX models_name ON models (name COLLATE NOCASE, id);
CREATE INDEX models_stage ON models (stage, tier, unit, update_frequency);

CREATE TABLE moves (
  id TEXT PRIMARY KEY,
  model_id TEXT NOT NULL REFERENCES models (id),
  ord REAL NOT NULL,
  to_stage TEXT NOT NULL,
  at TEXT,
  implied INTEGER NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT NOT NULL,
  correction INTEGER NOT NULL,
  version TEXT NOT NULL,
  replaced_by TEXT REFERENCES models (id),
  recorded_at TEXT NOT NULL,
  import_id TEXT
) STRICT;
CREATE INDEX moves_model ON moves (model_id, ord);
CREATE INDEX moves_stage ON moves (to_stage, at, model_id);
CREATE INDEX moves_replaced_by ON moves (replaced_by) WHERE replaced_by IS NOT NULL;

CREATE TABLE approvals (
  id TEXT PRIMARY KEY,
  model_id TEXT NOT NULL REFERENCES models (id),
  approved_by TEXT NOT NULL,
  at TEXT NOT NULL,
  note TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX approvals_model ON approvals (model_id, at);

CREATE TABLE imports (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  file_name TEXT NOT NULL,
  file_hash TEXT NOT NULL,
  format TEXT NOT NULL,
  preset TEXT,
  mapping TEXT NOT NULL,
  rows_read INTEGER NOT NULL,
  created INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  problems TEXT NOT NULL,
  undone INTEGER NOT NULL
) STRICT;

CREATE TABLE model_sources (
  id TEXT PRIMARY KEY,
  model_id TEXT NOT NULL REFERENCES models (id),
  import_id TEXT NOT NULL REFERENCES imports (id),
  imported_at TEXT NOT NULL,
  key_text TEXT NOT NULL,
  row_number INTEGER NOT NULL,
  fields TEXT NOT NULL,
  stage TEXT,
  events TEXT NOT NULL,
  origins TEXT NOT NULL
) STRICT;
CREATE INDEX model_sources_model ON model_sources (model_id, imported_at);
CREATE INDEX model_sources_import ON model_sources (import_id, model_id);

CREATE TABLE presets (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  mapping TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE views (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  channel TEXT NOT NULL,
  label TEXT NOT NULL,
  ref_seq INTEGER,
  undo_prev INTEGER,
  undo_top INTEGER,
  redo_prev INTEGER,
  redo_top INTEGER,
  changes INTEGER NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE TABLE journal_changes (
  seq INTEGER NOT NULL,
  ord INTEGER NOT NULL,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  model_id TEXT,
  before TEXT,
  after TEXT,
  PRIMARY KEY (seq, ord)
) STRICT;
CREATE INDEX journal_changes_model ON journal_changes (model_id, seq) WHERE model_id IS NOT NULL;
CREATE INDEX journal_changes_import ON journal_changes (entity_id, seq) WHERE entity = 'imports';

CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_changes_no_update BEFORE UPDATE ON journal_changes BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_changes_no_delete BEFORE DELETE ON journal_changes BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
`,
};
