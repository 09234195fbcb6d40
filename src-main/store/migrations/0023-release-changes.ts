/** What a release changed: weights or code, prompt, the provider's model, tools or configuration; '' = nobody has said. */
export const migration0023 = {
  version: 23,
  name: 'release changes',
  sql: `
ALTER TABLE moves ADD COLUMN changed TEXT NOT NULL DEFAULT '';
`,
};
