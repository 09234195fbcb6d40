import type { Monitoring, Stage, Tier } from '../vocabulary';
import { PERSONAL_DATA, TIERS } from '../vocabulary';
import { isInProduction } from './lifecycle';
import { MODEL_FIELDS } from './model-fields';
import { QUALITY_FIELDS, type QualityField } from './quality-fields';

/** Asked only of models that are in production. */
export const ASKED_IN_PRODUCTION: readonly QualityField[] = ['version', 'monitoring'];

/** A model as far as its data quality goes; '' and `null` are empty, and so is a word that says that nobody knows. */
export interface QualityFacts extends Readonly<Record<Exclude<QualityField, 'monitoring'>, string | number | null>> {
  readonly stage: Stage;
  readonly monitoring: Monitoring | null;
}

/** Whether nobody has said it; `unknown` is a word for that. */
export const isEmptyValue = (value: string | number | null): boolean =>
  value === null || value === '' || value === 'unknown';

const isAsked = (field: QualityField, stage: Stage): boolean =>
  stage !== 'retired' && (isInProduction(stage) || !ASKED_IN_PRODUCTION.includes(field));

/**
 * What is known of what has to be known of a model, in percent: every field counts alike, and only all of them are 100.
 *
 * @returns `null`: retired, nothing is asked
 */
export const dataQuality = (facts: QualityFacts): number | null =>
  qualityBy((field) => isEmptyValue(facts[field]), facts.stage);

/** The same of whoever can say which fields are empty: of 100,000 rows at once too. */
export function qualityBy(isEmpty: (field: QualityField) => boolean, stage: Stage): number | null {
  let [asked, filled] = [0, 0];
  for (const field of QUALITY_FIELDS) {
    if (!isAsked(field, stage)) continue;
    asked += 1;
    if (!isEmpty(field)) filled += 1;
  }
  return asked === 0 ? null : Math.floor((100 * filled) / asked);
}

/** A tier, or that nobody has said one. */
export type TierKey = Tier | 'none';
export const TIER_KEYS: readonly TierKey[] = [...TIERS, 'none'];

/** How much a model counts: a model without a tier may be as material as any, and counts as one of tier 2. A heuristic. */
export const TIER_WEIGHTS: Readonly<Record<TierKey, number>> = { 1: 3, 2: 2, 3: 1, none: 2 };

/** Models in production of one tier and unit, and in how many of them each field is empty. */
export interface QualityGroup {
  readonly tier: Tier | null;
  readonly unit: string;
  readonly models: number;
  readonly missing: Readonly<Record<QualityField, number>>;
}

type ByTier = Readonly<Record<TierKey, number>>;

export interface FieldGap {
  readonly field: QualityField;
  readonly missing: number;
  readonly byTier: ByTier;
  /** Edits in bulk that fill it at the most: one a value of a list, one a unit for owners, one a model for the rest. */
  readonly edits: number;
  /** What filling it everywhere adds to `share`. */
  readonly gain: number;
  /** `share` once this field and all before it are filled. */
  readonly after: number;
}

export interface Completeness {
  /** In production. */
  readonly models: number;
  readonly byTier: ByTier;
  /** Filled of asked, each model by the weight of its tier, 0 … 1; `null`: no model is in production. */
  readonly share: number | null;
  /** Fields that are empty anywhere, the one that adds most with an edit first: the quickest way up. */
  readonly gaps: readonly FieldGap[];
}

const keyOf = (tier: Tier | null): TierKey => tier ?? 'none';
const total = (groups: readonly QualityGroup[], of: (group: QualityGroup) => number): number =>
  groups.reduce((sum, group) => sum + of(group), 0);

function tiersOf(groups: readonly QualityGroup[], of: (group: QualityGroup) => number): ByTier {
  const counts = TIER_KEYS.map((key) => [
    key,
    total(
      groups.filter(({ tier }) => keyOf(tier) === key),
      of,
    ),
  ]);
  // One entry for each key.
  return Object.fromEntries(counts) as ByTier;
}

/** Words that say that nobody knows are no value to set. */
const valuesOf = (field: QualityField): number | null => {
  if (field === 'personalData') return PERSONAL_DATA.filter((word) => word !== 'unknown').length;
  if (field === 'monitoring') return 2;
  if (field === 'tier') return TIERS.length;
  const description = MODEL_FIELDS[field];
  return description.kind === 'choice' && 'vocabulary' in description ? description.vocabulary.values.length : null;
};

function editsFor(field: QualityField, groups: readonly QualityGroup[], missing: number): number {
  const values = valuesOf(field);
  if (values !== null) return Math.min(missing, values);
  if (field !== 'businessOwner' && field !== 'technicalOwner') return missing;
  const units = new Set(groups.filter((group) => group.missing[field] > 0).map(({ unit }) => unit));
  return units.size;
}

/**
 * What is known of the models in production, weighed by tier, and which field to fill next: by what an edit adds, of equals
 * the one that adds more. rules.md 1.
 */
export function completeness(groups: readonly QualityGroup[]): Completeness {
  const models = total(groups, (group) => group.models);
  const weigh = (of: (group: QualityGroup) => number): number =>
    total(groups, (group) => TIER_WEIGHTS[keyOf(group.tier)] * of(group));
  const asked = weigh((group) => group.models) * QUALITY_FIELDS.length;
  const gaps = QUALITY_FIELDS.flatMap((field) => {
    const missing = total(groups, (group) => group.missing[field]);
    if (missing === 0) return [];
    const gain = weigh((group) => group.missing[field]) / asked;
    const byTier = tiersOf(groups, (group) => group.missing[field]);
    return [{ field, missing, byTier, edits: editsFor(field, groups, missing), gain }];
  });
  const empty = gaps.reduce((sum, { gain }) => sum + gain, 0);
  const share = models === 0 ? null : 1 - empty;
  let left = empty;
  const ordered = gaps.toSorted((a, b) => b.gain / b.edits - a.gain / a.edits || b.gain - a.gain);
  return {
    models,
    byTier: tiersOf(groups, (group) => group.models),
    share,
    gaps: ordered.map((gap, at) => {
      left = at === ordered.length - 1 ? 0 : left - gap.gain;
      return { ...gap, after: 1 - left };
    }),
  };
}

/** How much is known of the models of a tier, 0 … 1; `null`: none of them is in production. */
export function shareOfTier({ byTier, gaps }: Pick<Completeness, 'byTier' | 'gaps'>, key: TierKey): number | null {
  const asked = byTier[key] * QUALITY_FIELDS.length;
  return asked === 0 ? null : 1 - gaps.reduce((sum, gap) => sum + gap.byTier[key], 0) / asked;
}

/** Fields that are set for many models at once; a purpose and a version belong to one, and monitoring is a move. */
export const isBulkFilled = (field: QualityField): boolean =>
  field !== 'purpose' && field !== 'version' && field !== 'monitoring';

/** How many fields of the way have to be filled until so much is known; `null`: not even all of them reach it, or it is reached. */
export function stepsTo(wanted: number, { share, gaps }: Pick<Completeness, 'share' | 'gaps'>): number | null {
  if (share === null || share >= wanted) return null;
  const at = gaps.findIndex(({ after }) => after >= wanted - 1e-12);
  return at === -1 ? null : at + 1;
}
