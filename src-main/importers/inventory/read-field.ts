import type { ImportField, Mapping } from '#contract/imports/imports';
import { assertNever } from '#domain/base/assert-never';
import { fold } from '#domain/base/fold';
import type { Stage } from '#domain/vocabulary';
import {
  CRITICALITY_CHOICE,
  FREQUENCY_CHOICE,
  ORIGIN_CHOICE,
  PERSONAL_DATA_CHOICE,
  parseChoice,
  STAGE_CHOICE,
  TIER_CHOICE,
  type ValueMap,
  YES_NO_CHOICE,
} from '../cells/parse-choice';
import { parseDate } from '../cells/parse-date';
import { parseMoney } from '../cells/parse-money';
import { accepted, type Parsed, quote, refused } from '../cells/parsed';
import type { ImportedFields } from './plan-types';

export const DATE_FIELDS = [
  'proposedAt',
  'dataPreparationAt',
  'trainingAt',
  'validationAt',
  'deployedAt',
  'monitoredAt',
  'retiredAt',
] as const satisfies readonly ImportField[];
export type DateField = (typeof DATE_FIELDS)[number];

/** What one cell says of a model. */
export type Reading =
  | { readonly kind: 'fields'; readonly fields: ImportedFields }
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'monitored'; readonly monitored: boolean }
  | { readonly kind: 'date'; readonly field: DateField; readonly day: string }
  | { readonly kind: 'version'; readonly version: string }
  | { readonly kind: 'externalId'; readonly id: string }
  | { readonly kind: 'externalUrl'; readonly url: string }
  | { readonly kind: 'nothing' };

export interface ReadRules {
  readonly dateOrder: Mapping['dateOrder'];
  readonly decimal: Mapping['decimal'];
  readonly currency: string;
  /** ISO day. */
  readonly today: string;
}

const LINE = 500;
const LONG_TEXT = 50_000;
const TAG = 80;
const TAGS = 50;

/** Reads the text of a cell as a field; lengths are those that the contract allows. */
export function readField(field: ImportField, text: string, values: ValueMap, rules: ReadRules): Parsed<Reading> {
  switch (field) {
    case 'name':
    case 'unit':
    case 'businessOwner':
    case 'technicalOwner':
    case 'type':
      return asFields(line(text, values, LINE), (value) => ({ [field]: value }));
    case 'purpose':
    case 'notes':
      return asFields(limited(text, LONG_TEXT), (value) => ({ [field]: value }));
    case 'origin':
      return asFields(parseChoice(text, ORIGIN_CHOICE, values), (origin) => ({ origin }));
    case 'tier':
      return asFields(parseChoice(text, TIER_CHOICE, values), (tier) => ({ tier }));
    case 'updateFrequency':
      return asFields(parseChoice(text, FREQUENCY_CHOICE, values), (updateFrequency) => ({ updateFrequency }));
    case 'criticality':
      return asFields(parseChoice(text, CRITICALITY_CHOICE, values), (criticality) => ({ criticality }));
    case 'personalData':
      return asFields(parseChoice(text, PERSONAL_DATA_CHOICE, values), (personalData) => ({ personalData }));
    case 'annualValue':
      return asFields(parseMoney(text, rules), (annualValueMinor) => ({ annualValueMinor }));
    case 'annualRunCost':
      return asFields(parseMoney(text, rules), (annualRunCostMinor) => ({ annualRunCostMinor }));
    case 'nextReview':
      return asFields(parseDate(text, { order: rules.dateOrder, today: null }), (nextReview) => ({ nextReview }));
    case 'tags':
      return asFields(readTags(text, values), (tags) => ({ tags: [...tags] }));
    case 'version':
      return then(line(text, values, LINE), (version) => ({ kind: 'version', version }));
    case 'externalId':
      return then(line(text, values, 400), (id) => ({ kind: 'externalId', id }));
    case 'externalUrl':
      return then(readUrl(text), (url) => ({ kind: 'externalUrl', url }));
    case 'stage':
      return then(parseChoice(text, STAGE_CHOICE, values), (stage) => ({ kind: 'stage', stage }));
    case 'monitored':
      return then(parseChoice(text, YES_NO_CHOICE, values), (monitored) => ({ kind: 'monitored', monitored }));
    case 'proposedAt':
    case 'dataPreparationAt':
    case 'trainingAt':
    case 'validationAt':
    case 'deployedAt':
    case 'monitoredAt':
    case 'retiredAt':
      return then(parseDate(text, { order: rules.dateOrder, today: rules.today }), (day) => ({
        kind: 'date',
        field,
        day,
      }));
    default:
      return assertNever(field);
  }
}

/** Passes a value on; `null` and '' say nothing. */
function then<T>(parsed: Parsed<T | null>, reading: (value: T) => Reading): Parsed<Reading> {
  if (!parsed.ok) return parsed;
  if (parsed.value === null || parsed.value === '') return accepted({ kind: 'nothing' });
  return accepted(reading(parsed.value));
}

const asFields = <T>(parsed: Parsed<T | null>, fields: (value: T) => ImportedFields): Parsed<Reading> =>
  then(parsed, (value) => ({ kind: 'fields', fields: fields(value) }));

/** One line of text; a mapped value replaces it. */
function line(text: string, values: ValueMap, most: number): Parsed<string> {
  const plain = (values.size > 0 ? mapped(text, values) : text).replace(/\s+/g, ' ').trim();
  return limited(plain, most);
}

function limited(text: string, most: number): Parsed<string> {
  if (text.length <= most) return accepted(text);
  const message = `${quote(text)} has ${text.length} characters; up to ${most} fit here. Shorten it, or map the column to the notes.`;
  return refused('too_long', message);
}

/** The mapped text, '' where the mapping says empty, or the text itself. */
const mapped = (text: string, values: ValueMap): string => values.get(fold(text)) ?? text;

/** Semicolons, bars and lines part tags; commas only between short ones, since topics such as `Law, Order and Justice` have them. */
function readTags(text: string, values: ValueMap): Parsed<readonly string[] | null> {
  const tags = new Map<string, string>();
  const parts = text.split(/[;|\n]/).flatMap((part) => (hasShortItems(part) ? part.split(',') : [part]));
  for (const part of parts) {
    const tag = (values.size > 0 ? mapped(part, values) : part).replace(/\s+/g, ' ').trim();
    if (tag.length > TAG)
      return refused('too_long', `The tag ${quote(tag)} has more than ${TAG} characters. Shorten it.`);
    if (tag !== '' && !tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag);
  }
  if (tags.size > TAGS)
    return refused('too_long', `${quote(text)} has ${tags.size} tags; a model takes up to ${TAGS}.`);
  return accepted(tags.size === 0 ? null : [...tags.values()]);
}

const hasShortItems = (part: string): boolean => part.split(',').every((item) => item.trim().split(/\s+/).length <= 2);

function readUrl(text: string): Parsed<string> {
  if (text.length <= 2_000 && /^https?:\/\/\S+$/i.test(text) && URL.canParse(text)) return accepted(text);
  return refused('not_a_url', `${quote(text)} is not a web address. Write it with https:// in front.`);
}
