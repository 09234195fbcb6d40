import { foldName } from './fold-name';
import type { UnitAlias } from './unit-alias';
import { TOP, type UnitNames, unitNames } from './unit-names';
import { placeOfUnit, type UnitPart, type UnitPlace } from './unit-parts';

/**
 * How two units stand to each other. `same`; `inside`: one is the other told less exactly (`CMS`, `CMS / OIT`); `initials`: the
 * same if an abbreviation means what its letters suggest; `silent`: one of them is empty; `other`: two units of one top unit;
 * `other_top`: two top units.
 */
export type UnitRelation = 'same' | 'inside' | 'initials' | 'silent' | 'other' | 'other_top';

export interface BookUnit {
  /** As it was first written. */
  readonly text: string;
  readonly place: UnitPlace;
  /** The number of the top unit's group; -1 of an empty unit. */
  readonly group: number;
}

/** Every unit that models and rows name, and how they stand to each other by what the portfolio knows. */
export interface UnitBook {
  readonly units: readonly BookUnit[];
  /** The number of a unit; texts that fold to the same have one. Throws for a text that the book was not made with. */
  readonly numberOf: (unit: string) => number;
  readonly relation: (a: number, b: number) => UnitRelation;
  readonly names: UnitNames;
}

/** @param texts units as written, of models and rows; repetitions do no harm */
export function unitBook(texts: Iterable<string>, aliases: readonly UnitAlias[]): UnitBook {
  const numbers = new Map<string, number>();
  const byFold = new Map<string, number>();
  const places: { text: string; place: UnitPlace }[] = [];
  for (const text of texts) {
    if (numbers.has(text)) continue;
    // Levels and lists stay apart, though signs do not count otherwise.
    const folded = text
      .split(/[/;|>:]/)
      .map(foldName)
      .join('/');
    const number = byFold.get(folded) ?? places.length;
    numbers.set(text, number);
    if (number < places.length) continue;
    byFold.set(folded, number);
    places.push({ text: text.trim(), place: placeOfUnit(text) });
  }
  const names = unitNames(
    places.flatMap(({ place }) => place.top ?? []),
    aliases,
  );
  const units = places.map((unit) => ({ ...unit, group: unit.place.top ? names.groupOf(unit.place.top) : -1 }));
  const known = new Map<number, UnitRelation>();
  return {
    units,
    names,
    numberOf: (unit) => {
      const number = numbers.get(unit);
      if (number === undefined) throw new Error(`The unit '${unit}' is not in the book: the book was made without it.`);
      return number;
    },
    relation: (a, b) => {
      const key = Math.min(a, b) * units.length + Math.max(a, b);
      const before = known.get(key);
      if (before) return before;
      const [one, other] = [units[a], units[b]];
      const relation = one && other ? relate(one, other, names) : 'silent';
      known.set(key, relation);
      return relation;
    },
  };
}

/** Whether somebody has said that two units are not one. */
export function saidApart({ units, names }: UnitBook, a: number, b: number): boolean {
  const [one, other] = [units[a], units[b]];
  if (!one?.place.top || !other?.place.top) return false;
  if (one.group !== other.group) return names.keptApart(TOP, [one.place.top], [other.place.top]);
  return one.place.below.some((ours) => other.place.below.some((theirs) => names.keptApart(one.group, ours, theirs)));
}

function relate(a: BookUnit, b: BookUnit, names: UnitNames): UnitRelation {
  if (!a.place.top || !b.place.top) return 'silent';
  if (a === b) return 'same';
  if (a.group === b.group) return relateBelow(a.place.below, b.place.below, a.group, names);
  if (!names.meetByInitials(TOP, a.place.top, b.place.top)) return 'other_top';
  const below = relateBelow(a.place.below, b.place.below, a.group, names);
  return below === 'other' ? 'other' : 'initials';
}

const NEARER = ['same', 'inside', 'initials', 'other'] as const;

/** The nearest relation of any path of one to any path of the other; a longer list of them is told more exactly. */
export function relateBelow(
  ours: readonly (readonly UnitPart[])[],
  theirs: readonly (readonly UnitPart[])[],
  place: number,
  names: UnitNames,
): (typeof NEARER)[number] {
  let nearest = NEARER.length - 1;
  for (const a of ours) {
    for (const b of theirs) nearest = Math.min(nearest, NEARER.indexOf(relatePaths(a, b, place, names)));
  }
  return nearest === 0 && ours.length !== theirs.length ? 'inside' : (NEARER[nearest] ?? 'other');
}

function relatePaths(
  a: readonly UnitPart[],
  b: readonly UnitPart[],
  place: number,
  names: UnitNames,
): (typeof NEARER)[number] {
  if (names.keptApart(place, a, b)) return 'other';
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const whole = short.length === long.length;
  if (within(short, long, (x, y) => names.meet(place, x, y)) || (short.length > 0 && names.samePath(place, a, b))) {
    return whole || names.samePath(place, a, b) ? 'same' : 'inside';
  }
  const [lastA, lastB] = [a.at(-1), b.at(-1)];
  if (lastA && lastB && (names.partOfOther(place, lastA, lastB) || names.partOfOther(place, lastB, lastA)))
    return 'inside';
  const byInitials = (x: UnitPart, y: UnitPart): boolean =>
    names.meet(place, x, y) || names.meetByInitials(place, x, y);
  return within(short, long, byInitials) ? 'initials' : 'other';
}

/** Whether the levels of one are found in the other, in their order. */
function within(
  short: readonly UnitPart[],
  long: readonly UnitPart[],
  meet: (a: UnitPart, b: UnitPart) => boolean,
): boolean {
  let at = 0;
  for (const part of long) {
    const next = short[at];
    if (next && meet(next, part)) at += 1;
  }
  return at === short.length;
}
