import type { LevelKey } from '#domain/scenarios/plan/inputs';
import { levelName, levelsIn } from '../page/level-words';
import type { Answer, LevelAnswer, PathAnswer } from './options-types';

/** One option with what stands over its column. */
export interface OptionColumn {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  /** For its colour; a staged path has that of its last level. */
  readonly level: LevelKey;
  readonly path: PathAnswer | null;
  readonly figures: LevelAnswer | PathAnswer;
}

const GATE = 12;

function noteOf(key: LevelKey, answer: Answer, baseline: LevelKey): string {
  const said = [
    ...(key === baseline ? ['as today'] : []),
    ...(key === answer.cheapest ? ['costs least'] : []),
    ...(key === answer.recommended ? ['asked by the rule'] : []),
  ];
  return said.join(', ');
}

/** The levels, then the staged paths. */
export function optionColumns(answer: Answer): readonly OptionColumn[] {
  const levels = levelsIn(answer.levels);
  const baseline = levels[0]?.[0] ?? 'L1';
  const paths = Object.entries(answer.paths).map(([id, path]): OptionColumn => {
    const [first, last] = [id.slice(0, 2), id.slice(-2)];
    const years = path.gate === null ? null : path.gate.month / GATE;
    return {
      id,
      name: `${levelName(first === 'L1' ? 'L1' : 'L2')}, then ${last.slice(1)}`,
      note:
        years === null
          ? 'its last step lies behind these years'
          : `gate after ${years} ${years === 1 ? 'year' : 'years'}, may stop there`,
      level: 'L3',
      path,
      figures: path,
    };
  });
  return [
    ...levels.map(
      ([key, figures]): OptionColumn => ({
        id: key,
        name: key === baseline ? `${levelName(key)}, stay` : levelName(key),
        note: noteOf(key, answer, baseline),
        level: key,
        path: null,
        figures,
      }),
    ),
    ...paths,
  ];
}
