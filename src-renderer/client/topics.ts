import type { Topic } from '#contract/events';

/** Which channels hold copies of what a topic names: a whole subject (`models.`) or one channel. */
const CHANNELS_OF: Readonly<Record<Topic, readonly string[]>> = {
  workspace: [
    'workspace.',
    'portfolio.',
    'backups.',
    'models.',
    'overview.',
    'maturity.',
    'views.',
    'settings.',
    'journal.',
    'history.',
    'imports.',
    'assessments.',
    'vendors.',
    'drift.',
    'incidents.',
    'scenarios.',
    'reports.',
  ],
  backups: ['backups.'],
  models: [
    'assessments.',
    'drift.',
    'incidents.',
    'scenarios.measured',
    'models.',
    'overview.',
    'maturity.',
    'views.list',
    'portfolio.',
    'imports.preview',
    'journal.',
    'history.',
  ],
  imports: ['imports.list', 'imports.problems', 'imports.preview', 'journal.', 'history.'],
  presets: ['imports.presets', 'journal.', 'history.'],
  settings: [
    'assessments.',
    'scenarios.measured',
    'settings.',
    'overview.',
    'maturity.',
    'models.',
    'views.list',
    'journal.',
    'history.',
  ],
  views: ['views.', 'journal.', 'history.'],
  assessments: ['assessments.', 'overview.', 'scenarios.measured', 'scenarios.gaps', 'journal.', 'history.'],
  vendors: ['vendors.', 'journal.', 'history.'],
  drift: ['drift.', 'portfolio.info', 'overview.', 'assessments.', 'journal.', 'history.'],
  incidents: [
    'incidents.',
    'overview.',
    'assessments.',
    'scenarios.measured',
    'imports.preview',
    'journal.',
    'history.',
  ],
  scenarios: ['scenarios.', 'overview.', 'journal.', 'history.'],
  reports: ['reports.'],
  // Any change makes the content another one than a report was made of.
  journal: ['journal.', 'history.', 'reports.'],
};

/** True when a copy from this channel is out of date after a change of these topics. */
export function isStale(channel: string, topics: readonly Topic[]): boolean {
  return topics.some((topic) =>
    CHANNELS_OF[topic].some((entry) => (entry.endsWith('.') ? channel.startsWith(entry) : channel === entry)),
  );
}
