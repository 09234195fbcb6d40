import { type Recommendation, recommendLevel } from '#domain/level/level-recommendation';
import { DEFAULT_LEVEL_THRESHOLDS, type LevelThresholds } from '#domain/level/level-thresholds';
import { type NumberRange, notationOf, typedNumber } from '../../lib/typed';

const MODELS: NumberRange = { min: 1, max: 1_000_000, whole: true };
const UPDATES: NumberRange = { min: 0, max: 100_000, whole: false };

export interface NumbersRead {
  /** `null`: not both are there, or one cannot be read. */
  readonly recommendation: Recommendation | null;
  /** Sentences by field. */
  readonly problems: { readonly models?: string; readonly updates?: string };
}

/** The level that two typed numbers ask for, at once; by the thresholds of the portfolio, else those that ship. */
export function readNumbers(
  { models, updates }: { readonly models: string; readonly updates: string },
  thresholds: LevelThresholds = DEFAULT_LEVEL_THRESHOLDS,
  notation = notationOf(),
): NumbersRead {
  const count = models.trim() === '' ? null : typedNumber(models, MODELS, notation);
  const rate = updates.trim() === '' ? null : typedNumber(updates, UPDATES, notation);
  const problems = {
    ...(count && !count.ok && { models: count.message }),
    ...(rate && !rate.ok && { updates: rate.message }),
  };
  if (!count?.ok || !rate?.ok) return { recommendation: null, problems };
  const load = count.value * rate.value;
  return { recommendation: recommendLevel({ models: count.value, load, thresholds, told: 'stated' }), problems };
}
