import { choicesOf } from '#domain/base/choices';
import { accepted, type Parsed, quote, refused } from '#domain/base/parsed';
import { writeAmount } from '#domain/base/typed-amount';
import { sayCount } from '#domain/base/wording';
import type { StatedField } from '#domain/models/field-description';
import { MODEL_FIELDS, STATED_NAMES, type StatedName } from '#domain/models/model-fields';
import { readTags, splitTags } from '#domain/models/tags';
import { notationOf, typedAmount, typedDay } from './typed';

/** A field that a person may type, with its name. */
export type FieldSpec = StatedField & { readonly name: StatedName };

export const fieldSpec = (name: StatedName): FieldSpec => ({ ...MODEL_FIELDS[name], name });

/** In the order in which somebody reads about a model. */
export const FIELD_SPECS: readonly FieldSpec[] = STATED_NAMES.map(fieldSpec);

/** What is typed into a field of one text → the value of the patch, or a sentence that says what to change. */
export function readFieldText(
  name: StatedName,
  text: string,
  currency: string,
  notation = notationOf(),
): Parsed<unknown> {
  const field = fieldSpec(name);
  const trimmed = text.trim();
  switch (field.kind) {
    case 'money':
      return trimmed === '' ? accepted(null) : typedAmount(trimmed, currency, notation);
    case 'date':
      return trimmed === '' ? accepted(null) : typedDay(trimmed, notation);
    case 'choice':
      return readChoice(field, trimmed);
    case 'line':
      if (field.required && trimmed === '') return refused('empty', `A model needs a ${field.label.toLowerCase()}.`);
      return limited(field.label, trimmed, field.most);
    case 'text':
      return limited(field.label, text.trimEnd(), field.most);
    case 'tags':
      return readTags(splitTags(text, 'always'));
    case 'references':
      return refused('a_list', `${field.label} are edited as a list.`);
  }
}

function limited(label: string, text: string, most: number): Parsed<string> {
  if (text.length <= most) return accepted(text);
  const [limit, length] = [most, text.length].map(sayCount);
  return refused('too_long', `${label} takes ${limit} characters at most; these are ${length}. Shorten it.`);
}

function readChoice(field: FieldSpec & { readonly kind: 'choice' }, text: string): Parsed<unknown> {
  const { label, optional, vocabulary } = field;
  if (text === '') return optional ? accepted(null) : refused('empty', `${label} needs one of its values. Choose one.`);
  const value = vocabulary.values.find((each) => String(each) === text);
  if (value !== undefined) return accepted(value);
  return refused('unknown_value', `${label} does not know ${quote(text)}. Choose one of its values.`);
}

/** The text an editor starts with: money in major units as the reader writes it, choices and dates as their stored words. */
export function editFieldText(name: StatedName, value: unknown, currency: string, { mark } = notationOf()): string {
  if (value === null || value === undefined || Array.isArray(value)) return '';
  return MODEL_FIELDS[name].kind === 'money' && typeof value === 'number'
    ? writeAmount(value, currency, mark)
    : String(value);
}

/** The values of a choice as a form offers them; nothing said comes first, in the words that the page shows for it. */
export const fieldChoices = ({ optional, vocabulary, empty }: FieldSpec & { readonly kind: 'choice' }) => [
  ...(optional ? [{ value: '', label: empty }] : []),
  ...choicesOf(vocabulary),
];
