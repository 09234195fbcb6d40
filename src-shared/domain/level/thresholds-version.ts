/**
 * The version of a changed threshold table: the month of the change and a number that counts on.
 *
 * @param previous version of the table that was changed, such as `2026-11-1`
 * @param now ISO instant of the change
 * @returns `2026-11-2` for a second table of that month, `2026-12-1` for the first of another
 */
export function nextThresholdsVersion(previous: string, now: string): string {
  const month = now.slice(0, 7);
  const [, known, count] = /^(\d{4}-\d{2})-(\d+)$/.exec(previous) ?? [];
  return `${month}-${known === month ? Number(count) + 1 : 1}`;
}
