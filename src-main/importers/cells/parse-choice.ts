import type { FieldMapping } from '#contract/imports/imports';
import { fold, words } from '#domain/base/fold';
import { accepted, type Parsed, quote, refused } from '#domain/base/parsed';
import {
  CRITICALITIES,
  CRITICALITY_LABELS,
  ORIGIN_LABELS,
  ORIGINS,
  PERSONAL_DATA,
  PERSONAL_DATA_LABELS,
  STAGE_LABELS,
  STAGES,
  TIERS,
  UPDATE_FREQUENCIES,
  UPDATE_FREQUENCY_LABELS,
} from '#domain/vocabulary';

/** A closed list of values, with all the texts that stand for one of them by themselves. */
export interface Choice<T> {
  readonly noun: string;
  /** Ids by plain words; the texts that a mapping points to are among them. */
  readonly known: ReadonlyMap<string, T>;
}

function choice<T extends string>(noun: string, ids: readonly T[], labels: Readonly<Record<T, string>>): Choice<T> {
  return { noun, known: new Map(ids.flatMap((id) => [[words(id), id] as const, [words(labels[id]), id] as const])) };
}

export const STAGE_CHOICE = choice('stage', STAGES, STAGE_LABELS);
export const FREQUENCY_CHOICE = choice('update frequency', UPDATE_FREQUENCIES, UPDATE_FREQUENCY_LABELS);
export const ORIGIN_CHOICE = choice('origin', ORIGINS, ORIGIN_LABELS);
export const CRITICALITY_CHOICE = choice('criticality', CRITICALITIES, CRITICALITY_LABELS);

export const TIER_CHOICE: Choice<(typeof TIERS)[number]> = {
  noun: 'tier',
  known: new Map(TIERS.flatMap((tier) => [`${tier}`, `t${tier}`, `tier ${tier}`].map((text) => [text, tier] as const))),
};

const YES = ['yes', 'y', 'true', '1', 'x'];
const NO = ['no', 'n', 'false', '0'];

export const PERSONAL_DATA_CHOICE: Choice<(typeof PERSONAL_DATA)[number]> = {
  noun: 'answer on personal data',
  known: new Map([
    ...choice('', PERSONAL_DATA, PERSONAL_DATA_LABELS).known,
    ...YES.map((text) => [text, 'yes'] as const),
    ...NO.map((text) => [text, 'no'] as const),
  ]),
};

export const YES_NO_CHOICE: Choice<boolean> = {
  noun: 'yes or no',
  known: new Map([...YES.map((text) => [text, true] as const), ...NO.map((text) => [text, false] as const)]),
};

/** Cell → mapped text, by folded cell. */
export type ValueMap = ReadonlyMap<string, string>;

export const valueMapOf = (mapping: FieldMapping): ValueMap =>
  new Map(mapping.values.map(({ from, to }) => [fold(from), to.trim()]));

/** By the mapping's values first, then by the product's own ids and labels; `null` where the mapping says empty. */
export function parseChoice<T>(cell: string, of: Choice<T>, values: ValueMap): Parsed<T | null> {
  const mapped = values.get(fold(cell));
  if (mapped === '') return accepted(null);
  const value = of.known.get(words(mapped ?? cell));
  if (value !== undefined) return accepted(value);
  if (mapped !== undefined) {
    return refused(
      'unknown_value',
      `${quote(cell)} is mapped to ${quote(mapped)}, which is no ${of.noun}. Correct the mapping.`,
    );
  }
  return refused('unknown_value', `${quote(cell)} is not a known ${of.noun}. Map this value, or leave it out.`);
}
