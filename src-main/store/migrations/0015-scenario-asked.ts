/** What a house has said besides and had kept with a plan: start, years, people, books (JSON, money in minor units). */
export const migration0015 = {
  version: 15,
  name: 'scenario-asked',
  sql: `
ALTER TABLE scenarios ADD COLUMN asked TEXT;
`,
};
