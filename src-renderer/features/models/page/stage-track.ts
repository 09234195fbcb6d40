import type { DatePrecision } from '#domain/base/period';
import { STAGE_LABELS, STAGES, type Stage } from '#domain/vocabulary';
import type { Move } from './model-types';

export interface TrackStop {
  readonly stage: Stage;
  readonly label: string;
  /** `passed`: the model was here; `current`; `skipped`: it went past; `ahead`: it has not come so far. */
  readonly state: 'passed' | 'current' | 'skipped' | 'ahead';
  /** How often the model entered the stage. */
  readonly entries: number;
  /** The last entry: `null` when the model was never here or its date is not known (`entries` tells which). */
  readonly at: string | null;
  /** How exactly `at` is known. */
  readonly precision: DatePrecision;
  /** At least one of its entries is a correction. */
  readonly correction: boolean;
  /** The line from the stop before is drawn full: the model got here or further. */
  readonly reached: boolean;
}

/** The stages from left to right with what is known of each; `moves` in their order, oldest first. */
export const stageTrack = (
  moves: readonly Pick<Move, 'to' | 'at' | 'precision' | 'correction'>[],
  current: Stage,
): readonly TrackStop[] => {
  const entered = new Set(moves.map((move) => move.to));
  const furthest = Math.max(STAGES.indexOf(current), ...[...entered].map((stage) => STAGES.indexOf(stage)));
  return STAGES.map((stage, index) => {
    const entries = moves.filter((move) => move.to === stage);
    const state =
      stage === current ? 'current' : entries.length > 0 ? 'passed' : index < furthest ? 'skipped' : 'ahead';
    return {
      stage,
      label: STAGE_LABELS[stage],
      state,
      entries: entries.length,
      at: entries.at(-1)?.at ?? null,
      precision: entries.at(-1)?.precision ?? 'day',
      correction: entries.some((move) => move.correction),
      reached: index <= furthest,
    };
  });
};

/** One stop in words, for people who do not see the track. */
export const stopWords = (stop: TrackStop, dateWords: (at: string, precision: DatePrecision) => string): string => {
  const when = stop.at === null ? 'date not known' : `since ${dateWords(stop.at, stop.precision)}`;
  const times = stop.entries > 1 ? `, entered ${stop.entries} times` : '';
  const mark = stop.correction ? ', by a correction' : '';
  switch (stop.state) {
    case 'current':
      return `${stop.label}: the model is here, ${when}${times}${mark}`;
    case 'passed':
      return `${stop.label}: entered ${stop.at === null ? 'on a day not known' : dateWords(stop.at, stop.precision)}${times}${mark}`;
    case 'skipped':
      return `${stop.label}: nothing recorded`;
    case 'ahead':
      return `${stop.label}: not reached`;
  }
};
