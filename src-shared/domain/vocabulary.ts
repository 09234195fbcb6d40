/** The closed vocabularies of the product: the words that the contract validates and the rules reason about. */

export const STAGES = [
  'proposed',
  'data_preparation',
  'training',
  'validation',
  'deployed',
  'monitored',
  'retraining',
  'retired',
] as const;
export type Stage = (typeof STAGES)[number];

/** The stages in which a model serves its users; rules.md 1. */
export const PRODUCTION_STAGES = ['deployed', 'monitored', 'retraining'] as const satisfies readonly Stage[];

export const STAGE_LABELS: Readonly<Record<Stage, string>> = {
  proposed: 'Proposed',
  data_preparation: 'Data preparation',
  training: 'Training',
  validation: 'Validation',
  deployed: 'Deployed',
  monitored: 'Monitored',
  retraining: 'Retraining',
  retired: 'Retired',
};

/** Materiality × complexity: 1 is the most material. `null` on a model means that nobody has said. */
export const TIERS = [1, 2, 3] as const;
export type Tier = (typeof TIERS)[number];
export const TIER_LABELS: Readonly<Record<Tier, string>> = { 1: 'Tier 1', 2: 'Tier 2', 3: 'Tier 3' };

export const UPDATE_FREQUENCIES = [
  'ad_hoc',
  'yearly',
  'half_yearly',
  'quarterly',
  'monthly',
  'weekly',
  'daily',
  'on_drift',
] as const;
export type UpdateFrequency = (typeof UPDATE_FREQUENCIES)[number];

export const UPDATE_FREQUENCY_LABELS: Readonly<Record<UpdateFrequency, string>> = {
  ad_hoc: 'Ad hoc',
  yearly: 'Yearly',
  half_yearly: 'Twice a year',
  quarterly: 'Quarterly',
  monthly: 'Monthly',
  weekly: 'Weekly',
  daily: 'Daily',
  on_drift: 'On drift',
};

export const ORIGINS = ['in_house', 'vendor', 'both'] as const;
export type Origin = (typeof ORIGINS)[number];
export const ORIGIN_LABELS: Readonly<Record<Origin, string>> = {
  in_house: 'In-house',
  vendor: 'Vendor',
  both: 'In-house and vendor',
};

export const CRITICALITIES = ['low', 'medium', 'high', 'critical'] as const;
export type Criticality = (typeof CRITICALITIES)[number];
export const CRITICALITY_LABELS: Readonly<Record<Criticality, string>> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  critical: 'Critical',
};

export const PERSONAL_DATA = ['yes', 'no', 'unknown'] as const;
export type PersonalData = (typeof PERSONAL_DATA)[number];
export const PERSONAL_DATA_LABELS: Readonly<Record<PersonalData, string>> = {
  yes: 'Yes',
  no: 'No',
  unknown: 'Unknown',
};

/**
 * Verdict on a model's drift results; rules.md 6. `unknown` = no verdict: never a result, too few rows, or no band;
 * `silent` = none within its cadence.
 */
export const HEALTHS = ['act', 'watch', 'ok', 'silent', 'unknown'] as const;
export type Health = (typeof HEALTHS)[number];
export const HEALTH_LABELS: Readonly<Record<Health, string>> = {
  act: 'Act',
  watch: 'Watch',
  ok: 'Ok',
  silent: 'Silent',
  unknown: 'No verdict',
};

/** Whether a model in production is watched; `unknown`: nobody has said, and no result shows it. */
export const MONITORINGS = ['monitored', 'not_monitored', 'unknown'] as const;
export type Monitoring = (typeof MONITORINGS)[number];
export const MONITORING_LABELS: Readonly<Record<Monitoring, string>> = {
  monitored: 'Monitored',
  not_monitored: 'Not monitored',
  unknown: 'Not known',
};

export type MaturityLevel = 1 | 2 | 3;

/** Beside the live version: its answers reach nobody, or a share of those who ask. */
export const CHALLENGER_MODES = ['shadow', 'split'] as const;
export type ChallengerMode = (typeof CHALLENGER_MODES)[number];

export const CHALLENGER_OUTCOMES = ['promoted', 'given_up'] as const;
export type ChallengerOutcome = (typeof CHALLENGER_OUTCOMES)[number];
