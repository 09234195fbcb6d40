/** What changed of one incident is asked for on its page. */
export const migration0009 = {
  version: 9,
  name: 'incident-changes',
  sql: `
CREATE INDEX journal_changes_incident ON journal_changes (entity_id, seq) WHERE entity = 'incidents';
`,
};
