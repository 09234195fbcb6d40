import type { ImportField, Mapping } from '#contract/imports/imports';
import { parseDate } from '../cells/parse-date';
import { parseMoney } from '../cells/parse-money';
import { guessValue, isChoiceField } from './value-synonyms';

/** Shares of cells that must bear a header out. */
const CHOICES = 0.6;
const DATES = 0.5;
const AMOUNTS = 0.8;

/** More cells than this say nothing new. */
const SAMPLE = 5_000;

/** Cells that slipped but are meant as dates do not speak against a column of dates. */
const MEANT_AS_DATE = new Set([
  'date_incomplete',
  'two_digit_year',
  'ambiguous_date',
  'impossible_date',
  'date_in_future',
]);

/** Whether the cells of a column bear out that it is this field. Cells that say nothing are not among `cells`. */
export function isEvident(field: ImportField, header: string, cells: readonly string[]): boolean {
  const sample = cells.slice(0, SAMPLE);
  if (sample.length === 0) return false;
  if (isChoiceField(field)) return share(sample, (cell) => guessValue(field, header, cell) !== null) >= CHOICES;
  if (field.endsWith('At') || field === 'nextReview') return share(sample, looksLikeDate) >= DATES;
  if (field === 'annualValue' || field === 'annualRunCost') return share(sample, looksLikeAmount) >= AMOUNTS;
  if (field === 'externalUrl') return share(sample, (cell) => /^https?:\/\//i.test(cell)) >= CHOICES;
  if (field === 'externalId') return share(sample, (cell) => cell.length <= 100) >= 0.95;
  if (field === 'version') return share(sample, (cell) => cell.length <= 40) >= 0.95;
  if (field === 'name') return share(sample, (cell) => !/^[\d.,\s]+$/.test(cell)) >= CHOICES;
  return true;
}

function share(cells: readonly string[], test: (cell: string) => boolean): number {
  let hits = 0;
  for (const cell of cells) if (test(cell)) hits += 1;
  return hits / cells.length;
}

function looksLikeDate(cell: string): boolean {
  const parsed = parseDate(cell, { order: 'ymd', today: null });
  return parsed.ok || MEANT_AS_DATE.has(parsed.code);
}

const looksLikeAmount = (cell: string): boolean =>
  parseMoney(cell, { decimal: '.', currency: 'KWD' }).ok || parseMoney(cell, { decimal: ',', currency: 'KWD' }).ok;

/** Told by a number above 12. Where none tells, `ymd` leaves such dates to the person instead of guessing. */
export function guessDateOrder(cells: readonly string[]): Mapping['dateOrder'] {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const cell of cells) {
    const match = /^(\d{1,2})([-/.])(\d{1,2})\2\d{4}\b/.exec(cell);
    if (!match) continue;
    if (Number(match[1]) > 12) dayFirst += 1;
    else if (Number(match[3]) > 12) monthFirst += 1;
  }
  if (dayFirst === monthFirst) return 'ymd';
  return dayFirst > monthFirst ? 'dmy' : 'mdy';
}

/** A comma only where cells show one before their decimals and none shows a point there. */
export function guessDecimal(cells: readonly string[]): Mapping['decimal'] {
  const comma = cells.some((cell) => /\d,\d{1,2}\D*$/.test(cell) || /\d\.\d{3}(\.\d{3})+\D*$/.test(cell));
  const point = cells.some((cell) => /\d\.\d{1,2}\D*$/.test(cell) || /\d,\d{3}(,\d{3})+\D*$/.test(cell));
  return comma && !point ? ',' : '.';
}
