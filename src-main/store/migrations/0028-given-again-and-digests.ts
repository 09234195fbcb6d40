/**
 * What is a person's own when commands are given again that waited: what this copy had when they were given first, and the entries
 * of those that were taken already. Neither is a fact.
 *
 * A fact is what a batch of drift results recorded, by its digest: batches of before have none.
 */
export const migration0028 = {
  version: 28,
  name: 'given again, and digests of results',
  sql: `
ALTER TABLE sharing_waiting ADD COLUMN had INTEGER NOT NULL DEFAULT 0;
UPDATE sharing_waiting SET had = coalesce((SELECT seq FROM sharing), 0);

CREATE TABLE sharing_given (
  seq INTEGER PRIMARY KEY
) STRICT;

ALTER TABLE drift_batches ADD COLUMN digest TEXT NOT NULL DEFAULT '';
`,
};
