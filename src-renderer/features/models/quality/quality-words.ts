import type { Output } from '#contract/index';
import { isBulkFilled, shareOfTier, stepsTo, TIER_KEYS, TIER_WEIGHTS, type TierKey } from '#domain/models/completeness';
import type { QualityField } from '#domain/models/quality-fields';
import { formatCount, formatNumber, formatPercent } from '../../../lib/format';
import type { PortfolioSearch } from '../../../lib/portfolio-search';

export type Quality = Output<'models.completeness'>;

/** What most houses call complete: a line on the way, no rule. */
export const WANTED = 0.9;

export const WEIGHTS_WORDS =
  '“Unknown” is empty. Tier 1 counts × 3, tier 2 × 2, tier 3 × 1; without a tier × 2, for such a model may be as material as any.';

/** Never 100 % while anything is missing, never 0 % while anything is known. */
export function percentOf(share: number): string {
  const percent = 100 * share;
  const shown = percent >= 99.5 && share < 1 ? 99 : percent < 0.5 && share > 0 ? 1 : Math.round(percent);
  return formatPercent(shown / 100);
}

/** The finding: how much is known, and how far the line is. */
export function headlineOf(quality: Quality): string {
  const { share, models } = quality;
  if (share === null) return 'No model is in production yet';
  const of = models === 1 ? 'of the one model in production' : `of ${formatNumber(models)} models in production`;
  if (quality.gaps.length === 0) return `Every field is filled ${of}`;
  const steps = stepsTo(WANTED, quality);
  const way =
    steps === null
      ? `${formatCount(quality.gaps.length, 'field')} ${quality.gaps.length === 1 ? 'is' : 'are'} not filled everywhere`
      : `filling ${formatCount(steps, 'field')} leads to ${percentOf(WANTED)}`;
  return `${percentOf(share)} is known ${of}; ${way}`;
}

export const tierLabel = (key: TierKey): string => (key === 'none' ? 'No tier' : `Tier ${key}`);

/** Tiers that have a model in production, with how much is known of them. */
export const tierRows = (quality: Quality) =>
  TIER_KEYS.flatMap((key) => {
    const share = shareOfTier(quality, key);
    if (share === null) return [];
    return [{ key, label: tierLabel(key), models: quality.byTier[key], share, weight: TIER_WEIGHTS[key] }];
  });

const ofTier = (key: TierKey | undefined) =>
  key === undefined ? {} : { tier: [key === 'none' ? null : key] as (1 | 2 | 3 | null)[] };

/** The models in production that a number counts, marked for an edit where one fills them. */
export function gapSearch(field: QualityField, tier?: TierKey): PortfolioSearch {
  const owners = field === 'businessOwner' || field === 'technicalOwner';
  return {
    filter: { inProduction: true, missing: [field], ...ofTier(tier) },
    // One edit a unit: models of one unit stand together.
    ...(owners ? { sort: [{ field: 'unit', direction: 'asc' }] } : {}),
    ...(isBulkFilled(field) ? { fill: field } : {}),
  };
}

/** Models in production of a tier of which anything is missing, the emptiest first. */
export const gapsSearch = (tier: TierKey): PortfolioSearch => ({
  filter: { inProduction: true, qualityBelow: 100, ...ofTier(tier) },
  sort: [{ field: 'dataQuality', direction: 'asc' }],
});

export const filledWords = (labels: readonly string[]): string => {
  const [first = '', ...others] = labels;
  const rest = others.map((label) => label.toLowerCase());
  return `Filled everywhere: ${[first, ...rest].join(', ')}.`;
};
