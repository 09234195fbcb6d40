import type { RecordRange } from './postings';
import type { UnitStandings } from './unit-standing';

/**
 * The ranges of models that a row of a unit may be: all of them, or those whose top unit may be the row's.
 *
 * @param units of the models, which lie in the order of their top units, @param tops those by the same places
 */
export function rangesByTop(
  standings: UnitStandings,
  units: Int32Array,
  tops: readonly number[],
): (rowUnit: number) => readonly RecordRange[] {
  const all = [{ from: 0, to: units.length }];
  if (!standings.levelled) return () => all;
  const runs: { from: number; to: number; units: Set<number> }[] = [];
  for (const [at, unit] of units.entries()) {
    const run = runs.at(-1);
    if (run && tops[at] === tops[run.from]) {
      run.to = at + 1;
      run.units.add(unit);
    } else runs.push({ from: at, to: at + 1, units: new Set([unit]) });
  }
  const known = new Map<number, readonly RecordRange[]>();
  return (rowUnit) => {
    const standing = standings.ofRow(rowUnit);
    const ranges =
      known.get(rowUnit) ?? runs.filter((run) => [...run.units].some((unit) => standing(unit) !== 'elsewhere'));
    known.set(rowUnit, ranges);
    return ranges;
  };
}
