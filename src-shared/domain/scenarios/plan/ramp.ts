const YEAR = 12;

/** ∫ of the ramp from 0 to `month`, in months; the ramp is the smoothstep 3x² − 2x³ from 0 to 1; maths.md C4. */
function integral(month: number, months: number): number {
  if (month <= 0) return 0;
  if (month >= months) return month - months / 2;
  const x = month / months;
  return months * x * x * x * (1 - x / 2);
}

/** The mean of the ramp between two months, work beginning after `start` months. 0 months: 1 at once. */
export function rampMean(from: number, to: number, months: number, start: number): number {
  return (integral(to - start, months) - integral(from - start, months)) / (to - from);
}

/** The mean of the ramp over the `year`-th year (from 1), work beginning after `start` months. 0 months: 1 at once. */
export function rampShare(year: number, months: number, start = 0): number {
  return rampMean(YEAR * (year - 1), YEAR * year, months, start);
}

/** How far the capability is after `month` months, work beginning after `start`. */
export function rampAt(month: number, months: number, start: number): number {
  const since = month - start;
  if (since <= 0) return 0;
  if (since >= months) return 1;
  const x = since / months;
  return x * x * (3 - 2 * x);
}
