/** What an entry of the journal is about: by the facts that it changed, so that an undo is about what it turned back. */
export const JOURNAL_SUBJECTS = [
  'models',
  'incidents',
  'drift',
  'governance',
  'assessments',
  'scenarios',
  'imports',
  'reports',
  'views',
  'portfolio',
] as const;
export type JournalSubject = (typeof JOURNAL_SUBJECTS)[number];

export const JOURNAL_SUBJECT_LABELS: Readonly<Record<JournalSubject, string>> = {
  models: 'Models',
  incidents: 'Incidents',
  drift: 'Monitoring',
  governance: 'Governance',
  assessments: 'Assessments',
  scenarios: 'Investment',
  imports: 'Imports',
  reports: 'Reports',
  views: 'Saved views',
  portfolio: 'Portfolio and settings',
};
