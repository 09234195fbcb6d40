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
    const plain = answerOf(whole);
    const short = answerOf(plainWords(withoutExplanation(text.slice(0, READ_CHARACTERS))));
    return (
      exact.get(plain) ??
      exact.get(whole) ??
      exact.get(short) ??
      (TURNS.test(inBrackets(text)) ? null : starts.find(([start]) => plain.startsWith(`${start} `))?.[1]) ??
      holds.find(([phrase]) => ` ${plain} `.includes(` ${phrase} `))?.[1] ??
      null
    );
  };
}

const IN_BRACKETS = /(?<=\S)\s*\(([^()]*)\)?\s*$/u;
/** A word or two in brackets may turn what stands before them into something else: `Deployed (planned)`. */
const WORDS_OF_AN_EXPLANATION = 5;
const TURNS = /\b(?:not|no longer|never|planned|pending|until|nicht|geplant|pas|prevu|niet|gepland|no|previsto|non)\b/;

const inBrackets = (text: string): string => plainWords(IN_BRACKETS.exec(text)?.[1] ?? '');

/** "Retired (the use case was replaced by another)": a sentence in brackets explains the answer before them. */
function withoutExplanation(text: string): string {
  const said = inBrackets(text);
  const explains = said.split(' ').length >= WORDS_OF_AN_EXPLANATION && !TURNS.test(said);
  return explains ? text.replace(IN_BRACKETS, '') : text;
}

/** Without the number or letter of the answer, or that of a stage. */
const answerOf = (plain: string): string =>
  plain
    .replace(/^(?:stage|phase|step|fase|etape|stufe) (?=\d)/, '')
    .replace(/^\d+ (?=[a-z])/, '')
    .replace(/^[a-f] (?=[a-z])/, '');

export const phrases = (...texts: readonly (string | readonly string[])[]): readonly string[] =>
  texts.flatMap((text) => (typeof text === 'string' ? list(text) : text));
