import type { FieldMapping } from '#contract/imports/imports';
import { fold } from '#domain/base/fold';
import { accepted, type Parsed, quote, refused } from '#domain/base/parsed';
import type { StatedField } from '#domain/models/field-description';
import { fieldPhrase, MODEL_FIELDS, STATED_NAMES, type StatedName } from '#domain/models/model-fields';
import { NO, plainWords, YES } from './phrases';

/** A closed list of values, with all the texts that stand for one of them by themselves. */
export interface Choice<T> {
  readonly noun: string;
  /** Ids by plain words; the texts that a mapping points to are among them. */
  readonly known: ReadonlyMap<string, T>;
}

/** By the ids and labels of a vocabulary, and by what else stands for one of its values. */
function choice<V extends string | number>(noun: string, of: VocabularyOf<V>, more: Words<V> = []): Choice<V> {
  const own = of.values.flatMap((value) =>
    [String(value), of.labels[value]].map((text) => [plainWords(text), value] as const),
  );
  return { noun, known: new Map([...own, ...more]) };
}

interface VocabularyOf<V extends string | number> {
  readonly values: readonly V[];
  readonly labels: Readonly<Record<V, string>>;
}
type Words<V> = readonly (readonly [text: string, value: V])[];

const all = <T>(texts: readonly string[], value: T) => texts.map((text) => [text, value] as const);

export const STAGE_CHOICE = choice('stage', MODEL_FIELDS.stage.vocabulary);
export const YES_NO_CHOICE: Choice<boolean> = {
  noun: 'yes or no',
  known: new Map([...all(YES, true), ...all(NO, false)]),
};

const MORE: Partial<Readonly<Record<StatedName, Words<string | number>>>> = {
  tier: MODEL_FIELDS.tier.vocabulary.values.map((tier) => [`t${tier}`, tier]),
  personalData: [...all(YES, 'yes'), ...all(NO, 'no')],
};

const FIELD_CHOICES: ReadonlyMap<StatedName, Choice<string | number>> = new Map(
  STATED_NAMES.flatMap((name) => {
    const field: StatedField = MODEL_FIELDS[name];
    return field.kind === 'choice' ? [[name, choice(fieldPhrase(name), field.vocabulary, MORE[name])] as const] : [];
  }),
);

/** The vocabulary of a field of a model, as cells say it. */
export function choiceOf(name: StatedName): Choice<string | number> {
  const known = FIELD_CHOICES.get(name);
  if (!known) throw new Error(`The field ${name} has no vocabulary.`);
  return known;
}

/** Cell → mapped text, by folded cell. */
export type ValueMap = ReadonlyMap<string, string>;

export const valueMapOf = (mapping: FieldMapping): ValueMap =>
  new Map(mapping.values.map(({ from, to }) => [fold(from), to.trim()]));

/** By the mapping's values first, then by the product's own ids and labels; `null` where the mapping says empty. */
export function parseChoice<T>(cell: string, of: Choice<T>, values: ValueMap): Parsed<T | null> {
  const mapped = values.get(fold(cell));
  if (mapped === '') return accepted(null);
  const value = of.known.get(plainWords(mapped ?? cell));
  if (value !== undefined) return accepted(value);
  if (mapped !== undefined) {
    return refused(
      'unknown_value',
      `${quote(cell)} is mapped to ${quote(mapped)}, which is no value of ${of.noun}. Correct the mapping.`,
    );
  }
  return refused('unknown_value', `${quote(cell)} is no known value of ${of.noun}. Map this value, or leave it out.`);
}
