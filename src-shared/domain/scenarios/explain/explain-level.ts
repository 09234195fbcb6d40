import type { LevelKey } from '../plan/inputs';
import type { LevelProjection } from '../plan/project';
import { discountedTerms } from './explain-flows';
import { sayFactor } from './say-figure';

/** A figure of one level with its formula in words and with its numbers. */
export interface LevelFigure {
  readonly value: number;
  readonly words: string;
  readonly numbers: string;
}

export interface LevelExplanation {
  readonly level: LevelKey;
  readonly pvCost: LevelFigure;
  /** From now (the investment) on: one longer than the plan. */
  readonly cumulative: readonly LevelFigure[];
}

/** How the present value of a level's cost and its cost up to each year come about; the years themselves: `explainYear`. */
export function explainLevel(level: LevelKey, projection: LevelProjection, rate: number): LevelExplanation {
  const { cumulative, investment, yearCost, pvCost } = projection;
  return {
    level,
    pvCost: {
      value: pvCost,
      words: 'investment now + each year’s cost / (1 + rate)^year',
      numbers: `${discountedTerms([investment, ...yearCost], rate)} = ${sayFactor(pvCost)}`,
    },
    cumulative: cumulative.map((value, year) => ({
      value,
      words:
        year === 0 ? 'investment now' : `investment now + the cost of ${year === 1 ? 'year 1' : `years 1 to ${year}`}`,
      numbers:
        year === 0
          ? sayFactor(investment)
          : `${[investment, ...yearCost.slice(0, year)].map(sayFactor).join(' + ')} = ${sayFactor(value)}`,
    })),
  };
}
