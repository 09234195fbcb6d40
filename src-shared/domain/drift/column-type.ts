import { counted, shortText } from '../base/wording';
import { type ColumnSample, textRows } from './column-sample';
import type { DriftColumnKind } from './vocabulary';

/** What the values of one column are taken for. `why` is a sentence for the person where it is not plain. */
export type ColumnType =
  | { readonly type: DriftColumnKind; readonly why: string | null }
  | { readonly type: 'none'; readonly why: string };

/** A column with at least this share of numbers is numeric; what is left is counted as missing, and said. */
const MOSTLY = 0.95;

/**
 * The type of a column from the cells of both sides, or the person's choice; rules.md 6. A column that cannot be compared
 * answers `none` with the reason.
 */
export function columnType(
  reference: ColumnSample,
  current: ColumnSample,
  chosen: DriftColumnKind | undefined,
): ColumnType {
  if (reference.rows === 0 || current.rows === 0) {
    return none(
      `The ${reference.rows === 0 ? 'reference' : 'current sample'} has no rows: there is nothing to compare.`,
    );
  }
  if (reference.missing === reference.rows) {
    return none('The reference has no values in this column: there is nothing to compare with.');
  }
  if (chosen === 'numeric') return chosenNumeric(reference, current);
  if (chosen === 'categorical') return ifFewTexts({ type: 'categorical', why: null }, reference, current);
  return guessed(reference, current);
}

const none = (why: string): ColumnType => ({ type: 'none', why });

function chosenNumeric(reference: ColumnSample, current: ColumnSample): ColumnType {
  if (reference.numbers.length === 0) {
    return none(
      `The reference has no numbers in this column (such as “${sampleText(reference)}”). Choose categorical.`,
    );
  }
  return { type: 'numeric', why: leftOut(reference, current) };
}

function guessed(reference: ColumnSample, current: ColumnSample): ColumnType {
  if (isDates(reference) && (isDates(current) || known(current) === 0)) {
    return none('These are dates, which move on by themselves. Choose categorical to compare them as texts.');
  }
  const numeric = [reference, current].map(isNumeric);
  if (numeric[0] && (numeric[1] || known(current) === 0)) {
    return { type: 'numeric', why: leftOut(reference, current) };
  }
  const [allNumbers, noNumbers] = numeric[0] ? [reference, current] : [current, reference];
  if (numeric[0] !== numeric[1] && known(current) > 0 && noNumbers.numbers.length === 0 && !noNumbers.codes) {
    const [here, there] = allNumbers === reference ? ['reference', 'current sample'] : ['current sample', 'reference'];
    return none(
      `The ${here} has numbers in this column, the ${there} texts (such as “${sampleText(noNumbers)}”). They are not compared; choose a type, or the column that belongs here.`,
    );
  }
  if (isIdentifier(reference)) return none(OWN_TEXTS);
  const mixed = [reference, current].some((side) => side.numbers.length > 0 && textRows(side) > 0 && !side.codes);
  const why = mixed ? 'Numbers and texts are mixed in this column: every different value is a category.' : null;
  return ifFewTexts({ type: 'categorical', why }, reference, current);
}

function ifFewTexts(type: ColumnType, reference: ColumnSample, current: ColumnSample): ColumnType {
  if (!reference.overflow && !current.overflow) return type;
  return none(OWN_TEXTS);
}

const OWN_TEXTS =
  'Nearly every row has a text of its own: an identifier or free text, which has no distribution to compare.';

/** With fewer rows than this, texts that are all different may be categories. */
const FEWEST_IDENTIFIERS = 100;

function isIdentifier(sample: ColumnSample): boolean {
  return sample.texts.size >= Math.max(FEWEST_IDENTIFIERS, MOSTLY * known(sample));
}

const known = (sample: ColumnSample): number => sample.rows - sample.missing;

function isNumeric(sample: ColumnSample): boolean {
  return !sample.codes && sample.numbers.length > 0 && sample.numbers.length >= MOSTLY * known(sample);
}

/** Nearly all that is there reads as calendar dates. */
export function isDates(sample: ColumnSample): boolean {
  return sample.dates > 0 && sample.dates >= MOSTLY * known(sample);
}

function sampleText(sample: ColumnSample): string {
  const [text = ''] = sample.texts.keys();
  return shortText(text);
}

function leftOut(reference: ColumnSample, current: ColumnSample): string | null {
  const rows = textRows(reference) + textRows(current);
  if (rows === 0) return null;
  const side = textRows(reference) > 0 ? reference : current;
  return `${counted(rows, 'value')} of both sides ${rows === 1 ? 'is no number' : 'are no numbers'} (such as “${sampleText(side)}”): counted as missing.`;
}
