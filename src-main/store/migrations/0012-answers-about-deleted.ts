/** What was answered about rows of a model that is not in the portfolio any more: whether they are to stay out, or are another one's. */
export const migration0012 = {
  version: 12,
  name: 'answers-about-deleted',
  sql: `
ALTER TABLE identity_answers ADD COLUMN deleted_model TEXT;
`,
};
