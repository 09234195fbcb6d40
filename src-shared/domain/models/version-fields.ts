/** What a column of a version history may become. */
export const VERSION_IMPORT_FIELDS = [
  'model',
  'version',
  'liveFrom',
  'liveUntil',
  'stage',
  'alias',
  /** When a registry was told of the version, which is not when it went live: it only says what came before what. */
  'registeredAt',
] as const;
/** What a word of a stage says. `ended`: it was live if it has a day. `not_live`: it never was. `''`: nothing. */
export const STAGE_MEANINGS = ['live', 'ended', 'not_live', ''] as const;
