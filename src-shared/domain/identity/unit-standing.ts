import { grouped } from './grouped';
import type { UnitBook } from './unit-book';
import { canStandFor } from './unit-parts';

/**
 * What the units say to a row being a model. `same`; `silent`: one of them is not said; `gone`: the model's unit is in no row any
 * more, so it may be called otherwise; `one_lives`: it goes on, or the row's unit was there before; `both_live`: both go on in both,
 * so the model would have moved; `elsewhere`: another top unit, where an equal name is another product's.
 */
export type UnitStanding = 'same' | 'silent' | 'gone' | 'one_lives' | 'both_live' | 'elsewhere';

export interface UnitStandings {
  /** What a row's unit says to each model's unit: asked for many models of one row. */
  readonly ofRow: (rowUnit: number) => (modelUnit: number) => UnitStanding;
  /** Whether any two units can be `elsewhere` at all. */
  readonly levelled: boolean;
}

const STANDINGS = ['same', 'silent', 'gone', 'one_lives', 'both_live', 'elsewhere'] as const;

/** From this share of records with a level below the top on, top units are organisations of their own. */
const LEVELLED = 0.2;

/** @param rowUnits, modelUnits the unit of every row and of every model, as numbers of the book */
export function unitStandings(book: UnitBook, rowUnits: Int32Array, modelUnits: Int32Array): UnitStandings {
  const inRows = new Set(rowUnits);
  const inModels = new Set(modelUnits);
  const groups = (units: ReadonlySet<number>): ReadonlyMap<number, readonly number[]> =>
    grouped(units, (unit) => book.units[unit]?.group ?? -1);
  const [rowGroups, modelGroups] = [groups(inRows), groups(inModels)];
  const levelled = shareLevelled(book, [rowUnits, modelUnits]) >= LEVELLED;
  const settled = [...rowUnits].filter((unit) => modelGroups.has(groupOf(unit))).length * 2 >= rowUnits.length;
  const lives = new Map<number, boolean>();
  const known = new Map<number, Uint8Array>();

  function groupOf(unit: number): number {
    return book.units[unit]?.group ?? -1;
  }
  const near = (a: number, b: number): boolean => ['same', 'inside', 'initials'].includes(book.relation(a, b));
  /** Whether a unit of one side goes on in the other. */
  const goesOn = (unit: number, side: 'rows' | 'models'): boolean => {
    const key = unit * 2 + (side === 'rows' ? 0 : 1);
    const before = lives.get(key);
    if (before !== undefined) return before;
    const there = (side === 'rows' ? rowGroups : modelGroups).get(groupOf(unit)) ?? [];
    const goes = there.some((other) => near(unit, other));
    lives.set(key, goes);
    return goes;
  };
  const apart = (rowUnit: number, modelUnit: number): boolean => {
    if (!levelled) return false;
    if (modelGroups.has(groupOf(rowUnit)) || rowGroups.has(groupOf(modelUnit))) return true;
    return settled && !mayBeCalled(book, rowUnit, modelUnit);
  };
  const standing = (rowUnit: number, modelUnit: number): UnitStanding => {
    const relation = book.relation(rowUnit, modelUnit);
    if (relation === 'silent') return 'silent';
    if (relation !== 'other' && relation !== 'other_top') return 'same';
    if (relation === 'other_top' && apart(rowUnit, modelUnit)) return 'elsewhere';
    if (!goesOn(modelUnit, 'rows')) return 'gone';
    return goesOn(rowUnit, 'models') ? 'both_live' : 'one_lives';
  };
  return {
    levelled,
    ofRow: (rowUnit) => {
      // One more than the place of the standing; 0 is not worked out yet.
      const codes = known.get(rowUnit) ?? new Uint8Array(book.units.length);
      known.set(rowUnit, codes);
      return (modelUnit) => {
        if (codes[modelUnit] === 0) codes[modelUnit] = STANDINGS.indexOf(standing(rowUnit, modelUnit)) + 1;
        return STANDINGS[(codes[modelUnit] ?? 1) - 1] ?? 'elsewhere';
      };
    },
  };
}

function shareLevelled(book: UnitBook, sides: readonly Int32Array[]): number {
  const said = sides.flatMap((units) => [...units]).filter((unit) => book.units[unit]?.place.top);
  const below = said.filter((unit) => book.units[unit]?.place.below.some((path) => path.length > 0));
  return said.length === 0 ? 0 : below.length / said.length;
}

/** Whether a top unit that is new may be an old one's abbreviation, or the other way round. */
function mayBeCalled(book: UnitBook, a: number, b: number): boolean {
  const [one, other] = [book.units[a]?.place.top?.text ?? '', book.units[b]?.place.top?.text ?? ''];
  return one !== '' && other !== '' && (canStandFor(one, other) || canStandFor(other, one));
}
