/** What a person says that parts of a plan's investments pay for (JSON, money in minor units); NULL: nothing is named. */
export const migration0016 = {
  version: 16,
  name: 'scenario-named',
  sql: `
ALTER TABLE scenarios ADD COLUMN named TEXT;
`,
};
