import type { ImportField } from '#contract/imports/imports';
import { readTypedAmount } from '#domain/base/typed-amount';
import { readTypedDate } from '#domain/base/typed-date';
import { guessValue, isChoiceField } from './value-synonyms';

/** Shares of cells that must bear a header out. */
const CHOICES = 0.6;
const DATES = 0.5;
const AMOUNTS = 0.8;

/** More cells than this say nothing new. */
const SAMPLE = 5_000;

/** Cells that slipped but are meant as dates do not speak against a column of dates. */
const MEANT_AS_DATE = new Set(['date_incomplete', 'two_digit_year', 'ambiguous_date', 'impossible_date']);

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
  const read = readTypedDate(cell, { order: null });
  return read.ok || MEANT_AS_DATE.has(read.code);
}

/** An amount in whatever currency. */
function looksLikeAmount(cell: string): boolean {
  const read = readTypedAmount(cell, { mark: null, currency: 'EUR', decimals: 'rounded' });
  return read.ok || read.code === 'ambiguous_amount' || read.code === 'other_currency';
}
