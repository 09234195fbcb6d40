import { choicesOf } from '#domain/base/choices';
import type { ModelField } from '#domain/models/field-description';
import { fieldLabel, isModelField, isStated, MODEL_FIELDS } from '#domain/models/model-fields';
import type { ChangeWords } from '../../../components/journal/change-groups';
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
  if (isStated(field)) return displayText(fieldSpec(field), value, locale);
  return choiceLabel(field, value) ?? (typeof value === 'object' ? JSON.stringify(value) : String(value));
};

export const modelWords = (locale: Locale): ChangeWords => ({
  label: fieldLabel,
  value: (field, value) => valueWords(field, value, locale),
});
