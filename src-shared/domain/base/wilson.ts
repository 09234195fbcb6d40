const Z95 = 1.959963984540054;

export interface Proportion {
  /** `null`: there is nothing to take a share of. */
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
}

/** A share with Wilson's 95 % interval (1927, without continuity correction): it stays inside 0–1 and fits small n. */
export function wilson(part: number, n: number): Proportion {
  if (n === 0) return { rate: null, low: null, high: null, n };
  const rate = part / n;
  const z2 = Z95 ** 2;
  const centre = (rate + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z95 / (1 + z2 / n)) * Math.sqrt((rate * (1 - rate)) / n + z2 / (4 * n * n));
  return {
    rate,
    low: part === 0 ? 0 : Math.max(0, centre - half),
    high: part === n ? 1 : Math.min(1, centre + half),
    n,
  };
}
