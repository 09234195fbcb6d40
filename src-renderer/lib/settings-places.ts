/** The parts of the settings page: where each lies on it, and by which words it is looked for. */
export const SETTINGS_PLACES = {
  levels: 'Which level a portfolio needs',
  updates: 'Updates a year',
  reviews: 'Reviews and approvals by tier',
  gates: 'Asked before a model goes live: validation, findings, exceptions',
  drift: 'When a figure counts as drift',
  you: 'You: your name in the journal',
  portfolio: 'This portfolio: its name and currency',
  file: 'File and backups',
  sharing: 'Sharing: a portfolio for several people',
  encryption: 'Encryption: passphrase, key store, older copies',
  nudges: 'Tell me: notifications',
  appearance: 'Appearance and keyboard',
} as const;

export type SettingsPlace = keyof typeof SETTINGS_PLACES;
export const SETTINGS_KEYS = Object.keys(SETTINGS_PLACES) as readonly SettingsPlace[]; // its own keys
