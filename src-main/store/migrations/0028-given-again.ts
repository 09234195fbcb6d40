/**
 * What is a person's own when commands are given again that waited: what this copy had when they were given first, and the entries
 * of those that were taken already. Neither is a fact.
 */
export const migration0028 = {
  version: 28,
  name: 'given again',
  sql: `
ALTER TABLE sharing_waiting ADD COLUMN had INTEGER NOT NULL DEFAULT 0;

CREATE TABLE sharing_given (
  seq INTEGER PRIMARY KEY
) STRICT;
`,
};
