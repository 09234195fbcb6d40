import { STAGE_LABELS, STAGES } from '#domain/vocabulary';
import type { ChangeWords } from '../../../components/journal/change-groups';
import { ALL_FIELDS, fieldLabel } from './field-specs';
import { displayText, type Locale } from './field-text';

const stageLabel = (value: unknown): string | null => {
  const stage = STAGES.find((known) => known === value);
  return stage === undefined ? null : STAGE_LABELS[stage];
};

/** A journal value in the words of its field; '' means that nothing was there. */
const valueWords = (field: string, value: unknown, locale: Locale): string => {
  if (value === null || value === undefined || value === '') return '';
  const spec = ALL_FIELDS.find((known) => known.name === field);
  if (spec !== undefined) return displayText(spec, value, locale);
  return stageLabel(value) ?? (typeof value === 'object' ? JSON.stringify(value) : String(value));
};

export const modelWords = (locale: Locale): ChangeWords => ({
  label: fieldLabel,
  value: (field, value) => valueWords(field, value, locale),
});
