export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}

export type ReadNumber =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly problem: string };

/** Reads a typed number; a comma is taken for the decimal point. */
export function readNumber(text: string, { min, max, whole }: NumberRange): ReadNumber {
  const trimmed = text.trim().replace(',', '.');
  const value = trimmed === '' ? Number.NaN : Number(trimmed);
  const fits = Number.isFinite(value) && value >= min && value <= max && (!whole || Number.isInteger(value));
  if (fits) return { ok: true, value };
  return { ok: false, problem: `Give a ${whole ? 'whole ' : ''}number from ${min} to ${max}.` };
}
