import { ownForms } from './forms';

/** A whole number in a sentence: `2,133`. */
export function sayCount(value: number): string {
  return ownForms().numbers({ maximumFractionDigits: 0 }).format(value);
}

/** A quantity in a sentence, with one decimal where it has one: `0.5`, `1,560`. */
export function sayQuantity(value: number): string {
  return ownForms().numbers({ maximumFractionDigits: 1 }).format(value);
}

/** A number with its noun: `1 model`, `2 models`. `many` is needed where the plural is not the word with an s. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${sayQuantity(value)} ${value === 1 ? one : many}`;
}

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six'] as const;

/** A text of the person's own data in a sentence, its end left out where it is long. */
export function shortText(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** A small whole number as a word, as it is read aloud: `five`; above six in digits. */
export function smallNumber(value: number): string {
  return SMALL[value] ?? sayCount(value);
}

/** The verb that fits the number. */
export function verb(value: number, one: string, many: string): string {
  return value === 1 ? one : many;
}

/** `a`, `a or b`, `a, b or c`. */
export function oneOf(words: readonly string[], joiner = 'or'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${joiner} ${words[words.length - 1]}`;
}
