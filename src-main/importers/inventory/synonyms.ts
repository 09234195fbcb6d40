import { list, plainWords } from '../cells/phrases';

/** What texts mean here: `exact` as a whole, `starts` also where they go on, `holds` also somewhere inside. */
export interface Synonyms {
  readonly to: string;
  readonly exact: readonly string[];
  readonly starts?: readonly string[];
  readonly holds?: readonly string[];
}

/** A long answer says what it means in its beginning. */
const READ_CHARACTERS = 300;

/** Finds what a text means, also behind the number or letter of an answer: `3 - Retired`, `b) Pilot`. */
export function compileSynonyms(synonyms: readonly Synonyms[]): (text: string) => string | null {
  const pairs = (phrases: (of: Synonyms) => readonly string[]) =>
    synonyms.flatMap((of) => phrases(of).map((phrase) => [phrase, of.to] as const));
  // Of a phrase that stands twice the first meaning holds.
  const exact = new Map(pairs(({ exact: phrases }) => phrases).reverse());
  const starts = pairs(({ starts: phrases = [] }) => phrases);
  const holds = pairs(({ holds: phrases = [] }) => phrases);
  return (text) => {
    const whole = plainWords(text.slice(0, READ_CHARACTERS));
    const plain = whole.replace(/^\d+ (?=[a-z])/, '').replace(/^[a-f] (?=[a-z])/, '');
    return (
      exact.get(plain) ??
      exact.get(whole) ??
      starts.find(([start]) => plain.startsWith(`${start} `))?.[1] ??
      holds.find(([phrase]) => ` ${plain} `.includes(` ${phrase} `))?.[1] ??
      null
    );
  };
}

export const phrases = (...texts: readonly (string | readonly string[])[]): readonly string[] =>
  texts.flatMap((text) => (typeof text === 'string' ? list(text) : text));
