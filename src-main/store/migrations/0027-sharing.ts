/** Of a portfolio that a team shares on a server: where that is, and changes that were made without it. Neither is a fact of it. */
export const migration0027 = {
  version: 27,
  name: 'sharing',
  sql: `
CREATE TABLE sharing (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  portfolio TEXT NOT NULL,
  address TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  joined_at TEXT NOT NULL
) STRICT;

CREATE TABLE sharing_waiting (
  id TEXT PRIMARY KEY,
  no INTEGER NOT NULL UNIQUE,
  seq INTEGER,
  channel TEXT NOT NULL,
  input TEXT NOT NULL,
  seen INTEGER NOT NULL,
  at TEXT NOT NULL,
  label TEXT NOT NULL,
  run_at TEXT,
  fields TEXT NOT NULL,
  ids TEXT NOT NULL,
  refusal TEXT
) STRICT;
`,
};
