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
  ],
  backups: ['backups.'],
  models: [
    'assessments.',
    'drift.',
    'incidents.',
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
  settings: ['assessments.', 'settings.', 'overview.', 'maturity.', 'models.', 'views.list', 'journal.', 'history.'],
  views: ['views.', 'journal.', 'history.'],
  assessments: ['assessments.', 'overview.', 'journal.', 'history.'],
  vendors: ['vendors.', 'journal.', 'history.'],
  drift: ['drift.', 'overview.', 'assessments.', 'journal.', 'history.'],
  incidents: ['incidents.', 'overview.', 'assessments.', 'imports.preview', 'journal.', 'history.'],
  journal: ['journal.', 'history.'],
};

/** True when a copy from this channel is out of date after a change of these topics. */
export function isStale(channel: string, topics: readonly Topic[]): boolean {
  return topics.some((topic) =>
    CHANNELS_OF[topic].some((entry) => (entry.endsWith('.') ? channel.startsWith(entry) : channel === entry)),
  );
}
