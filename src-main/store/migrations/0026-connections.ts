/** Where models are brought from again and again; without a secret. */
export const migration0026 = {
  version: 26,
  name: 'connections',
  sql: `
CREATE TABLE connections (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  address TEXT NOT NULL,
  scope TEXT NOT NULL,
  auth TEXT NOT NULL,
  login TEXT NOT NULL,
  secret_ref TEXT NOT NULL,
  ca_file TEXT NOT NULL,
  plain_http INTEGER NOT NULL,
  refresh TEXT NOT NULL,
  mapping TEXT NOT NULL,
  source TEXT NOT NULL,
  system TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
`,
};
