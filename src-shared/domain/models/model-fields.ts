import {
  CRITICALITIES,
  CRITICALITY_LABELS,
  HEALTH_LABELS,
  HEALTHS,
  MONITORING_LABELS,
  MONITORINGS,
  ORIGIN_LABELS,
  ORIGINS,
  PERSONAL_DATA,
  PERSONAL_DATA_LABELS,
  STAGE_LABELS,
  STAGES,
  TIER_LABELS,
  TIERS,
  UPDATE_FREQUENCIES,
  UPDATE_FREQUENCY_LABELS,
} from '../vocabulary';
import type { ModelField } from './field-description';
import { CHOICE, COUNT, DAY, DERIVED, LINE, LISTED, MONEY, STATED, TEXT } from './field-parts';
import { GOVERNANCE_FIELDS } from './governance-fields';

/**
 * Every field of a model, described once: contract, grid, page, import, export and journal follow from it and say its words, in
 * this order. A new field is a migration, a column in the row and an entry here; what else has to know it does not compile
 * until it does.
 */
export const MODEL_FIELDS = {
  name: {
    ...LINE,
    label: 'Name',
    group: 'identity',
    required: true,
    empty: '',
    column: 'name',
    grid: 'text',
    importedAs: 'name',
  },
  stage: {
    ...DERIVED,
    ...LISTED,
    label: 'Stage',
    kind: 'choice',
    vocabulary: { values: STAGES, labels: STAGE_LABELS },
    column: 'stage',
    grid: 'coded',
  },
  inProduction: { ...DERIVED, label: 'In production', kind: 'yes_no', column: null, exported: true },
  stageSince: { ...DAY, label: 'In stage since', column: 'stage_since' },
  timeInStageDays: { ...COUNT, label: 'Time in stage', unit: 'days', column: null },
  health: {
    ...LISTED,
    label: 'Health',
    from: 'measured',
    group: 'life',
    kind: 'choice',
    vocabulary: { values: HEALTHS, labels: HEALTH_LABELS },
    column: 'health',
    grid: 'coded',
  },
  monitoring: {
    ...DERIVED,
    label: 'Monitoring',
    kind: 'choice',
    vocabulary: { values: MONITORINGS, labels: MONITORING_LABELS },
    column: null,
    grid: 'coded',
    exported: true,
  },
  purpose: { ...TEXT, label: 'Purpose', group: 'identity', column: 'purpose', importedAs: 'purpose' },
  tier: {
    ...CHOICE,
    label: 'Tier',
    hint: 'Materiality × complexity; tier 1 is the most material',
    group: 'stakes',
    vocabulary: { values: TIERS, labels: TIER_LABELS },
    column: 'tier',
    grid: 'number',
    importedAs: 'tier',
  },
  unit: {
    ...LINE,
    label: 'Business unit',
    short: 'Unit',
    group: 'ownership',
    suggest: 'units',
    column: 'unit',
    importedAs: 'unit',
  },
  businessOwner: {
    ...LINE,
    label: 'Business owner',
    group: 'ownership',
    suggest: 'owners',
    column: 'business_owner',
    importedAs: 'businessOwner',
  },
  technicalOwner: {
    ...LINE,
    label: 'Technical owner',
    group: 'ownership',
    suggest: 'owners',
    column: 'technical_owner',
    importedAs: 'technicalOwner',
  },
  type: { ...LINE, label: 'Type', group: 'identity', suggest: 'types', column: 'type', importedAs: 'type' },
  origin: {
    ...CHOICE,
    label: 'Origin',
    group: 'identity',
    vocabulary: { values: ORIGINS, labels: ORIGIN_LABELS },
    column: 'origin',
    importedAs: 'origin',
  },
  criticality: {
    ...CHOICE,
    label: 'Criticality',
    hint: 'What a failure in production would disturb',
    group: 'stakes',
    vocabulary: { values: CRITICALITIES, labels: CRITICALITY_LABELS },
    column: 'criticality',
    importedAs: 'criticality',
  },
  personalData: {
    ...CHOICE,
    label: 'Personal data',
    group: 'stakes',
    vocabulary: { values: PERSONAL_DATA, labels: PERSONAL_DATA_LABELS },
    optional: false,
    column: 'personal_data',
    importedAs: 'personalData',
  },
  updateFrequency: {
    ...CHOICE,
    label: 'Update frequency',
    short: 'Updates',
    hint: 'How often a new version goes live; it counts in the release load',
    group: 'stakes',
    vocabulary: { values: UPDATE_FREQUENCIES, labels: UPDATE_FREQUENCY_LABELS },
    column: 'update_frequency',
    importedAs: 'updateFrequency',
  },
  nextReview: {
    ...STATED,
    label: 'Next review',
    empty: 'By the tier',
    hint: 'A typed date comes before the interval of the tier',
    kind: 'date',
    group: 'stakes',
    column: 'next_review',
    importedAs: 'nextReview',
  },
  reviewDue: { ...DAY, label: 'Review due', group: 'stakes', typedAs: 'nextReview', column: 'review_due' },
  version: {
    ...DERIVED,
    ...LISTED,
    label: 'Version in production',
    short: 'Version',
    kind: 'line',
    column: 'version',
    grid: 'coded',
  },
  versionSince: { ...DAY, label: 'Live since', column: 'version_since' },
  versionAgeDays: { ...COUNT, label: 'Age of the version', unit: 'days', column: null },
  releasesLast12Months: {
    ...COUNT,
    ...LISTED,
    label: 'Releases in 12 months',
    short: 'Releases, 12 months',
    column: null,
    grid: 'number',
  },
  openIncidents: {
    ...COUNT,
    ...LISTED,
    label: 'Open incidents',
    short: 'Incidents',
    column: null,
    grid: 'number',
  },
  lastResult: {
    ...LISTED,
    label: 'Last drift result',
    short: 'Last result',
    from: 'measured',
    group: 'life',
    kind: 'instant',
    column: null,
    grid: 'day',
  },
  dataQuality: { ...COUNT, ...LISTED, label: 'Data quality', unit: '%', column: null, grid: 'number' },
  timeToProductionDays: {
    ...COUNT,
    ...LISTED,
    label: 'Time to production',
    unit: 'days',
    column: 'time_to_production_days',
    grid: 'number',
  },
  lastSignOfLife: { ...DERIVED, label: 'Last move', kind: 'date', column: 'last_move_at', exported: true },
  annualValueMinor: { ...MONEY, label: 'Annual value', column: 'annual_value_minor', importedAs: 'annualValue' },
  annualRunCostMinor: {
    ...MONEY,
    label: 'Annual run cost',
    column: 'annual_run_cost_minor',
    importedAs: 'annualRunCost',
  },
  tags: {
    ...STATED,
    label: 'Tags',
    empty: 'None',
    kind: 'tags',
    most: 50,
    longest: 80,
    group: 'identity',
    column: 'tags',
    grid: 'coded',
    exported: true,
    importedAs: 'tags',
  },
  externalReferences: {
    ...STATED,
    label: 'External references',
    empty: 'None',
    kind: 'references',
    most: 50,
    group: 'elsewhere',
    column: 'external_references',
  },
  ...GOVERNANCE_FIELDS,
  notes: { ...TEXT, label: 'Notes', empty: 'None', group: 'elsewhere', column: 'notes', importedAs: 'notes' },
  updatedAt: { ...DERIVED, ...LISTED, label: 'Last change', kind: 'instant', column: 'updated_at', grid: 'day' },
} as const satisfies Readonly<Record<string, ModelField>>;

type Fields = typeof MODEL_FIELDS;
export type ModelFieldName = keyof Fields;

/** The names of the fields that have such a mark in their description. */
export type FieldWith<Mark> = { [K in ModelFieldName]: Fields[K] extends Mark ? K : never }[ModelFieldName];
export type StatedName = FieldWith<{ readonly from: 'stated' }>;
export type GridName = FieldWith<{ readonly grid: string }>;
export type SortedName = FieldWith<{ readonly sorted: true }>;
export type ExportedName = FieldWith<{ readonly exported: true }>;
export type ImportedName = FieldWith<{ readonly importedAs: string }>;

// Object.keys and filter forget the key types that the record declares; the marks are what the types are made of.
const NAMES = Object.keys(MODEL_FIELDS) as ModelFieldName[];
const namesWith = <K extends ModelFieldName>(has: (field: ModelField) => boolean): readonly K[] =>
  NAMES.filter((name) => has(MODEL_FIELDS[name])) as K[];

export const STATED_NAMES = namesWith<StatedName>((field) => field.from === 'stated');
export const GRID_NAMES = namesWith<GridName>((field) => field.grid !== undefined);
export const SORTED_NAMES = namesWith<SortedName>((field) => field.sorted === true);
export const EXPORTED_NAMES = namesWith<ExportedName>((field) => field.exported === true);
export const IMPORTED_NAMES = namesWith<ImportedName>((field) => 'importedAs' in field);

export const isModelField = (name: string): name is ModelFieldName => Object.hasOwn(MODEL_FIELDS, name);
export const isStated = (name: string): name is StatedName =>
  isModelField(name) && MODEL_FIELDS[name].from === 'stated';

/** The label of a field; a name that is no field is shown as it stands. */
export const fieldLabel = (name: string): string => (isModelField(name) ? MODEL_FIELDS[name].label : name);

/** The field inside a sentence: `annual value`. */
export const fieldPhrase = (name: string): string => fieldLabel(name).replace(/^./, (first) => first.toLowerCase());

/** The label with what is counted: `Annual value (EUR)`, `Time to production (days)`. */
export function fieldHead(name: ModelFieldName, currency: string): string {
  const field: ModelField = MODEL_FIELDS[name];
  const unit = field.kind === 'money' ? currency : field.unit;
  return unit === undefined ? field.label : `${field.label} (${unit})`;
}
