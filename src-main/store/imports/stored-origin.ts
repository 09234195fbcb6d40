import type { z } from 'zod';
import type { FieldOrigin } from '#contract/models/records';

export type Origin = Pick<z.output<typeof FieldOrigin>, 'field' | 'column' | 'text' | 'refused'>;

/** How an origin lies in the file: a text that is the value itself is not written a second time. */
export type StoredOrigin = Pick<Origin, 'field' | 'column'> & Partial<Pick<Origin, 'text' | 'refused'>>;

export function toStoredOrigin({ field, column, text, refused }: Origin, fields: object): StoredOrigin {
  return {
    field,
    column,
    ...(text === valueText(field, fields) && refused === '' ? {} : { text }),
    ...(refused === '' ? {} : { refused }),
  };
}

export const fromStoredOrigin = ({ field, column, text, refused }: StoredOrigin, fields: object): Origin => ({
  field,
  column,
  text: text ?? valueText(field, fields),
  refused: refused ?? '',
});

const valueText = (field: string, fields: object): string => String(Reflect.get(fields, field) ?? '');
