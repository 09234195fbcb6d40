import type { UnitBook } from './unit-book';

/**
 * How our models write a unit of the file, where none of them writes it as the file does: most often, and of spellings as frequent
 * the longest. `null` where one writes it so, or none has the unit.
 *
 * @param modelUnits the unit of each living model, as a number of the book
 */
export function unitSpelling(book: UnitBook, modelUnits: readonly number[]): (rowUnit: number) => string | null {
  const counts = new Map<number, number>();
  for (const unit of modelUnits) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const textOf = (unit: number): string => book.units[unit]?.text ?? '';
  const known = new Map<number, string | null>();
  const find = (rowUnit: number): string | null => {
    if (counts.has(rowUnit)) return null;
    const [best] = [...counts]
      .filter(([unit]) => book.relation(rowUnit, unit) === 'same')
      .sort(
        ([a, one], [b, other]) =>
          other - one || textOf(b).length - textOf(a).length || (textOf(a) < textOf(b) ? -1 : 1),
      );
    return best ? textOf(best[0]) : null;
  };
  return (rowUnit) => {
    const before = known.get(rowUnit);
    if (before !== undefined) return before;
    const found = find(rowUnit);
    known.set(rowUnit, found);
    return found;
  };
}
