/** A view is kept of any page with filters, not of the portfolio alone. */
export const migration0018 = {
  version: 18,
  name: 'views-of-pages',
  sql: `
ALTER TABLE views ADD COLUMN page TEXT NOT NULL DEFAULT 'portfolio';
`,
};
