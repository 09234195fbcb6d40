import { foldName } from './fold-name';

/**
 * What a portfolio knows of the names of a unit. `same`: two names of one unit; `part_of`: `short` lies inside `full`;
 * `now_called`: `short` is called `full` since; `not_same`: they are never taken for each other, nor asked about again.
 */
export type UnitAliasKind = 'same' | 'part_of' | 'now_called' | 'not_same';

export interface UnitAlias {
  readonly short: string;
  readonly full: string;
  /** The unit above, inside of which this holds; '' at the top. FSA is one thing in Agriculture, another in Education. */
  readonly scope: string;
  readonly kind: UnitAliasKind;
}

/** Fewer different units than this prove nothing about two columns. */
const FEWEST_UNITS = 2;

/**
 * Aliases that a file teaches by itself: two of its columns where each value goes with one value of the other and back, one
 * the abbreviation of the other. None where the columns disagree even once, or where neither is the shorter throughout.
 *
 * @param pairs the two cells of every row
 */
export function aliasesOfColumns(pairs: readonly (readonly [string, string])[], scope = ''): readonly UnitAlias[] {
  const right = new Map<string, string>();
  const left = new Map<string, string>();
  const written = new Map<string, readonly [string, string]>();
  for (const [a, b] of pairs) {
    const [one, other] = [foldName(a), foldName(b)];
    if (one === '' && other === '') continue;
    if (one === '' || other === '' || /[@]/.test(a + b)) return [];
    if ((right.get(one) ?? other) !== other || (left.get(other) ?? one) !== one) return [];
    right.set(one, other);
    left.set(other, one);
    if (!written.has(one)) written.set(one, [a.trim(), b.trim()]);
  }
  if (right.size < FEWEST_UNITS) return [];
  const shorter = [...right].filter(([one, other]) => one.length < other.length).length;
  const longer = [...right].filter(([one, other]) => one.length > other.length).length;
  if (Math.max(shorter, longer) < 0.8 * right.size) return [];
  return [...written.values()]
    .filter(([a, b]) => foldName(a) !== foldName(b))
    .map(([a, b]) => ({ short: shorter >= longer ? a : b, full: shorter >= longer ? b : a, scope, kind: 'same' }));
}
