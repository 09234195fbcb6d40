import type { ImportField } from '#contract/imports/import-field';
import { assertNever } from '#domain/base/assert-never';
import { fold } from '#domain/base/fold';
import { accepted, type Parsed, quote, refused } from '#domain/base/parsed';
import { type Dated, middleOf } from '#domain/base/period';
import { readTypedAmount } from '#domain/base/typed-amount';
import { type DateOrder, readTypedDate } from '#domain/base/typed-date';
import type { DecimalMark } from '#domain/base/typed-number';
import { readTypedPeriod } from '#domain/base/typed-period';
import { foldId, isPlaceholderId } from '#domain/identity/fold-id';
import type { StatedField } from '#domain/models/field-description';
import { type ImportTarget, importedField, isImportTarget } from '#domain/models/import-targets';
import { MODEL_FIELDS, type StatedName } from '#domain/models/model-fields';
import { type FirstDays, whyUnlikely } from '#domain/models/plausible-dates';
import { readTags, splitTags } from '#domain/models/tags';
import type { Stage } from '#domain/vocabulary';
import { CHOOSE_DECIMAL, CHOOSE_ORDER } from '../cells/file-rules';
import { choiceOf, parseChoice, STAGE_CHOICE, type ValueMap, YES_NO_CHOICE } from '../cells/parse-choice';
import type { ImportedFields } from './plan-types';

export const DATE_FIELDS = [
  'proposedAt',
  'dataPreparationAt',
  'trainingAt',
  'validationAt',
  'deployedAt',
  'monitoredAt',
  'retiredAt',
  'operationalAt',
  'stageAt',
] as const satisfies readonly ImportTarget[];
export type DateField = (typeof DATE_FIELDS)[number];

/** What one cell says of a model. */
export type Reading =
  | { readonly kind: 'fields'; readonly fields: ImportedFields }
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'monitored'; readonly monitored: boolean }
  | { readonly kind: 'date'; readonly field: DateField; readonly when: Dated }
  | { readonly kind: 'version'; readonly version: string }
  | { readonly kind: 'externalId'; readonly id: string }
  | { readonly kind: 'externalUrl'; readonly url: string }
  | { readonly kind: 'nothing' };

export interface ReadRules {
  readonly dateOrder: DateOrder;
  /** `null`: neither the mapping nor the file's other amounts tell. */
  readonly decimal: DecimalMark | null;
  readonly currency: string;
  /** ISO day. */
  readonly today: string;
  /** Earlier days are asked about; left out: none is. */
  readonly first?: FirstDays;
  /** Fields whose early days are taken all the same. */
  readonly believe?: readonly ImportField[];
}

/** Reads the text of a cell as a field of a model, by its description, or as what becomes moves and references. */
export function readField(target: ImportField, text: string, values: ValueMap, rules: ReadRules): Parsed<Reading> {
  if (isImportTarget(target)) return readTarget(target, text, values, rules);
  const name = importedField(target);
  return name === null ? accepted({ kind: 'nothing' }) : readStated(name, target, text, values, rules);
}

function readStated(
  name: StatedName,
  target: ImportField,
  text: string,
  values: ValueMap,
  rules: ReadRules,
): Parsed<Reading> {
  const field: StatedField = MODEL_FIELDS[name];
  switch (field.kind) {
    case 'line':
      return asField(name, line(text, values, field.most));
    case 'text':
      return asField(name, limited(text, field.most));
    case 'choice':
      return asField(name, parseChoice(text, choiceOf(name), values));
    case 'money':
      return asField(name, readAmount(text, rules));
    case 'date':
      return asField(name, likely(target, text, readDate(text, rules), asDay, rules));
    case 'tags':
      return asField(name, tagsOf(text, values));
    case 'references':
      return accepted({ kind: 'nothing' });
  }
}

/** Lengths are those that the contract allows. */
function readTarget(target: ImportTarget, text: string, values: ValueMap, rules: ReadRules): Parsed<Reading> {
  switch (target) {
    case 'version':
      return then(line(text, values, 500), (version) => ({ kind: 'version', version }));
    case 'externalId':
      // `TBD` and its like say that there is no id, and are none.
      return then(line(text, values, 400), (id) =>
        isPlaceholderId(foldId(id)) ? { kind: 'nothing' } : { kind: 'externalId', id },
      );
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
    case 'operationalAt':
    case 'stageAt':
      return then(
        likely(target, text, readPeriod(text, rules), (when) => when, rules),
        (when) => ({
          kind: 'date',
          field: target,
          when,
        }),
      );
    default:
      return assertNever(target);
  }
}

/** Passes a value on; `null` and '' say nothing. */
function then<T>(parsed: Parsed<T | null>, reading: (value: T) => Reading): Parsed<Reading> {
  if (!parsed.ok) return parsed;
  if (parsed.value === null || parsed.value === '') return accepted({ kind: 'nothing' });
  return accepted(reading(parsed.value));
}

/** The value was read by the description of this very field, which the contract checks it against again. */
const asField = (name: StatedName, parsed: Parsed<unknown>): Parsed<Reading> =>
  then(parsed, (value) => ({ kind: 'fields', fields: { [name]: value } as ImportedFields }));

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

const readAmount = (text: string, { decimal, currency }: ReadRules): Parsed<number> =>
  readTypedAmount(text, { currency, mark: decimal, decimals: 'rounded', remedy: CHOOSE_DECIMAL });

const readDate = (text: string, { dateOrder }: ReadRules): Parsed<string> =>
  readTypedDate(text, { order: dateOrder, remedy: CHOOSE_ORDER });

/** What happened to a model is often known to the month only. */
const readPeriod = (text: string, { dateOrder, today }: ReadRules): Parsed<Dated> =>
  readTypedPeriod(text, { order: dateOrder, latest: today, remedy: CHOOSE_ORDER, shortMonths: true });

const asDay = (day: string): Dated => middleOf(day, 'day');

/** A date that can hardly be is not believed until somebody says so: one wrong year makes a model overdue for decades. */
function likely<T>(
  target: ImportField,
  text: string,
  parsed: Parsed<T>,
  datedOf: (value: T) => Dated,
  { first, believe = [] }: ReadRules,
): Parsed<T> {
  if (!parsed.ok || first === undefined || believe.includes(target)) return parsed;
  const why = whyUnlikely(datedOf(parsed.value), target === 'proposedAt', first);
  if (why === null) return parsed;
  const message = `${quote(text)} is hardly right: ${why} It is not used; correct it in the file, or let this column be believed.`;
  return refused('implausible_date', message);
}

function tagsOf(text: string, values: ValueMap): Parsed<readonly string[] | null> {
  const tags = splitTags(text, 'between_short');
  const read = readTags(values.size > 0 ? tags.map((tag) => mapped(tag, values)) : tags);
  return read.ok && read.value.length === 0 ? accepted(null) : read;
}

function readUrl(text: string): Parsed<string> {
  if (text.length <= 2_000 && /^https?:\/\/\S+$/i.test(text) && URL.canParse(text)) return accepted(text);
  return refused('not_a_url', `${quote(text)} is not a web address. Write it with https:// in front.`);
}
