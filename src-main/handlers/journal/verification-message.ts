import { sayDay } from '#domain/base/calendar';
import { counted } from '#domain/base/wording';
import { columnLabel } from '#domain/models/column-label';
import type { PointDifference, PointVerification } from '../../store/drift/verify-points';
import type { Verification } from '../../store/journal/verify';
import type { FactDifference } from '../../store/journal/verify-facts';

/** What a verification of the journal and of the facts found, in one sentence or two. */
export function verificationMessage({ entries, firstBroken, rows, differences, points }: Verification): string {
  if (firstBroken !== null)
    return `Entry ${firstBroken} is not as it was written: somebody altered the journal past Modelfolio. Compare it with a backup.`;
  const [first] = differences;
  if (!first && points.differences.length > 0) return pointsMessage(entries, points);
  if (!first)
    return `All ${entries} entries are as they were written, and all ${rows} rows of the portfolio are what they say.${provedPoints(points)}`;
  const more = differences.length - 1;
  const others = more === 0 ? '' : ` So are ${more} more ${more === 1 ? 'value' : 'values'}.`;
  const [point] = points.differences;
  const drift = point ? ` ${capital(pointClause(point))} too.` : '';
  if (first.from !== 'journal') return followingMessage(entries, first, others, drift);
  return `All ${entries} entries are as they were written, but the portfolio is not what they say: ${clauseOf(first)}. Somebody altered it past Modelfolio.${others}${drift} Compare it with a backup.`;
}

/** Each entry is what its author wrote, and one of them wrote of a model what does not follow. */
function followingMessage(entries: number, first: FactDifference, others: string, drift: string): string {
  const { name, column, from, journal, found } = first;
  const field = column === null ? 'a value' : columnLabel('models', column);
  const byMoves = from === 'moves';
  const said = byMoves ? `where its moves say ${wordOf(journal)}` : 'and no approval says so';
  const mend = byMoves ? 'whatever is changed in it next works it out anew' : 'the next approval corrects it';
  return `All ${entries} entries are as they were written, but one of them says what does not follow: ${field} of the model “${name}” is ${wordOf(found)}, ${said}. A program other than Modelfolio wrote it, or an undo or a repair left it.${others} Look into the journal of the model; ${mend}.${drift}`;
}

/** What of the drift results is proved, and what cannot be: batches from before points had digests. */
function provedPoints({ batches, unchecked }: PointVerification): string {
  const proved = batches === 0 ? '' : ` So are the drift results of ${counted(batches, 'batch', 'batches')}.`;
  if (unchecked === 0) return proved;
  const were = unchecked === 1 ? 'was' : 'were';
  return `${proved} ${capital(counted(unchecked, 'batch', 'batches'))} of drift results ${were} recorded by an earlier version, which kept no digest: nothing proves ${unchecked === 1 ? 'its' : 'their'} points.`;
}

function pointsMessage(entries: number, { differences, differing }: PointVerification): string {
  const [first] = differences;
  const more = differing - 1;
  const others = more <= 0 ? '' : ` So are ${counted(more, 'more batch or series', 'more batches or series')}.`;
  return `All ${entries} entries are as they were written, but ${first ? pointClause(first) : ''}. Somebody altered them past Modelfolio, or they are damaged.${others} Compare the portfolio with a backup.`;
}

function pointClause({ what, modelId, name, recordedAt, tool, series }: PointDifference): string {
  const model = name === null ? `a model that is gone (${modelId})` : `the model “${name}”`;
  const of = series === null ? model : `${seriesWords(series)} of ${model}`;
  if (what === 'broken') return `drift results of ${of} are not to be read as they were written`;
  if (what === 'nobodys') return `there are drift results of ${of} that nobody recorded`;
  const by = tool === null || tool === '' ? '' : ` with ${tool}`;
  const when = recordedAt === null ? '' : `, recorded on ${sayDay(recordedAt)}${by},`;
  return `drift results of ${of}${when} are not those that were recorded`;
}

const seriesWords = ({ column, metric }: NonNullable<PointDifference['series']>): string =>
  column === '' ? metric : `${metric} of “${column}”`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

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
