import { oneOf } from '../base/wording';
import type { Sentence } from '../base/sentence';

/** What a report may not tell. */
export interface RedactionChoice {
  readonly names?: boolean | undefined;
  readonly owners?: boolean | undefined;
  readonly money?: boolean | undefined;
  /** What somebody typed in his own words; left out: withheld as soon as names or owners are, for it may hold either. */
  readonly texts?: boolean | undefined;
}

export interface NamedModel {
  readonly id: string;
  readonly name: string;
}

/**
 * The one place where names and people are taken out, for all formats: each where it is written as what it is. No sentence is
 * ever searched, so that a model called “Drift” costs no word of ours.
 */
export interface Redactor {
  readonly choice: RedactionChoice;
  /** Whether what somebody typed is withheld. */
  readonly withholdsTexts: boolean;
  /** The model's name, or its alias `Model 07`. */
  model(id: string, name: string): string;
  /** The person; `named` where people are left out, which is not nobody (''). */
  person(name: string): string;
  /** What somebody typed, whole; `instead` where it is withheld. */
  typed(text: string, instead: string): string;
  /** A sentence of its parts; `write` writes our words of it for the reader. */
  said(parts: Sentence, write: (words: string) => string): string;
  /** What was left out, as a sentence; '' = nothing. */
  readonly words: string;
}

export const NAMED = 'named';

/** @param models all models in a stable order (by their registration): the number of an alias is the place in it. */
export function createRedactor(choice: RedactionChoice, models: readonly NamedModel[]): Redactor {
  const digits = Math.max(2, String(models.length).length);
  const places = new Map(choice.names ? models.map(({ id }, index) => [id, index + 1]) : []);
  const alias = (id: string): string => {
    const place = places.get(id);
    return place === undefined ? 'A model' : `Model ${String(place).padStart(digits, '0')}`;
  };
  const withholdsTexts = choice.texts ?? (choice.names === true || choice.owners === true);
  const model = (id: string, name: string): string => (choice.names ? alias(id) : name);
  return {
    choice,
    withholdsTexts,
    model,
    person: (name) => (choice.owners && name !== '' ? NAMED : name),
    typed: (text, instead) => (withholdsTexts ? instead : text),
    said: (parts, write) =>
      parts
        .map((part) => {
          if (typeof part === 'string') return write(part);
          if (part.is === 'model') return model(part.id, part.text);
          return (part.is === 'person' ? choice.owners : withholdsTexts) ? part.instead : part.text;
        })
        .join(''),
    words: sayRedaction(choice, withholdsTexts),
  };
}

function sayRedaction({ names, owners, money }: RedactionChoice, texts: boolean): string {
  const parts = [
    ...(names ? ['models are called by number'] : []),
    ...(owners ? ['people are left out'] : []),
    ...(texts ? ['texts that somebody typed, names of units and of columns among them, are withheld'] : []),
    ...(money ? ['money is given in bands, and money charts as shares of their largest value'] : []),
  ];
  if (parts.length === 0) return '';
  const kept = (names || owners) && !texts ? ' Texts that somebody typed stand as they are, and may hold names.' : '';
  return `Redacted: ${oneOf(parts, 'and')}.${kept}`;
}
