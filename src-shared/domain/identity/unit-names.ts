import { SameForms } from './same-forms';
import type { UnitAlias } from './unit-alias';
import { levelsOfUnit, partOf, type UnitPart } from './unit-parts';

/** The place of top units; below one, its group's number is the place. */
export const TOP = -1;

/** What a portfolio's aliases say of levels and paths; all of it holds inside of one top unit, or among the top units. */
export interface UnitNames {
  /** The top unit's group, -1 for one that no unit in the book has. */
  readonly groupOf: (top: UnitPart) => number;
  /** Whether two levels are one by what they say and by the aliases. */
  readonly meet: (place: number, a: UnitPart, b: UnitPart) => boolean;
  /** Whether one is the initials of the other, and nobody has said that it is another unit. */
  readonly meetByInitials: (place: number, a: UnitPart, b: UnitPart) => boolean;
  /** Whether two paths were said to be one as wholes. */
  readonly samePath: (place: number, a: readonly UnitPart[], b: readonly UnitPart[]) => boolean;
  readonly partOfOther: (place: number, part: UnitPart, whole: UnitPart) => boolean;
  readonly keptApart: (place: number, a: readonly UnitPart[], b: readonly UnitPart[]) => boolean;
}

/** @param tops every top unit of the book, in any order, repetitions allowed */
export function unitNames(tops: readonly UnitPart[], aliases: readonly UnitAlias[]): UnitNames {
  const same = new SameForms();
  const paths = new SameForms();
  const inside = new Set<string>();
  const apart = new Set<string>();
  const at = (place: number, form: string): string => `${place}:${form}`;
  const namesOf = (place: number, part: UnitPart): readonly string[] =>
    part.forms.map((form) => same.find(at(place, form)));
  const meet: UnitNames['meet'] = (place, a, b) => {
    const [ours, theirs] = [namesOf(place, a), namesOf(place, b)];
    if (ours[0] === theirs[0]) return true;
    if (!ours.some((name) => theirs.includes(name))) return false;
    if (a.full === '' || b.full === '') return true;
    return same.find(at(place, a.full)) === same.find(at(place, b.full)) || alike(a.full, b.full);
  };

  const learn = (place: number, alias: UnitAlias, above: UnitPart | null): void => {
    const [a, b] = [levelsOfUnit(alias.short, above), levelsOfUnit(alias.full, above)];
    const [one, other] = [a[0], b[0]];
    if (!one || !other) return;
    const single = place === TOP || (a.length === 1 && b.length === 1);
    if (alias.kind === 'not_same') {
      const [left, right] = place === TOP ? [[one], [other]] : [a, b];
      apart.add(bothWays(at(place, pathOf(left)), at(place, pathOf(right))));
    } else if (!single) {
      if (alias.kind !== 'part_of') paths.join(at(place, pathOf(a)), at(place, pathOf(b)));
    } else if (alias.kind === 'part_of') {
      for (const form of one.forms) for (const of of other.forms) inside.add(at(place, `${form}<${of}`));
    } else {
      for (const form of [...one.forms, ...other.forms]) same.join(at(place, other.forms[0] ?? ''), at(place, form));
    }
  };

  for (const alias of aliases) if (alias.scope === '') learn(TOP, alias, null);
  const groupOf = groupTops(
    tops,
    (part) => namesOf(TOP, part),
    (a, b) => meet(TOP, a, b),
  );
  for (const alias of aliases) {
    if (alias.scope === '') continue;
    const above = partOf(alias.scope);
    learn(groupOf(above), alias, above);
  }

  const keptApart: UnitNames['keptApart'] = (place, a, b) =>
    apart.size > 0 && a.length > 0 && b.length > 0 && apart.has(bothWays(at(place, pathOf(a)), at(place, pathOf(b))));
  return {
    groupOf,
    meet,
    meetByInitials: (place, a, b) =>
      // Two that both say their names are what they say.
      (a.full === '' || b.full === '') &&
      (a.initials.some((letters) => b.forms.includes(letters)) ||
        b.initials.some((letters) => a.forms.includes(letters))) &&
      !keptApart(place, [a], [b]),
    samePath: (place, a, b) => paths.find(at(place, pathOf(a))) === paths.find(at(place, pathOf(b))),
    partOfOther: (place, part, whole) =>
      inside.size > 0 && part.forms.some((form) => whole.forms.some((of) => inside.has(at(place, `${form}<${of}`)))),
    keptApart,
  };
}

const pathOf = (path: readonly UnitPart[]): string => path.map((part) => part.forms[0] ?? '').join('/');

const bothWays = (a: string, b: string): string => (a < b ? `${a}|${b}` : `${b}|${a}`);

/** Two written-out names of one abbreviation that share most of their words: `… Risk Analysis`, `… Risk Assessment`. */
function alike(a: string, b: string): boolean {
  const [ours, theirs] = [new Set(a.split(' ')), new Set(b.split(' '))];
  const shared = [...ours].filter((word) => theirs.has(word)).length;
  return shared * 2 > Math.max(ours.size, theirs.size);
}

/**
 * Groups top units that meet. One that meets two groups (`FSA` beside both that are called so) is a group of its own: which one
 * it means is not known.
 */
function groupTops(
  tops: readonly UnitPart[],
  namesOf: (part: UnitPart) => readonly string[],
  meet: (a: UnitPart, b: UnitPart) => boolean,
): (top: UnitPart) => number {
  const groups: UnitPart[][] = [];
  const byName = new Map<string, Set<number>>();
  const byText = new Map<string, number>();
  const found = (part: UnitPart): readonly number[] => {
    const near = new Set(namesOf(part).flatMap((name) => [...(byName.get(name) ?? [])]));
    return [...near].filter((group) => groups[group]?.some((member) => meet(member, part)));
  };
  // Those that say both of their names first: they tell groups apart best.
  for (const part of [...tops].sort((a, b) => Number(a.full === '') - Number(b.full === ''))) {
    const text = part.forms[0] ?? '';
    if (byText.has(text)) continue;
    const fits = found(part);
    const group = fits.length === 1 ? (fits[0] ?? 0) : groups.length;
    if (group === groups.length) groups.push([]);
    groups[group]?.push(part);
    byText.set(text, group);
    for (const name of namesOf(part)) byName.set(name, (byName.get(name) ?? new Set()).add(group));
  }
  return (top) => {
    const known = byText.get(top.forms[0] ?? '');
    if (known !== undefined) return known;
    const fits = found(top);
    return fits.length === 1 ? (fits[0] ?? TOP) : -2;
  };
}
