import { importedField, targetLabel } from '#domain/models/import-targets';
import { isStated } from '#domain/models/model-fields';
import { formatNumber } from '../../../lib/format';
import type { FieldOrigin } from './model-types';

/** The field of the model in which a column of an inventory lands; what is none stays under its own name. */
const landsIn = (field: string): string => importedField(field) ?? field;

/** Where a field's value came from, latest import last. */
export const originsOf = (provenance: readonly FieldOrigin[], field: string): readonly FieldOrigin[] =>
  provenance
    .filter((origin) => landsIn(origin.field) === field)
    .sort((a, b) => a.importedAt.localeCompare(b.importedAt) || a.column.localeCompare(b.column));

/** "inventory.csv, row 214, column “Date Implemented”", and of several sheets "inventory.xlsx, sheet 2025, row 12, …". */
export const placeText = (origin: FieldOrigin, locale?: string): string =>
  `${origin.fileName}, ${origin.sheet === '' ? '' : `sheet ${origin.sheet}, `}row ${formatNumber(origin.row, 0, locale)}, column “${origin.column}”`;

/** Refused cells of columns that are no field of the model (stages and their dates), so that nothing is silently lost. */
export const refusedElsewhere = (provenance: readonly FieldOrigin[]): readonly FieldOrigin[] =>
  provenance.filter((origin) => origin.refused !== '' && !isStated(landsIn(origin.field)));

/** "Date Implemented: 7/16/1905 was not taken over: …" */
export const refusedSentence = (origin: FieldOrigin): string => {
  const reason = origin.refused.trim();
  return `${origin.column || targetLabel(origin.field)}: “${origin.text}” was not taken over: ${reason}`;
};
