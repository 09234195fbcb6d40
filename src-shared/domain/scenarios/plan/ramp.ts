const YEAR = 12;

/** ∫ of the ramp from 0 to `month`, in months; the ramp is the smoothstep 3x² − 2x³ from 0 to 1; maths.md C4. */
function integral(month: number, months: number): number {
  if (month <= 0) return 0;
  if (month >= months) return month - months / 2;
  const x = month / months;
  return months * (x ** 3 - x ** 4 / 2);
}

/** The mean of the ramp over the `year`-th year (from 1), work beginning after `start` months. 0 months: 1 at once. */
export function rampShare(year: number, months: number, start = 0): number {
  const end = YEAR * year - start;
  return (integral(end, months) - integral(end - YEAR, months)) / YEAR;
}
