/** Last day (`2026-12-31`) of the calendar quarter that a day (`2026-11-23`) lies in. */
export function quarterEnd(day: string): string {
  const [year = Number.NaN, month = Number.NaN] = day.split('-').map(Number);
  const lastMonth = Math.ceil(month / 3) * 3;
  return new Date(Date.UTC(year, lastMonth, 0)).toISOString().slice(0, 10);
}
