/**
 * What a large import noted takes a fifteenth of the file: runs of changes lie compressed, with the models that they
 * concern beside them. The columns of an import's cells are named once for all its rows.
 */
export const migration0011 = {
  version: 11,
  name: 'journal-blocks',
  sql: `
CREATE TABLE journal_blocks (
  seq INTEGER NOT NULL,
  ord INTEGER NOT NULL,
  changes INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (seq, ord)
) STRICT;
CREATE TABLE journal_block_models (
  model_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  ord INTEGER NOT NULL,
  PRIMARY KEY (model_id, seq, ord)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER journal_blocks_no_update BEFORE UPDATE ON journal_blocks BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_blocks_no_delete BEFORE DELETE ON journal_blocks BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_block_models_no_update BEFORE UPDATE ON journal_block_models BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_block_models_no_delete BEFORE DELETE ON journal_block_models BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

ALTER TABLE imports ADD COLUMN columns TEXT NOT NULL DEFAULT '[]';
DROP INDEX model_sources_model;
CREATE INDEX model_sources_model ON model_sources (model_id);
`,
};
