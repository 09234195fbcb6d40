/** Maturity assessments with their answers, and vendors' offers; lists and maps as JSON. */
export const migration0002 = {
  version: 2,
  name: 'assessments',
  sql: `
CREATE TABLE assessments (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  status TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  question_version INTEGER NOT NULL,
  target INTEGER NOT NULL,
  component_targets TEXT NOT NULL,
  weights TEXT NOT NULL,
  inputs TEXT NOT NULL,
  respondents TEXT NOT NULL,
  position TEXT NOT NULL,
  roadmap TEXT,
  result TEXT
) STRICT;

CREATE TABLE assessment_answers (
  id TEXT PRIMARY KEY,
  assessment_id TEXT NOT NULL REFERENCES assessments (id),
  question_id TEXT NOT NULL,
  respondent TEXT NOT NULL,
  value TEXT NOT NULL,
  grade INTEGER NOT NULL,
  reason TEXT NOT NULL,
  comment TEXT NOT NULL,
  link TEXT NOT NULL,
  owner TEXT NOT NULL,
  answered_at TEXT NOT NULL
) STRICT;
CREATE INDEX assessment_answers_assessment ON assessment_answers (assessment_id, question_id);

CREATE TABLE vendor_offers (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  notes TEXT NOT NULL,
  components TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
`,
};
