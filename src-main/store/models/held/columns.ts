/** Columns of `models` whose texts many models share; NULL and '' are the same here. */
export const CODED = [
  'stage',
  'unit',
  'update_frequency',
  'health',
  'business_owner',
  'technical_owner',
  'developer',
  'reviewer',
  'type',
  'origin',
  'criticality',
  'personal_data',
  'kind',
  'autonomy',
  'stage_since',
  'stage_since_precision',
  'version',
  'version_since',
  'version_since_precision',
  'last_approval_at',
  'review_due',
  /** JSON; '[]' is none. */
  'tags',
] as const;
export type CodedName = (typeof CODED)[number];

/** Whole numbers that fit 32 bits, by their column or expression. */
export const WHOLE = {
  tier: 'tier',
  monitoringKnown: 'monitoring_known',
  purposeSaid: "purpose <> ''",
} as const;

/** Any numbers. */
export const REAL = {
  annualValueMinor: 'annual_value_minor',
  annualRunCostMinor: 'annual_run_cost_minor',
  timeToProductionDays: 'time_to_production_days',
} as const;

/** Worked out from other rows than the model's own. Days are counted since 1970. */
export const BESIDE = ['openIncidents', 'lastResultDay', 'healthSinceDay', 'firstResultDay', 'updatedDay'] as const;

export type WholeName = keyof typeof WHOLE | (typeof BESIDE)[number];
export type RealName = keyof typeof REAL;

export const WHOLE_NAMES = [...(Object.keys(WHOLE) as (keyof typeof WHOLE)[]), ...BESIDE] as const; // keys of a constant
export const REAL_NAMES = Object.keys(REAL) as RealName[]; // keys of a constant

/** No number, in a column of whole ones. */
export const NONE = -2_147_483_648;

const SQL = [
  ...['rowid', 'id', 'name', 'external_references', 'updated_at'],
  ...Object.values(WHOLE),
  ...Object.values(REAL),
  ...CODED.map((name) => (name === 'tags' ? "nullif(tags, '[]')" : name)),
];
export const SELECT_CELLS = `SELECT ${SQL.join(', ')} FROM models`;
/** Where they lie in a row of `SELECT_CELLS`. */
export const AT = {
  rowid: 0,
  id: 1,
  name: 2,
  references: 3,
  updatedAt: 4,
  whole: 5,
  real: 5 + Object.keys(WHOLE).length,
  coded: 5 + Object.keys(WHOLE).length + Object.keys(REAL).length,
} as const;

export type Cell = string | number | null;
