import { counted, sayCount, sayQuantity, verb } from '../base/wording';
import type { Levels, LevelThresholds } from './level-thresholds';
import type { UpdatesSeen } from './updates-seen';

export interface LevelFlag {
  code: 'borderline_count' | 'at_the_ceiling' | 'two_apart' | 'unknown_frequency' | 'capped' | 'noted_and_recorded';
  message: string;
}

export interface FlagInput {
  readonly models: number;
  readonly load: number;
  readonly unknownFrequency: number;
  readonly levels: Levels;
  readonly thresholds: LevelThresholds;
  /** `null`: the question is about no portfolio, so nothing is recorded of it. */
  readonly updates: UpdatesSeen | null;
}

/** Level 1 is said to hold for 3 to 5 production models: the fourth and fifth are its ceiling. */
const CEILING = [4, 5];

function borderline({ models, thresholds }: FlagInput): string | null {
  const lower = models === thresholds.countLevel1 ? 1 : models === thresholds.countLevel2 ? 2 : null;
  if (lower === null) return null;
  const more = counted(models, 'model');
  return `${more} ${verb(models, 'is', 'are')} borderline: the ranges of level ${lower} and level ${lower + 1} meet there.`;
}

function ceiling(input: FlagInput): string | null {
  const { models, levels, unknownFrequency } = input;
  if (!CEILING.includes(models) || levels.byLoad !== 1) return null;
  if (unknownFrequency > 0) {
    return `Four or five models are the ceiling of level 1: as far as their updates are known it could still carry these ${models}, but not the next ones.`;
  }
  return `Four or five models are the ceiling of level 1: their updates alone would still allow it for these ${models}, the next models would not.`;
}

/** A load of which nothing is known cannot be held against the number of models. */
const loadIsKnown = ({ models, unknownFrequency }: FlagInput): boolean => unknownFrequency < models;

function apart(input: FlagInput): string | null {
  const { models, load, levels } = input;
  if (Math.abs(levels.byCount - levels.byLoad) !== 2 || !loadIsKnown(input)) return null;
  const count = `the number of models (${sayCount(models)}) alone would need level ${levels.byCount}`;
  const least = input.unknownFrequency > 0 ? 'at least ' : '';
  const rate = `the load (${least}${counted(load, 'update')} a year) alone level ${levels.byLoad}`;
  return `Number and load are two levels apart: ${count}, ${rate}.`;
}

function unknown({ models, load, unknownFrequency }: FlagInput): string | null {
  if (unknownFrequency === 0) return null;
  if (unknownFrequency >= models) {
    const they = verb(models, 'the model is', `the ${sayCount(models)} models are`);
    return `How often ${they} updated is not known: only the number of models decides.`;
  }
  const share = `${sayCount(unknownFrequency)} of ${counted(models, 'model')}`;
  const least = `at least ${counted(load, 'update')} a year`;
  return `How often ${share} ${verb(unknownFrequency, 'is', 'are')} updated is not known; the load is ${least}.`;
}

function cap({ load, levels, thresholds }: FlagInput): string | null {
  if (!levels.capped) return null;
  return `${counted(load, 'update')} a year would need level 3, but fewer than ${sayQuantity(thresholds.capBelow)} models do not repay it: the answer stops at level 2.`;
}

/** What makes the recommendation less clear than its number; rules.md 3. */
export function levelFlags(input: FlagInput): LevelFlag[] {
  const messages = {
    borderline_count: borderline(input),
    at_the_ceiling: ceiling(input),
    two_apart: apart(input),
    unknown_frequency: unknown(input),
    capped: cap(input),
    noted_and_recorded: input.updates?.words ?? null,
  } satisfies Record<LevelFlag['code'], string | null>;
  const codes = [
    'borderline_count',
    'at_the_ceiling',
    'two_apart',
    'unknown_frequency',
    'capped',
    'noted_and_recorded',
  ] as const;
  return codes.flatMap((code) => {
    const message = messages[code];
    return message === null ? [] : [{ code, message }];
  });
}
