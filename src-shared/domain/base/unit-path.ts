/** The part of a unit before its first ' / ': the agency of `Treasury / Internal Revenue`. */
export function topUnit(unit: string): string {
  return (unit.split(' / ', 1)[0] ?? '').trim();
}
