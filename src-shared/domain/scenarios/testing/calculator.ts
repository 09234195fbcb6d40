/** What a pocket calculator makes of a formula as it is printed: `70.3704% × (536,000 − 164,130.89)`, `(1 + 0.1)^2`. */
export function calculate(text: string): number {
  const tokens = [...text.matchAll(/\s*(\d[\d,]*(?:\.\d+)?%?|[-+−×/^()])/gy)].map(([, token]) => token ?? '');
  if (tokens.join('') !== text.replaceAll(/\s/g, '')) throw new RangeError(`“${text}” is no formula.`);
  let at = 0;
  const next = (token: string): boolean => tokens[at] === token && ++at > 0;

  function atom(): number {
    if (next('-')) return -atom();
    if (next('(')) {
      const value = sum();
      if (!next(')')) throw new RangeError(`“${text}” lacks a bracket.`);
      return value;
    }
    const token = tokens[at++] ?? '';
    const value = Number(token.replaceAll(',', '').replace('%', ''));
    return token.endsWith('%') ? value / 100 : value;
  }
  function power(): number {
    const base = atom();
    return next('^') ? base ** power() : base;
  }
  function product(): number {
    let value = power();
    for (;;) {
      if (next('×')) value *= power();
      else if (next('/')) value /= power();
      else return value;
    }
  }
  function sum(): number {
    let value = product();
    for (;;) {
      if (next('+')) value += product();
      else if (next('−')) value -= product();
      else return value;
    }
  }
  const value = sum();
  if (at !== tokens.length) throw new RangeError(`“${text}” goes on after its end.`);
  return value;
}

/** A printed equation: what stands on the left by the calculator, what is said to come out, and how large its terms are. */
export interface Equation {
  readonly text: string;
  readonly found: number;
  readonly said: number;
  readonly size: number;
}

/** Every equation of a printed formula, without the names before and the remarks behind; none where it is a sentence. */
export function equationsOf(numbers: string): Equation[] {
  return numbers.split('; ').flatMap((text) => {
    const parts = /^(?:[^:=]*: )?([^=]+) = (-?[\d,.]*\d)/.exec(text);
    if (!parts) return [];
    const [, left = '', right = ''] = parts;
    const found = calculate(left);
    const said = Number(right.replaceAll(',', ''));
    // Only of a plain sum of terms is said that nothing is left.
    const size = said === 0 ? left.split(' + ').reduce((total, term) => total + Math.abs(calculate(term)), 0) : found;
    return [{ text, found, said, size }];
  });
}

/** How far the calculator is off, as a share of what is said; where nothing is said to be left, of what was added up. */
export const errorOf = ({ found, said, size }: Equation): number =>
  said === 0 ? Math.abs(found) / Math.max(1, size) : Math.abs(found / said - 1);
