/** Units lie within each other: `Treasury / Internal Revenue` is the bureau of an agency. '' is no unit. */
const SEPARATOR = ' / ';

/** The part of a unit before its first ' / ': the agency of `Treasury / Internal Revenue`. */
export function topUnit(unit: string): string {
  return (unit.split(SEPARATOR, 1)[0] ?? '').trim();
}

/** A unit after those above it, the top first: `Treasury`, `Treasury / Internal Revenue`. Of '' there is '' alone. */
export function unitPath(unit: string): readonly string[] {
  const parts = unit.split(SEPARATOR);
  return parts.map((_, depth) => parts.slice(0, depth + 1).join(SEPARATOR));
}

/** Whether a unit is this one or lies below it; `Treasury` is not within `Treas`, and below '' there is nothing. */
export function isWithinUnit(unit: string, above: string): boolean {
  return unit === above || (above !== '' && unit.startsWith(startBelow(above)));
}

/** What the name of every unit below this one starts with, for those who compare it themselves, as a database does. */
export function startBelow(unit: string): string {
  return unit + SEPARATOR;
}
