/**
 * Which models a plan retires in its first year, as somebody chose them: the number stays an input of the plan, this says
 * whom it means.
 */
export const migration0020 = {
  version: 20,
  name: 'planned retirements',
  sql: `
CREATE TABLE planned_retirements (
  id TEXT PRIMARY KEY,
  scenario_id TEXT NOT NULL REFERENCES scenarios (id),
  model_id TEXT NOT NULL REFERENCES models (id)
) STRICT;
CREATE INDEX planned_retirements_scenario ON planned_retirements (scenario_id);
CREATE INDEX planned_retirements_model ON planned_retirements (model_id);
`,
};
