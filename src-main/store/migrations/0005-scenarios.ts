/** Investment scenarios with every value that an input has had; money in minor units of the scenario's currency. */
export const migration0005 = {
  version: 5,
  name: 'scenarios',
  sql: `
CREATE TABLE scenarios (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  notes TEXT NOT NULL,
  author TEXT NOT NULL,
  currency TEXT NOT NULL,
  chosen INTEGER NOT NULL,
  preset TEXT,
  copied_from TEXT,
  compare TEXT NOT NULL,
  inputs TEXT NOT NULL,
  ranges TEXT NOT NULL,
  correlations TEXT NOT NULL,
  runs INTEGER NOT NULL,
  seed INTEGER NOT NULL,
  model_value_minor INTEGER,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE scenario_values (
  id TEXT PRIMARY KEY,
  scenario_id TEXT NOT NULL REFERENCES scenarios (id),
  path TEXT NOT NULL,
  ord INTEGER NOT NULL,
  value REAL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  origin TEXT NOT NULL
) STRICT;
CREATE INDEX scenario_values_path ON scenario_values (scenario_id, path, ord);
`,
};
