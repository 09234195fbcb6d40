import type { BookUnit, UnitBook } from './unit-book';
import { TOP } from './unit-names';

/** Units as one level sees them: only their tops, or only what lies below a common top. */
export interface Level {
  /** Units with one key are one at this level. */
  readonly key: (unit: number) => string;
  readonly nameOf: (unit: number) => string;
  /** The unit above, '' at the top. */
  readonly scopeOf: (unit: number) => string;
  /** They differ at this level, and nobody has said that they are two. */
  readonly mayBeOne: (a: number, b: number) => boolean;
  /** They may be one, and one is the initials of the other. */
  readonly initials: (a: number, b: number) => boolean;
  /** Whether one of the other units is it, or tells it more or less exactly. */
  readonly livesOn: (unit: number, others: Iterable<number>) => boolean;
}

export const levelsOf = (book: UnitBook, level: 'top' | 'below'): Level =>
  level === 'top' ? atTop(book) : belowTop(book);

function atTop(book: UnitBook): Level {
  const group = (unit: number): number => book.units[unit]?.group ?? -1;
  const top = (unit: number) => book.units[unit]?.place.top ?? null;
  const mayBeOne = (a: number, b: number): boolean => {
    const [one, other] = [top(a), top(b)];
    return one !== null && other !== null && group(a) !== group(b) && !book.names.keptApart(TOP, [one], [other]);
  };
  return {
    key: (unit) => String(group(unit)),
    nameOf: (unit) => top(unit)?.text ?? '',
    scopeOf: () => '',
    mayBeOne,
    initials: (a, b) => {
      const [one, other] = [top(a), top(b)];
      return one !== null && other !== null && mayBeOne(a, b) && book.names.meetByInitials(TOP, one, other);
    },
    livesOn: (unit, others) => {
      for (const other of others) if (group(other) === group(unit)) return true;
      return false;
    },
  };
}

function belowTop(book: UnitBook): Level {
  const first = (unit: BookUnit | undefined) => unit?.place.below[0] ?? [];
  const mayBeOne = (a: number, b: number): boolean => {
    const [one, other] = [book.units[a], book.units[b]];
    if (!one?.place.top || !other?.place.top || one.group !== other.group) return false;
    // A cell that lists units names none that could have a new name.
    if (one.place.below.length > 1 || other.place.below.length > 1) return false;
    const relation = book.relation(a, b);
    if (relation !== 'initials' && relation !== 'other') return false;
    return !book.names.keptApart(one.group, first(one), first(other));
  };
  return {
    key: (unit) => {
      const of = book.units[unit];
      return `${of?.group}:${of?.place.below.map((path) => path.map((part) => part.forms[0]).join('/')).join(';')}`;
    },
    nameOf: (unit) =>
      first(book.units[unit])
        .map((part) => part.text)
        .join(' / '),
    scopeOf: (unit) => book.units[unit]?.place.top?.text ?? '',
    mayBeOne,
    initials: (a, b) => mayBeOne(a, b) && book.relation(a, b) === 'initials',
    livesOn: (unit, others) => {
      for (const other of others) {
        const relation = book.relation(other, unit);
        if (relation === 'same' || relation === 'inside') return true;
      }
      return false;
    },
  };
}
