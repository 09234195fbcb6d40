/**
 * An inventory that comes in again: how exactly a day is known, whether anybody said that a model is monitored, the
 * sources that are brought again, what people answered about identities and units, and what is known of versions.
 *
 * What imports of before wrote as `deployed` without a column on monitoring says nothing on it.
 */
export const migration0010 = {
  version: 10,
  name: 'imports-again',
  sql: `
ALTER TABLE moves ADD COLUMN precision TEXT NOT NULL DEFAULT 'day';
ALTER TABLE moves ADD COLUMN monitoring_said INTEGER NOT NULL DEFAULT 1;
ALTER TABLE models ADD COLUMN stage_since_precision TEXT NOT NULL DEFAULT 'day';
ALTER TABLE models ADD COLUMN version_since_precision TEXT NOT NULL DEFAULT 'day';
ALTER TABLE models ADD COLUMN first_deployed_precision TEXT NOT NULL DEFAULT 'day';
ALTER TABLE models ADD COLUMN monitoring_known INTEGER NOT NULL DEFAULT 1;

UPDATE moves SET monitoring_said = 0
WHERE to_stage = 'deployed' AND import_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM imports, json_each(imports.mapping, '$.fields') AS mapped
  WHERE imports.id = moves.import_id AND json_extract(mapped.value, '$.field') = 'monitored'
);
UPDATE models SET monitoring_known = 0
WHERE stage = 'deployed' AND 0 = (
  SELECT monitoring_said FROM moves WHERE moves.model_id = models.id ORDER BY ord DESC LIMIT 1
);

CREATE TABLE sources (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  system TEXT NOT NULL,
  key TEXT NOT NULL,
  columns TEXT NOT NULL,
  mapping TEXT NOT NULL,
  rules TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
ALTER TABLE imports ADD COLUMN source_id TEXT;
ALTER TABLE model_sources ADD COLUMN source_id TEXT;
CREATE INDEX model_sources_source ON model_sources (source_id, model_id) WHERE source_id IS NOT NULL;

CREATE TABLE unit_aliases (
  id TEXT PRIMARY KEY,
  scope TEXT NOT NULL,
  unit TEXT NOT NULL,
  alias TEXT NOT NULL,
  kind TEXT NOT NULL,
  actor TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE identity_answers (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL,
  row_key TEXT NOT NULL,
  model_id TEXT REFERENCES models (id),
  answer TEXT NOT NULL,
  actor TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX identity_answers_source ON identity_answers (source_id, row_key);
CREATE INDEX identity_answers_model ON identity_answers (model_id) WHERE model_id IS NOT NULL;

CREATE TABLE merged_models (
  id TEXT PRIMARY KEY,
  into_id TEXT NOT NULL REFERENCES models (id),
  name TEXT NOT NULL,
  external_references TEXT NOT NULL,
  actor TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX merged_models_into ON merged_models (into_id);

CREATE TABLE versions (
  id TEXT PRIMARY KEY,
  model_id TEXT NOT NULL REFERENCES models (id),
  version TEXT NOT NULL,
  alias TEXT NOT NULL,
  stage TEXT NOT NULL,
  until TEXT,
  until_precision TEXT NOT NULL DEFAULT 'day',
  import_id TEXT,
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX versions_model ON versions (model_id, version);
`,
};
