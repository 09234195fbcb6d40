import type { ModelFieldName } from './model-fields';

/** What has to be known of a model; in the order in which a reader asks. rules.md 1. */
export const QUALITY_FIELDS = [
  'purpose',
  'businessOwner',
  'technicalOwner',
  'unit',
  'tier',
  'criticality',
  'personalData',
  'type',
  'origin',
  'updateFrequency',
  'annualValueMinor',
  'annualRunCostMinor',
  'version',
  'monitoring',
] as const satisfies readonly ModelFieldName[];
export type QualityField = (typeof QUALITY_FIELDS)[number];
