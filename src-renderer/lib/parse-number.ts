export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}

export type ParsedNumber =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads what a person typed: a point or one comma as the decimal sign, blanks allowed; else a sentence. `1,000` and
 * `1.000` are refused: half of the world means a thousand by it, the other half one.
 */
export function parseNumber(text: string, { min, max, whole }: NumberRange): ParsedNumber {
  const bare = text.replace(/[\s\u00a0\u202f']/g, '').replace('−', '-');
  if (/^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(bare)) {
    const thousands = bare.replace(/[.,]/, '');
    return { ok: false, problem: `${bare} can be read in two ways. Write ${thousands} if thousands are meant.` };
  }
  const plain = bare.replace(',', '.');
  const value = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN;
  const kind = whole ? 'a whole number' : 'a number';
  if (Number.isNaN(value) || (whole && !Number.isInteger(value))) return { ok: false, problem: `Write ${kind}.` };
  if (value < min || value > max) return { ok: false, problem: `Write ${kind} from ${min} to ${max}.` };
  return { ok: true, value };
}
