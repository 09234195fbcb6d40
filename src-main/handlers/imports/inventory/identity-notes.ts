import type { Problem } from '#contract/imports/parts';
import type { IdNote } from '#domain/identity/row-ids';
import type { Identified } from './identify';

/** Beyond this many rows nobody goes through pairs, and comparing them takes its time. */
const MOST_ROWS_COMPARED = 20_000;
const MOST_NAMED = 5;

/** What is to be said of a file beyond whose rows are whose: numbers that are none, names that were exchanged, rows said twice. */
export function identityNotes(identified: Identified | null): readonly Problem[] {
  if (identified === null) return [];
  const { decision, inventory, isLong } = identified;
  const doubles = isLong || inventory.size > MOST_ROWS_COMPARED ? [] : decision.doublesInFile;
  const nameOf = (row: number): string => inventory.get(row)?.name ?? '';
  return [
    ...decision.idNotes.map(ofNumbers),
    ...decision.swaps.map(([first, second]) =>
      note(
        first,
        'names_exchanged',
        `Rows ${first} and ${second} exchanged their names under their numbers: each model keeps its history and is renamed. Check that the numbers are right.`,
        nameOf(first),
      ),
    ),
    ...doubles.map(({ rows: [first, second], reasons }) =>
      note(
        first,
        'double_in_file',
        `Rows ${first} and ${second} may be one model said twice. ${reasons.join(' ')} Leave one of them out of the file if they are.`,
        nameOf(first),
      ),
    ),
  ];
}

function ofNumbers({ id, rows, kind }: IdNote): Problem {
  const [first = 0] = rows;
  switch (kind) {
    case 'repeated':
      return note(
        first,
        'repeated_number',
        `The number ${id} stands on ${named(rows)}, so it tells no model apart there. These rows are found by their names and units.`,
        id,
      );
    case 'restarted':
      return note(
        first,
        'restarted_number',
        `The number ${id} stands on ${named(rows)}, of other units: each unit counts for itself, so that unit and number are read together.`,
        id,
      );
    case 'recounted':
      return note(
        0,
        'recounted_numbers',
        'The file numbers its rows anew: models that are named as before have other numbers. Rows are found by their names and units, and no number is stored. Map the number to nothing if it only counts the rows.',
        '',
      );
  }
}

function named(rows: readonly number[]): string {
  const more = rows.length > MOST_NAMED ? ` and ${rows.length - MOST_NAMED} more` : '';
  return `rows ${rows.slice(0, MOST_NAMED).join(', ')}${more}`;
}

const note = (row: number, code: string, message: string, value: string): Problem => ({
  row,
  column: '',
  code,
  message,
  value: value.slice(0, 300),
  effect: 'note',
});
