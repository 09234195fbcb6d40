import type { ModelFilter } from '#contract/models/models';
import {
  CRITICALITY_LABELS,
  HEALTH_LABELS,
  ORIGIN_LABELS,
  PERSONAL_DATA_LABELS,
  STAGE_LABELS,
  UPDATE_FREQUENCY_LABELS,
} from '#domain/vocabulary';
import type { FacetWords } from '../../../components/table/facet-values';
import type { Facet } from '../../../components/table/store-facets';

export type ListKey =
  | 'stage'
  | 'tier'
  | 'unit'
  | 'health'
  | 'owner'
  | 'type'
  | 'origin'
  | 'updateFrequency'
  | 'criticality'
  | 'personalData'
  | 'tag'
  | 'missing';

/** One filter of the bar: its field, what its values are counted by, and how they read. */
export interface FacetSpec extends FacetWords {
  readonly key: ListKey;
  /** `null`: the values are listed, not counted from one column. */
  readonly facet: Facet | null;
}

const fromLabels =
  (labels: Readonly<Record<string, string>>, empty: string) =>
  (value: string): string =>
    value === '' ? empty : (labels[value] ?? value);
const plain =
  (empty: string) =>
  (value: string): string =>
    value === '' ? empty : value;

export const MISSING_LABELS: Readonly<Record<NonNullable<ModelFilter['missing']>[number], string>> = {
  owner: 'Owner',
  tier: 'Tier',
  updateFrequency: 'Update frequency',
  unit: 'Unit',
  purpose: 'Purpose',
  origin: 'Origin',
};

export const FACETS: readonly FacetSpec[] = [
  { key: 'stage', label: 'Stage', facet: 'stage', words: fromLabels(STAGE_LABELS, 'No stage'), empty: false },
  {
    key: 'tier',
    label: 'Tier',
    facet: 'tier',
    words: (value) => (value === '' ? 'No tier' : `Tier ${value}`),
    empty: true,
  },
  { key: 'unit', label: 'Unit', facet: 'unitPath', words: plain('No unit'), empty: true },
  { key: 'health', label: 'Health', facet: 'health', words: fromLabels(HEALTH_LABELS, 'Unknown'), empty: false },
  { key: 'owner', label: 'Owner', facet: 'owner', words: plain('No owner'), empty: false },
  { key: 'type', label: 'Type', facet: 'type', words: plain('No type'), empty: true },
  { key: 'origin', label: 'Origin', facet: 'origin', words: fromLabels(ORIGIN_LABELS, 'No origin'), empty: true },
  {
    key: 'updateFrequency',
    label: 'Update frequency',
    facet: 'updateFrequency',
    words: fromLabels(UPDATE_FREQUENCY_LABELS, 'No frequency'),
    empty: true,
  },
  {
    key: 'criticality',
    label: 'Criticality',
    facet: 'criticality',
    words: fromLabels(CRITICALITY_LABELS, 'No criticality'),
    empty: true,
  },
  {
    key: 'personalData',
    label: 'Personal data',
    facet: 'personalData',
    words: fromLabels(PERSONAL_DATA_LABELS, 'Unknown'),
    empty: false,
  },
  { key: 'tag', label: 'Tag', facet: 'tag', words: plain('No tag'), empty: false },
  { key: 'missing', label: 'Missing', facet: null, words: fromLabels(MISSING_LABELS, ''), empty: false },
];

/** The filters that have a button of their own; the others are behind "More filters". */
export const QUICK_FACETS: readonly ListKey[] = ['stage', 'tier', 'unit', 'health', 'owner'];

export function facetSpec(key: ListKey): FacetSpec | undefined {
  return FACETS.find((spec) => spec.key === key);
}
