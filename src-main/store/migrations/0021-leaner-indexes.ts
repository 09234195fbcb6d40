/**
 * An index that nothing asks, and one of all moves of which only releases are asked for: together a tenth of what a model that
 * came by import takes. From here on a block of the journal may be packed in another way (`journal/blocks.ts`).
 */
export const migration0021 = {
  version: 21,
  name: 'leaner indexes',
  sql: `
DROP INDEX model_sources_source;
DROP INDEX moves_stage;
CREATE INDEX moves_deployed ON moves (at, model_id) WHERE to_stage = 'deployed';
`,
};
