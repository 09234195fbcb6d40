/** Reports that were made: when, of which content, and the figures that the next one compares itself with. */
export const migration0007 = {
  version: 7,
  name: 'reports',
  sql: `
CREATE TABLE reports (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  file_name TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  locale TEXT NOT NULL,
  redacted TEXT NOT NULL,
  figures TEXT NOT NULL
) STRICT;
CREATE INDEX reports_at ON reports (at);
`,
};
