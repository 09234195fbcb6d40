import type { Mapping } from '#contract/imports/imports';
import { grouped } from '#domain/identity/grouped';
import { aliasesOfColumns, type UnitAlias } from '#domain/identity/unit-alias';
import { canStandFor } from '#domain/identity/unit-parts';
import type { Table } from '../tabular/table';
import { compileMapping } from './compile-mapping';

/** A column with longer cells, or more different ones, names no units. */
const LONGEST = 120;
const MOST_UNITS = 2_000;
/** Of the pairs so many have to look like an abbreviation and its name: owners and codes go together with units too. */
const FEWEST_ALIKE = 0.6;

type Pair = readonly [string, string];

/**
 * Names of units that a table teaches by itself: a column that goes with a column of the unit one to one, and that says its
 * abbreviation or its name. Below the top unit they hold inside of it: one abbreviation means other bureaus in other agencies.
 */
export function aliasesTaughtBy(table: Pick<Table, 'labels' | 'rows'>, mapping: Mapping): readonly UnitAlias[] {
  const unit = compileMapping(table, mapping).fields.find(({ field }) => field === 'unit');
  const [top, ...below] = unit?.indexes ?? [];
  if (top === undefined) return [];
  const others = [...table.labels.keys()].filter((column) => !unit?.indexes.includes(column));
  return others.flatMap((other) => [
    ...taughtBy(table.rows, top, other, ''),
    ...below.flatMap((column) =>
      [...grouped(table.rows, (row) => cellOf(row, top))].flatMap(([scope, rows]) =>
        taughtBy(rows, column, other, scope),
      ),
    ),
  ]);
}

const cellOf = (row: readonly string[], column: number): string => row[column]?.trim() ?? '';

function taughtBy(rows: Table['rows'], unit: number, other: number, scope: string): readonly UnitAlias[] {
  const pairs = pairsOf(rows, unit, other);
  const alike = pairs.filter(([a, b]) => canStandFor(a, b) || canStandFor(b, a)).length;
  return pairs.length > 0 && alike >= FEWEST_ALIKE * pairs.length ? aliasesOfColumns(pairs, scope) : [];
}

/** Each pair of cells once; none where the two do not go together, which most columns show in their first rows. */
function pairsOf(rows: Table['rows'], unit: number, other: number): readonly Pair[] {
  const [right, left] = [new Map<string, string>(), new Map<string, string>()];
  for (const row of rows) {
    const [a, b] = [cellOf(row, unit), cellOf(row, other)];
    if (a === '' && b === '') continue;
    if (a === '' || b === '' || b.length > LONGEST) return [];
    if ((right.get(a) ?? b) !== b || (left.get(b) ?? a) !== a) return [];
    right.set(a, b);
    left.set(b, a);
    if (right.size > MOST_UNITS) return [];
  }
  return [...right];
}
