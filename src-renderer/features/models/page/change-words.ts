import { choicesOf } from '#domain/base/choices';
import type { ModelField } from '#domain/models/field-description';
import { fieldLabel, isModelField, isStated, MODEL_FIELDS } from '#domain/models/model-fields';
import type { ChangeWords } from '../../../components/journal/change-groups';
import { formatDate } from '../../../lib/format';
import { fieldSpec } from '../../../lib/model-field';
import { displayText, type Locale } from './field-text';

/** The label of a derived value of a closed vocabulary, such as a stage. */
function choiceLabel(name: string, value: unknown): string | null {
  const field: ModelField | null = isModelField(name) ? MODEL_FIELDS[name] : null;
  const vocabulary = field?.kind === 'choice' ? field.vocabulary : undefined;
  if (vocabulary === undefined) return null;
  return choicesOf(vocabulary).find((choice) => choice.value === String(value))?.label ?? null;
}

/** A journal value in the words of its field; '' means that nothing was there. */
const valueWords = (field: string, value: unknown, locale: Locale): string => {
  if (value === null || value === undefined || value === '') return '';
  if (DAYS.has(field)) return formatDate(String(value));
  if (BESIDE.has(field)) return String(value).replace('_', ' ');
  if (isStated(field)) return displayText(fieldSpec(field), value, locale);
  return choiceLabel(field, value) ?? (typeof value === 'object' ? JSON.stringify(value) : String(value));
};

/** What hangs on a model, in its journal. */
const BESIDE: ReadonlyMap<string, string> = new Map([
  ['moves.at', 'Took effect'],
  ['moves.reason', 'Reason'],
  ['approvals.approvedBy', 'Approved by'],
  ['approvals.at', 'Approved on'],
  ['approvals.note', 'Note'],
  ['versions.version', 'Version known to its registry'],
  ['versions.until', 'Version live until'],
  ['versions.alias', 'Alias'],
  ['retraining.reason', 'Why retraining'],
  ['retraining.owner', 'Who trains it again'],
  ['retraining.until', 'To be live by'],
  ['retraining.version', 'Resolved by version'],
  ['retraining.againstUntil', 'Decided against until'],
  ['retraining.note', 'Note'],
  ['challengers.version', 'Challenger'],
  ['challengers.decideBy', 'To be decided by'],
  ['challengers.outcome', 'Outcome'],
  ['challengers.reason', 'Reason'],
]);

const DAYS: ReadonlySet<string> = new Set([
  'moves.at',
  'approvals.at',
  'versions.until',
  'retraining.until',
  'retraining.againstUntil',
  'challengers.decideBy',
]);

export const modelWords = (locale: Locale): ChangeWords => ({
  label: (field) => BESIDE.get(field) ?? fieldLabel(field),
  value: (field, value) => valueWords(field, value, locale),
});
