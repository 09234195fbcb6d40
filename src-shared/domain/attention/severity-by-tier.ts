import type { Tier } from '../vocabulary';
import type { AttentionSeverity } from './attention-item';

type ByTier = Readonly<Record<Tier, AttentionSeverity>>;

/**
 * How grave it is, by the tier of the model, that it has drifted, fallen silent or is not watched; rules.md 6. A model
 * without a tier may be as material as any: it ranks with tier 2.
 */
export const SEVERITY_BY_TIER = {
  drifted: { 1: 'act', 2: 'act', 3: 'watch' },
  silent: { 1: 'act', 2: 'watch', 3: 'note' },
  unmonitored: { 1: 'act', 2: 'watch', 3: 'note' },
} as const satisfies Readonly<Record<string, ByTier>>;
