/**
 * What the journal is searched by: who, when, and which fields an entry changed (`models.tier`; `models.*`: rows that came
 * or went; `@models`: the subject). Entries whose changes lie in blocks cannot be read by SQL: of old ones the rows that
 * came or went are not known, and `@blocks` marks them, so that a search by field can say that it did not look there.
 */
export const migration0019 = {
  version: 19,
  name: 'journal-search',
  sql: `
CREATE INDEX journal_actor ON journal (actor, at);
CREATE INDEX journal_at ON journal (at);

CREATE TABLE journal_fields (
  field TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (field, seq)
) STRICT, WITHOUT ROWID;

INSERT OR IGNORE INTO journal_fields
  SELECT entity || '.*', seq FROM journal_changes WHERE before IS NULL OR after IS NULL;
INSERT OR IGNORE INTO journal_fields
  SELECT change.entity || '.' || cell.key, change.seq
  FROM journal_changes AS change, json_each(iif(json_valid(change.after), change.after, '{}')) AS cell
  WHERE change.before IS NOT NULL AND change.after IS NOT NULL;
INSERT OR IGNORE INTO journal_fields SELECT '@blocks', seq FROM journal_blocks;
INSERT OR IGNORE INTO journal_fields SELECT '@models', seq FROM journal_blocks;
INSERT OR IGNORE INTO journal_fields
  SELECT CASE
    WHEN entity IN ('models', 'moves', 'approvals', 'versions', 'challengers', 'merged_models') THEN '@models'
    WHEN entity IN ('incidents', 'incident_moves') THEN '@incidents'
    WHEN entity IN ('drift_batches', 'drift_rules', 'drift_bands', 'retraining_items') THEN '@drift'
    WHEN entity IN ('assessments', 'assessment_answers', 'vendor_offers') THEN '@assessments'
    WHEN entity IN ('scenarios', 'scenario_values') THEN '@scenarios'
    WHEN entity IN ('imports', 'sources', 'unit_aliases', 'identity_answers', 'model_sources', 'presets') THEN '@imports'
    WHEN entity = 'reports' THEN '@reports'
    WHEN entity = 'views' THEN '@views'
    ELSE '@portfolio'
  END, seq FROM journal_changes;
INSERT OR IGNORE INTO journal_fields SELECT '@portfolio', seq FROM journal WHERE changes = 0;

CREATE TRIGGER journal_fields_no_update BEFORE UPDATE ON journal_fields BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_fields_no_delete BEFORE DELETE ON journal_fields BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
`,
};
