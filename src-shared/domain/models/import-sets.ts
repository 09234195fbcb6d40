/**
 * Models that an import has to do with, by what it does. `new`, `changed`: created, or written to. `missing`: of its source, and
 * no row of the file. `waiting`: a row may be it, and waits until somebody says. `contradicted`: the file says otherwise, and
 * nobody has said who is right. `ended`: in production, and its last version has ended.
 */
export const IMPORT_SETS = ['new', 'changed', 'missing', 'waiting', 'contradicted', 'ended'] as const;
export type ImportSet = (typeof IMPORT_SETS)[number];

/** Those that only the import itself knows; the others follow from what it wrote. */
export type NotedSet = Exclude<ImportSet, 'new' | 'changed'>;

/** The code of the note in which the ledger keeps such a set. */
export const noteCode = (set: NotedSet): string => `models_${set}`;
