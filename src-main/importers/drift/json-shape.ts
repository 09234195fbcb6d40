/** What a JSON value is, asked carefully: a file may hold anything. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const asObject = (value: unknown): JsonObject | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null; // what is not null nor an array has keys

export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** '' for what is no text. */
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A number, also one that is not finite; `null` for anything else. */
export const asNumber = (value: unknown): number | null => (typeof value === 'number' ? value : null);

export const asFinite = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

/** A number of rows. */
export const asRows = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1e12 ? value : null;

/** One step of a JSON pointer (RFC 6901). */
export const step = (key: string | number): string => `/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`;
