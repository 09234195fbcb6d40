import { MODEL_FACTS, type ModelFactName } from '#domain/governance/vocabulary';

type Told = string | readonly string[];

/** What a person wrote as the fact is kept; '' and an empty list take it back. */
export function factOf(fact: ModelFactName, text: string): string | string[] {
  if (MODEL_FACTS[fact].kind !== 'list') return text.trim();
  return text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A fact as a person writes it. */
export const factText = (value: Told): string => (typeof value === 'string' ? value : value.join(', '));

/** A fact as it is read. */
export const factWords = (fact: ModelFactName, value: Told): string => {
  const text = factText(value);
  return MODEL_FACTS[fact].kind === 'yes_no' ? text.replace(/^./, (first) => first.toUpperCase()) : text;
};
