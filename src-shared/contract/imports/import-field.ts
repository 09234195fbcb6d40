import { z } from 'zod';
import { IMPORT_TARGETS, type ImportedAs, type ImportTarget } from '#domain/models/import-targets';
import { IMPORTED_NAMES, MODEL_FIELDS } from '#domain/models/model-fields';

/** What a column of an inventory may become. Money is read in major units of the portfolio's currency. */
export const IMPORT_FIELDS: readonly (ImportedAs | ImportTarget)[] = [
  ...IMPORTED_NAMES.map((name) => MODEL_FIELDS[name].importedAs),
  // Object.keys forgets the key type that the record declares.
  ...(Object.keys(IMPORT_TARGETS) as ImportTarget[]),
];
export const ImportField = z.enum(IMPORT_FIELDS);
export type ImportField = z.output<typeof ImportField>;
