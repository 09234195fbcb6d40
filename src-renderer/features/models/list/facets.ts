import type { ModelFilter } from '#contract/models/model-filter';
import type { Vocabulary } from '#domain/base/choices';
import type { ModelField } from '#domain/models/field-description';
import { MODEL_FIELDS, type ModelFieldName } from '#domain/models/model-fields';
import { QUALITY_FIELDS, type QualityField } from '#domain/models/quality-fields';
import type { FacetWords } from '../../../components/table/facet-values';
import type { Facet } from '../../../components/table/store-facets';

export type ListKey =
  | 'stage'
  | 'tier'
  | 'unit'
  | 'health'
  | 'monitoring'
  | 'owner'
  | 'type'
  | 'origin'
  | 'updateFrequency'
  | 'criticality'
  | 'personalData'
  | 'kind'
  | 'autonomy'
  | 'tag'
  | 'missing';

/** One filter of the bar: its field, what its values are counted by, and how they read. */
export interface FacetSpec extends FacetWords {
  readonly key: ListKey;
  /** `null`: the values are listed, not counted from one column. */
  readonly facet: Facet | null;
}

type Words = FacetSpec['words'];

const plain =
  (empty: string): Words =>
  (value) =>
    value === '' ? empty : value;

/** Values as the vocabulary of their field says them. */
function ofField(name: ModelFieldName, empty: string): Words {
  const field: ModelField = MODEL_FIELDS[name];
  const labels: Vocabulary['labels'] = field.kind === 'choice' ? (field.vocabulary?.labels ?? {}) : {};
  return (value) => (value === '' ? empty : (labels[value] ?? value));
}

type Missing = NonNullable<ModelFilter['missing']>[number];
export const MISSING_LABELS: Readonly<Record<Missing, string>> = {
  // Neither a business nor a technical one.
  owner: 'Any owner',
  // fromEntries forgets the names, which are those of the fields.
  ...(Object.fromEntries(QUALITY_FIELDS.map((field) => [field, MODEL_FIELDS[field].label])) as Readonly<
    Record<QualityField, string>
  >),
};
const isMissing = (value: string): value is Missing => Object.hasOwn(MISSING_LABELS, value);

/** A filter by the values of one field. */
const byField = (key: ListKey & Facet & ModelFieldName, none: string, empty: boolean): FacetSpec => ({
  key,
  label: MODEL_FIELDS[key].label,
  facet: key,
  words: ofField(key, none),
  empty,
});

export const FACETS: readonly FacetSpec[] = [
  byField('stage', 'No stage', false),
  byField('tier', 'No tier', true),
  { key: 'unit', label: MODEL_FIELDS.unit.label, facet: 'unitPath', words: plain('No unit'), empty: true },
  byField('health', 'Unknown', false),
  byField('monitoring', 'Not in production', false),
  { key: 'owner', label: 'Owner', facet: 'owner', words: plain('No owner'), empty: false },
  byField('kind', 'Kind not known', true),
  byField('autonomy', 'Autonomy not given', true),
  byField('type', 'No type', true),
  byField('origin', 'No origin', true),
  byField('updateFrequency', 'No frequency', true),
  byField('criticality', 'No criticality', true),
  byField('personalData', 'Unknown', false),
  { key: 'tag', label: 'Tag', facet: 'tag', words: plain('No tag'), empty: false },
  {
    key: 'missing',
    label: 'Missing',
    facet: null,
    words: (value) => (isMissing(value) ? MISSING_LABELS[value] : value),
    empty: false,
  },
];

/** The filters that have a button of their own; the others are behind "More filters". */
export const QUICK_FACETS: readonly ListKey[] = ['stage', 'tier', 'unit', 'kind', 'health', 'owner'];

export function facetSpec(key: ListKey): FacetSpec | undefined {
  return FACETS.find((spec) => spec.key === key);
}
