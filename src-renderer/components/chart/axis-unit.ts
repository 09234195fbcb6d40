/** What the numbers of an axis are divided by, and the word for it. */
export interface AxisUnit {
  readonly per: number;
  readonly word: '' | 'thousand' | 'million' | 'billion';
}

/** The unit in which the largest of the values has at most four figures before the point. */
export function axisUnit(values: readonly number[]): AxisUnit {
  const most = Math.max(0, ...values.filter(Number.isFinite).map(Math.abs));
  if (most >= 2e9) return { per: 1e9, word: 'billion' };
  if (most >= 2e6) return { per: 1e6, word: 'million' };
  if (most >= 2e3) return { per: 1e3, word: 'thousand' };
  return { per: 1, word: '' };
}

/** `million USD`, `USD`. */
export const unitName = (unit: AxisUnit, currency: string): string =>
  unit.word === '' ? currency : `${unit.word} ${currency}`;
