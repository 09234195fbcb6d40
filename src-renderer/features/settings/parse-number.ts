export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}

export type ParsedNumber =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly problem: string };

/** Reads what a person typed: a point or one comma as the decimal sign, blanks allowed; else a sentence. */
export function parseNumber(text: string, { min, max, whole }: NumberRange): ParsedNumber {
  const plain = text.replace(/[\s\u00a0\u202f']/g, '').replace(',', '.');
  const value = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN;
  const kind = whole ? 'a whole number' : 'a number';
  if (Number.isNaN(value) || (whole && !Number.isInteger(value))) return { ok: false, problem: `Write ${kind}.` };
  if (value < min || value > max) return { ok: false, problem: `Write ${kind} from ${min} to ${max}.` };
  return { ok: true, value };
}
