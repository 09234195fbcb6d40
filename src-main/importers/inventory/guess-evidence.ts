import type { ImportField } from '#contract/imports/import-field';
import { readTypedAmount } from '#domain/base/typed-amount';
import { readTypedPeriod } from '#domain/base/typed-period';
import { plainWords } from '../cells/phrases';
import type { Learnt } from './learn-from';
import { guessValue, isChoiceField } from './value-synonyms';

/** Shares of cells that must bear a header out. */
const CHOICES = 0.6;
const DATES = 0.5;
const AMOUNTS = 0.8;
/** Where no link is to be had, people say so in words. */
const LINKS = 0.4;

/** More cells than this say nothing new. */
const SAMPLE = 5_000;

/** Cells that slipped but are meant as dates do not speak against a column of dates. */
const MEANT_AS_DATE = new Set(['date_incomplete', 'two_digit_year', 'ambiguous_date', 'impossible_date']);

/** Whether the cells of a column bear out that it is this field. Cells that say nothing are not among `cells`. */
export function isEvident(
  field: ImportField,
  header: string,
  cells: readonly string[],
  learnt: Pick<Learnt, 'value'>,
): boolean {
  const sample = cells.slice(0, SAMPLE);
  if (sample.length === 0) return false;
  if (isChoiceField(field))
    return share(sample, (cell) => (learnt.value(field, cell) ?? guessValue(field, header, cell)) !== null) >= CHOICES;
  if (field.endsWith('At') || field === 'nextReview') return share(sample, looksLikeDate) >= DATES;
  if (field === 'annualValue' || field === 'annualRunCost') return share(sample, looksLikeAmount) >= AMOUNTS;
  if (field === 'externalUrl') return share(sample, (cell) => /^https?:\/\//i.test(cell)) >= LINKS;
  if (field === 'externalId') return share(sample, (cell) => cell.length <= 100) >= 0.95;
  if (field === 'version') return share(sample, (cell) => cell.length <= 40) >= 0.95;
  if (field === 'type' && SAYS_LITTLE.test(plainWords(header))) return share(sample, namesTechnique) >= CHOICES;
  if (field === 'name') return share(sample, (cell) => !/^[\d.,\s]+$/.test(cell)) >= CHOICES;
  return true;
}

function share(cells: readonly string[], test: (cell: string) => boolean): number {
  let hits = 0;
  for (const cell of cells) if (test(cell)) hits += 1;
  return hits / cells.length;
}

function looksLikeDate(cell: string): boolean {
  const read = readTypedPeriod(cell, { order: null, shortMonths: true });
  return read.ok || MEANT_AS_DATE.has(read.code);
}

/** Headers that may as well class documents, data or services. */
const SAYS_LITTLE = /^(?:classification|capability|capabilities|technology|technologies|analysis type)$/;
const TECHNIQUE =
  /\b(?:ai|ki|ia|ml|nlp|llms?|rpa|ocr|machine|learning|lernen|neural|network|vision|generative|agentic|language|sprach\w*|regression|\w*classif\w*|klassifi\w*|cluster\w*|forest|boost\w*|tree|bayes\w*|forecast\w*|predict\w*|recommend\w*|anomaly|statisti\w*|rules?|regel\w*|expert|deep|transformer|glm|speech|chatbot|optimi[sz]\w*|simulation|reinforcement|supervised|unsupervised|other|score\w*|model\w*|algorithm\w*|algoritm\w*|zelflerend\w*)\b/;
const namesTechnique = (cell: string): boolean => TECHNIQUE.test(plainWords(cell));

/** An amount in whatever currency. */
function looksLikeAmount(cell: string): boolean {
  const read = readTypedAmount(cell, { mark: null, currency: 'EUR', decimals: 'rounded' });
  return read.ok || read.code === 'ambiguous_amount' || read.code === 'other_currency';
}
