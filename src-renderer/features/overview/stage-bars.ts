import { PRODUCTION_STAGES, STAGE_LABELS, STAGES, type Stage } from '#domain/vocabulary';
import { formatNumber } from '../../lib/format';
import type { Summary } from './overview-types';

/** `watch`: in production, and nobody looks at its results or nobody has said; `accent`: in production and watched; `rest`: not serving. */
export type BarTone = 'watch' | 'accent' | 'rest';

export interface StageBar {
  readonly stage: Stage;
  readonly label: string;
  readonly count: number;
  /** Part of the longest bar, 0–1. */
  readonly share: number;
  readonly tone: BarTone;
  readonly note: string;
}

const inProduction = new Set<Stage>(PRODUCTION_STAGES);
const toneOf = (stage: Stage): BarTone =>
  stage === 'deployed' ? 'watch' : inProduction.has(stage) ? 'accent' : 'rest';

type BarsOf = Pick<Summary, 'byStage' | 'monitoringUnknown'>;

/** Of deployed models nobody says that they are watched; of some nobody has said that they are not. */
const deployedNote = (unknown: number): string =>
  unknown === 0
    ? 'in production, not monitored'
    : `in production, of ${formatNumber(unknown)} it is not known whether monitored`;

/** One bar a stage in the order of the lifecycle, empty stages too: a gap in the middle is a finding. */
export const stageBars = ({ byStage, monitoringUnknown }: BarsOf): readonly StageBar[] => {
  const longest = Math.max(1, ...STAGES.map((stage) => byStage[stage] ?? 0));
  return STAGES.map((stage) => {
    const count = byStage[stage] ?? 0;
    return {
      stage,
      label: STAGE_LABELS[stage],
      count,
      share: count / longest,
      tone: toneOf(stage),
      note: stage === 'deployed' ? deployedNote(monitoringUnknown) : inProduction.has(stage) ? 'in production' : '',
    };
  });
};
