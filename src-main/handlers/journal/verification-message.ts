import { columnLabel } from '#domain/models/column-label';
import type { Verification } from '../../store/journal/verify';
import type { FactDifference } from '../../store/journal/verify-facts';

/** What a verification of the journal and of the facts found, in one sentence or two. */
export function verificationMessage({ entries, firstBroken, rows, differences }: Omit<Verification, 'ok'>): string {
  if (firstBroken !== null)
    return `Entry ${firstBroken} is not as it was written: somebody altered the journal past Modelfolio. Compare it with a backup.`;
  const [first] = differences;
  if (!first)
    return `All ${entries} entries are as they were written, and all ${rows} rows of the portfolio are what they say.`;
  const more = differences.length - 1;
  const others = more === 0 ? '' : ` So are ${more} more ${more === 1 ? 'value' : 'values'}.`;
  return `All ${entries} entries are as they were written, but the portfolio is not what they say: ${clauseOf(first)}. Somebody altered it past Modelfolio.${others} Compare it with a backup.`;
}

function clauseOf({ table, id, name, column, journal, found, seq }: FactDifference): string {
  const row = name === null ? `row ${id} of ${table}` : `the model “${name}”`;
  if (found === null && column === null) return `${row} is gone, and no entry took it out`;
  if (column === null) return `${row} is there, and no entry brought it`;
  const by = seq === null ? '' : ` (entry ${seq})`;
  return `${columnLabel(table, column)} of ${row} is ${wordOf(found)}, where the journal says ${wordOf(journal)}${by}`;
}

/** A value as it lies in the file, cut where it is long. */
function wordOf(value: unknown): string {
  if (value === null || value === '') return 'empty';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `“${text.slice(0, 60)}…”` : `“${text}”`;
}
