import { z } from 'zod';
import { GRID_NAMES, type GridName, MODEL_FIELDS } from '#domain/models/model-fields';
import { Count, Id } from '../common';

/** A column of the whole portfolio. Codes point into `values`; -1 is empty. Dates are days since 1970-01-01 (UTC). */
export const Column = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), values: z.array(z.string()) }),
  z.object({ kind: z.literal('coded'), values: z.array(z.string()), codes: z.array(z.number()) }),
  z.object({ kind: z.literal('number'), values: z.array(z.number().nullable()) }),
  z.object({ kind: z.literal('day'), values: z.array(z.number().nullable()) }),
]);
export type Column = z.output<typeof Column>;

type GridKinds = { readonly [K in GridName]: (typeof MODEL_FIELDS)[K]['grid'] };

/** The columns that `models.grid` sends besides the ids, with their kinds; tags are joined by a comma and a blank. */
export const GRID_COLUMNS = {
  // fromEntries forgets the names, which are those of the kinds.
  ...(Object.fromEntries(GRID_NAMES.map((name) => [name, MODEL_FIELDS[name].grid])) as GridKinds),
  /** 'systems: ids' of the external references, for the search. */
  references: 'coded',
  /** How exactly these days are known; empty: to the day. Of a month, a quarter or a year the day is the middle. */
  stageSincePrecision: 'coded',
  versionSincePrecision: 'coded',
} as const satisfies Record<string, Column['kind']>;
export type GridColumn = keyof typeof GRID_COLUMNS;

export const Grid = z.object({
  /** The journal entry up to which this is true. */
  revision: Count,
  ids: z.array(Id),
  columns: z.object(
    // fromEntries forgets the names.
    Object.fromEntries(Object.keys(GRID_COLUMNS).map((name) => [name, Column])) as Record<GridColumn, typeof Column>,
  ),
});
export type Grid = z.output<typeof Grid>;

/** Where an array lies in the bytes of a packed grid: its first byte (a multiple of 8), and how many numbers it has. */
const Place = z.tuple([Count, Count]);

/**
 * A column in bytes. `coded`: numbers of 16 or 32 bits for each model, of which 0 is '' and n the nth text. `texts`: UTF-8, and
 * where each text begins and the last one ends. Numbers are of 64 bits (NaN = empty) or 32 (-2,147,483,648 = empty).
 */
export const PackedColumn = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), texts: Place, starts: Place }),
  z.object({ kind: z.literal('coded'), values: z.array(z.string()), bits: z.literal([16, 32]), codes: Place }),
  z.object({ kind: z.literal('codedTexts'), texts: Place, starts: Place, bits: z.literal([16, 32]), codes: Place }),
  z.object({ kind: z.literal('number'), bits: z.literal([32, 64]), values: Place }),
  z.object({ kind: z.literal('day'), values: Place }),
]);
export type PackedColumn = z.output<typeof PackedColumn>;

/** Bytes travel beside the JSON; where there is nothing but JSON, they are base64 in it. */
const Bytes = z.unknown().meta({
  description: 'bytes; base64 where there is nothing but JSON',
  contentEncoding: 'base64',
}) as z.ZodType<Uint8Array>;

/** The whole grid in bytes, as windows take it: little-endian, base64 in JSON. */
export const PackedGrid = z.object({
  revision: Count,
  models: Count,
  ids: PackedColumn,
  columns: z.record(z.string(), PackedColumn),
  bytes: Bytes,
});
export type PackedGrid = z.output<typeof PackedGrid>;
