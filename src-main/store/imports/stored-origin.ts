import type { z } from 'zod';
import type { FieldOrigin } from '#contract/models/records';

export type Origin = Pick<z.output<typeof FieldOrigin>, 'field' | 'column' | 'text' | 'refused'>;

/** A column of the file with the field that it went to; an import names them once for all its rows. */
export type OriginColumn = Pick<Origin, 'field' | 'column'>;

/** As imports of before named the columns: in each row. */
type WholeOrigin = OriginColumn & Partial<Pick<Origin, 'text' | 'refused'>>;

/**
 * How an origin lies in the file: the place of its column in the import's list, the cell's text where that is not the
 * value itself, and why the cell was refused.
 */
type StoredOrigin = number | readonly [number, string] | readonly [number, string, string] | WholeOrigin;

/** What `model_sources.origins` holds for a row. */
export function originsText(origins: readonly Origin[], columns: readonly OriginColumn[], fields: object): string {
  return JSON.stringify(
    origins.map((origin): StoredOrigin => {
      const { field, column, text, refused } = origin;
      const place = columns.findIndex((known) => known.field === field && known.column === column);
      if (place < 0) return origin;
      if (refused !== '') return [place, text, refused];
      return text === valueText(field, fields) ? place : [place, text];
    }),
  );
}

/** @param columns what `imports.columns` holds, as a list */
export function originsIn(text: string, columns: readonly OriginColumn[], fields: object): readonly Origin[] {
  const stored = JSON.parse(text) as readonly StoredOrigin[]; // written by `originsText`, now or before
  return stored.flatMap((origin): readonly Origin[] => {
    if (typeof origin === 'object' && 'field' in origin) {
      const { field, column } = origin;
      return [{ field, column, text: origin.text ?? valueText(field, fields), refused: origin.refused ?? '' }];
    }
    const [place, text, refused = ''] = typeof origin === 'number' ? [origin] : origin;
    const known = columns[place];
    return known ? [{ ...known, text: text ?? valueText(known.field, fields), refused }] : [];
  });
}

const valueText = (field: string, fields: object): string => String(Reflect.get(fields, field) ?? '');
