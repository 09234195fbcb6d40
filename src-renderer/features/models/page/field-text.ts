import { choicesOf } from '#domain/base/choices';
import { formatDate, formatMoney } from '../../../lib/format';
import type { FieldSpec } from '../../../lib/model-field';
import type { ExternalReference, Model } from './model-types';

export interface Locale {
  readonly currency: string;

  /** Left out: the system's. */
  readonly locale?: string;
}

/** "MLflow: fraud/12", the URL stands beside it as a link. */
export const referenceText = (reference: ExternalReference): string =>
  reference.id === '' ? reference.system : `${reference.system}: ${reference.id}`;

type FieldValue = Model[keyof Model];

const isReference = (value: unknown): value is ExternalReference =>
  typeof value === 'object' && value !== null && 'system' in value && 'id' in value && 'url' in value;

/** The value of a field as people read it; '' when nobody has said. Takes journal values too, hence `unknown`. */
export const displayText = (spec: FieldSpec, value: FieldValue | unknown, { currency, locale }: Locale): string => {
  if (value === null || value === undefined || value === '') return '';
  switch (spec.kind) {
    case 'choice':
      return choicesOf(spec.vocabulary).find((choice) => choice.value === String(value))?.label ?? String(value);
    case 'money':
      return typeof value === 'number' ? formatMoney(value, currency, locale) : String(value);
    case 'date':
      return typeof value === 'string' ? formatDate(value, locale) : String(value);
    case 'tags':
      return Array.isArray(value) ? value.join(', ') : String(value);
    case 'references':
      return Array.isArray(value) ? value.filter(isReference).map(referenceText).join(', ') : String(value);
    case 'line':
    case 'text':
      return String(value);
  }
};
