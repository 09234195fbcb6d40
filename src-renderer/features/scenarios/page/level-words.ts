import type { Pair } from '#domain/scenarios/plan/comparison-flows';
import { LEVEL_KEYS, type LevelKey } from '#domain/scenarios/plan/inputs';
import type { ChartInk } from '../../../components/chart/chart-ink';

/** `Level 2` */
export const levelName = (key: LevelKey): string => `Level ${key.slice(1)}`;

export function colourOf(ink: ChartInk, key: LevelKey): string {
  return { L1: ink.level1, L2: ink.level2, L3: ink.level3 }[key];
}

/** The levels of a record of them, lowest first. */
export function levelsIn<T>(levels: Readonly<Partial<Record<LevelKey, T>>>): readonly (readonly [LevelKey, T])[] {
  return LEVEL_KEYS.flatMap((key) => {
    const found = levels[key];
    return found === undefined ? [] : [[key, found] as const];
  });
}

/** `level 2 against level 1` */
export const pairWords = ({ a, b }: Pair): string => `level ${b.slice(1)} against level ${a.slice(1)}`;
