import type { Summary } from './overview-types';

export interface LevelBox {
  readonly level: 1 | 2 | 3;
  /** `held today, by the rule`; '' = nothing is said of it. */
  readonly said: string;
}

type BoxesOf = Pick<Summary, 'held' | 'recommendation' | 'investment'>;

/** What is said of each level: which is held, which costs least, which the rule asks for. */
export function levelBoxes({ held, recommendation, investment }: BoxesOf): readonly LevelBox[] {
  const cheapest = investment === null || investment.withheld !== null ? null : investment.decision.cheapest;
  return ([1, 2, 3] as const).map((level) => ({
    level,
    said: [
      ...(held?.level === level ? ['held today'] : []),
      ...(cheapest === `L${level}` ? ['least cost'] : []),
      ...(recommendation.level === level ? ['by the rule'] : []),
    ].join(', '),
  }));
}
