/**
 * Endings of files that may be imported, for dialogs and for what is dropped; what a file holds is found from its content.
 * Also what is no table in the strict sense: reports of drift tools, and their databases.
 */
export const TABLE_ENDINGS = [
  'csv',
  'tsv',
  'tab',
  'txt',
  'xlsx',
  'xlsm',
  'xls',
  'ods',
  'json',
  'jsonl',
  'ndjson',
  'html',
  'htm',
  'zip',
  'gz',
  'sqlite',
  'sqlite3',
  'db',
] as const;
