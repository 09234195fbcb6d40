/** Who accepted a finding, from which day on and why; '' and NULL = of an acceptance of before, nobody said. */
export const migration0024 = {
  version: 24,
  name: 'accepted findings',
  sql: `
ALTER TABLE findings ADD COLUMN accepted_on TEXT;
ALTER TABLE findings ADD COLUMN accepted_by TEXT NOT NULL DEFAULT '';
ALTER TABLE findings ADD COLUMN accepted_reason TEXT NOT NULL DEFAULT '';
`,
};
