/** Rule packs of the organisation's own, and who held which line of a pack against the official text. */
export const migration0025 = {
  version: 25,
  name: 'own packs',
  sql: `
CREATE TABLE rule_packs (
  id TEXT PRIMARY KEY,
  content TEXT NOT NULL,
  based_on TEXT NOT NULL,
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL
) STRICT;

CREATE TABLE pack_readings (
  id TEXT PRIMARY KEY,
  pack TEXT NOT NULL,
  what TEXT NOT NULL,
  item TEXT NOT NULL,
  digest TEXT NOT NULL,
  outcome TEXT NOT NULL,
  read_on TEXT NOT NULL,
  read_by TEXT NOT NULL,
  link TEXT NOT NULL,
  note TEXT NOT NULL,
  noted_at TEXT NOT NULL
) STRICT;
`,
};
