/** Incidents with their state moves. Times are ISO instants; links and postmortem are JSON; money is in minor units. */
export const migration0004 = {
  version: 4,
  name: 'incidents',
  sql: `
CREATE TABLE incidents (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  severity INTEGER,
  status TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  detected_at TEXT,
  acknowledged_at TEXT,
  mitigated_at TEXT,
  resolved_at TEXT,
  closed_at TEXT,
  last_move_at TEXT,
  reopen_count INTEGER NOT NULL,
  cause TEXT NOT NULL,
  caused_by_change TEXT NOT NULL,
  change_reference TEXT NOT NULL,
  detected_by TEXT NOT NULL,
  person_hours REAL,
  cost_minor INTEGER,
  harm_category TEXT NOT NULL,
  reportable TEXT NOT NULL,
  owner TEXT NOT NULL,
  links TEXT NOT NULL,
  postmortem TEXT NOT NULL,
  reviewed_at TEXT,
  model_id TEXT REFERENCES models (id),
  model_text TEXT NOT NULL,
  version TEXT NOT NULL,
  source TEXT NOT NULL,
  external_id TEXT NOT NULL,
  external_url TEXT NOT NULL,
  import_id TEXT REFERENCES imports (id),
  import_row INTEGER,
  imported TEXT NOT NULL,
  search_text TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX incidents_opened ON incidents (opened_at);
CREATE INDEX incidents_number ON incidents (number);
CREATE INDEX incidents_model ON incidents (model_id, opened_at) WHERE model_id IS NOT NULL;
CREATE INDEX incidents_external ON incidents (external_id, source) WHERE external_id <> '';
CREATE INDEX incidents_import ON incidents (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE incident_moves (
  id TEXT PRIMARY KEY,
  incident_id TEXT NOT NULL REFERENCES incidents (id),
  ord INTEGER NOT NULL,
  to_status TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  note TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX incident_moves_incident ON incident_moves (incident_id, at, ord);
`,
};
