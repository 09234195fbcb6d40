/**
 * What rule packs ask for: what sort of thing a model is, who built, validates and oversees it, what it may be used for; answers to their questions, evidence (everything dated that somebody vouches for), findings, what a
 * model rests on, small named facts of models and of the organisation, where its units belong, and the reports that incidents
 * owe. Lists are JSON as text.
 */
export const migration0022 = {
  version: 22,
  name: 'governance',
  sql: `
ALTER TABLE models ADD COLUMN kind TEXT;
ALTER TABLE models ADD COLUMN autonomy TEXT;
ALTER TABLE models ADD COLUMN vendor TEXT NOT NULL DEFAULT '';
ALTER TABLE models ADD COLUMN developer TEXT NOT NULL DEFAULT '';
ALTER TABLE models ADD COLUMN reviewer TEXT NOT NULL DEFAULT '';
ALTER TABLE models ADD COLUMN overseer TEXT NOT NULL DEFAULT '';
ALTER TABLE models ADD COLUMN approved_uses TEXT NOT NULL DEFAULT '';
ALTER TABLE models ADD COLUMN limitations TEXT NOT NULL DEFAULT '';
ALTER TABLE models ADD COLUMN data_sources TEXT NOT NULL DEFAULT '';

CREATE TABLE governance_answers (
  id TEXT PRIMARY KEY,
  model_id TEXT NOT NULL REFERENCES models (id),
  pack TEXT NOT NULL,
  question TEXT NOT NULL,
  value TEXT NOT NULL,
  answered_on TEXT NOT NULL,
  answered_by TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX governance_answers_model ON governance_answers (model_id, pack);

CREATE TABLE evidence (
  id TEXT PRIMARY KEY,
  model_id TEXT REFERENCES models (id),
  unit TEXT NOT NULL,
  kind TEXT NOT NULL,
  on_day TEXT NOT NULL,
  valid_until TEXT,
  by_whom TEXT NOT NULL,
  outcome TEXT NOT NULL,
  covers TEXT NOT NULL,
  link TEXT NOT NULL,
  hash TEXT NOT NULL,
  note TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_model ON evidence (model_id, kind, on_day);

CREATE TABLE findings (
  id TEXT PRIMARY KEY,
  model_id TEXT NOT NULL REFERENCES models (id),
  title TEXT NOT NULL,
  source TEXT NOT NULL,
  topic TEXT NOT NULL,
  severity TEXT NOT NULL,
  status TEXT NOT NULL,
  opened_on TEXT NOT NULL,
  due TEXT,
  owner TEXT NOT NULL,
  remediation TEXT NOT NULL,
  closed_on TEXT,
  closed_by TEXT REFERENCES evidence (id),
  accepted_until TEXT,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX findings_model ON findings (model_id, status);
CREATE INDEX findings_closed_by ON findings (closed_by) WHERE closed_by IS NOT NULL;

CREATE TABLE dependencies (
  id TEXT PRIMARY KEY,
  model_id TEXT NOT NULL REFERENCES models (id),
  depends_on TEXT REFERENCES models (id),
  outside TEXT NOT NULL,
  relation TEXT NOT NULL,
  critical INTEGER NOT NULL,
  from_day TEXT NOT NULL,
  until_day TEXT,
  by_whom TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX dependencies_model ON dependencies (model_id);
CREATE INDEX dependencies_on ON dependencies (depends_on) WHERE depends_on IS NOT NULL;

CREATE TABLE model_facts (
  id TEXT PRIMARY KEY,
  model_id TEXT NOT NULL REFERENCES models (id),
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  stated_on TEXT NOT NULL,
  stated_by TEXT NOT NULL
) STRICT;
CREATE INDEX model_facts_name ON model_facts (model_id, name);

CREATE TABLE governed_units (
  id TEXT PRIMARY KEY,
  unit TEXT NOT NULL UNIQUE,
  jurisdictions TEXT NOT NULL,
  bodies TEXT NOT NULL,
  frameworks TEXT NOT NULL
) STRICT;

CREATE TABLE organisation_facts (
  id TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE incident_reports (
  id TEXT PRIMARY KEY,
  incident_id TEXT NOT NULL REFERENCES incidents (id),
  pack TEXT NOT NULL,
  clock TEXT NOT NULL,
  class TEXT NOT NULL,
  aware_on TEXT NOT NULL,
  reported_on TEXT,
  authority TEXT NOT NULL,
  reference TEXT NOT NULL,
  final_report_on TEXT
) STRICT;
CREATE INDEX incident_reports_incident ON incident_reports (incident_id);
`,
};
