import { sayCount } from '../../base/wording';
import type { RuleOfThumb } from '../options/rule-of-thumb';
import { sayFactor } from './say-figure';

/** What the rule of thumb lets a level carry, and the updates a year of the plan's models that it is held against. */
export function explainCarries({ models, load, thresholds: limits }: RuleOfThumb, updatesPerYear: number) {
  const upTo = (level: number, count: number, updates: number): string =>
    `level ${level} up to ${sayCount(count)} models and ${sayCount(updates)} updates a year`;
  return {
    value: load,
    words: `By the rule of thumb ${upTo(1, limits.countLevel1, limits.loadLevel1)}, ${upTo(2, limits.countLevel2, limits.loadLevel2)}, level 3 beyond; the plan: ${sayFactor(models)} models × updates of one`,
    numbers: `${sayFactor(models)} × ${sayFactor(updatesPerYear)} = ${sayFactor(load)} updates a year`,
  };
}
