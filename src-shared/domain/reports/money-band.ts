export interface MoneyBand {
  readonly low: number;
  readonly high: number;
}

const LOWS = [1, 2, 5] as const;
const HIGHS = [2, 5, 10] as const;

/** The band 1–2, 2–5 or 5–10 × a power of ten that |amount| lies in; `null` for 0, which has none. */
export function moneyBand(amount: number): MoneyBand | null {
  const size = Math.abs(amount);
  if (size === 0 || !Number.isFinite(size)) return null;
  let power = 10 ** Math.floor(Math.log10(size));
  // The logarithm of 999,999,999,999,999.9 rounds up to a whole number.
  if (power > size) power /= 10;
  const at = size >= 5 * power ? 2 : size >= 2 * power ? 1 : 0;
  return { low: LOWS[at] * power, high: HIGHS[at] * power };
}

/** Values as a share of the largest amount among all series: a curve keeps its shape and loses its money. */
export function indexed(series: readonly (readonly (number | null)[])[]): (number | null)[][] {
  const most = Math.max(0, ...series.flat().map((value) => Math.abs(value ?? 0)));
  return series.map((values) => values.map((value) => (value === null || most === 0 ? value : value / most)));
}
