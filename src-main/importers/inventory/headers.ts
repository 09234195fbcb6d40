import type { ImportField } from '#contract/imports/import-field';

/** Headers of inventories and public registers by the field that they mean. Units are levels: see `header-units.ts`. */
export type Headers = Partial<Readonly<Record<ImportField, readonly string[]>>>;
