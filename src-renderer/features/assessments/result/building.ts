import { COMPONENTS } from '#domain/assessments/components';
import { counted, oneOf, smallNumber, verb } from '#domain/base/wording';
import { componentsIn, levelInWords } from './level-words';
import type { Result } from './result-score';

export type BuildingKind = 'under' | 'over' | 'right' | 'open';

export interface Building {
  /** `open`: there is no recommended level to hold it against. */
  readonly kind: BuildingKind;
  /** One word with its shape, beside the sentences. */
  readonly word: string;
  readonly words: readonly string[];
}

const WORDS: Readonly<Record<BuildingKind, string>> = {
  under: 'Under-building',
  over: 'Over-building',
  right: 'In balance',
  open: 'Nothing to hold it against',
};

function levels(count: number): string {
  return `${smallNumber(count)} ${count === 1 ? 'level' : 'levels'}`;
}

/** A portfolio that is behind as a whole can still have built too much in one place. */
function aboveNeed({ score }: Result, needed: number): string[] {
  const above = COMPONENTS.filter((component) => (score.components[component].level ?? 0) > needed);
  if (above.length === 0 || score.overallLevel > needed) return [];
  const names = oneOf(above.map(componentsIn), 'and');
  const sentence = `${names} ${verb(above.length, 'stands', 'stand')} above the recommended level ${needed}: nothing more is needed there.`;
  return [sentence.charAt(0).toUpperCase() + sentence.slice(1)];
}

function targetWords({ assessment }: Result, needed: number): string[] {
  const { target } = assessment;
  if (target > needed) {
    return [
      `The target is level ${target}, ${levels(target - needed)} above the recommended ${needed}: reaching it would be over-building.`,
    ];
  }
  return target < needed
    ? [
        `The target is level ${target}, ${levels(needed - target)} below the recommended ${needed}: reaching it would still be under-building.`,
      ]
    : [];
}

/** The held level against the recommended one, said plainly. */
export function buildingOf(result: Result): Building {
  const { assessment, score } = result;
  const { level: needed, models } = assessment.recommendation;
  if (needed === null) {
    return {
      kind: 'open',
      word: WORDS.open,
      words: ['No model is in production yet: every level that is built now is built ahead of its need.'],
    };
  }
  const gap = needed - score.overallLevel;
  const kind: BuildingKind = gap > 0 ? 'under' : gap < 0 ? 'over' : 'right';
  const at = `The level held is ${score.overallLevel === 0 ? 'below 1' : score.overallLevel}`;
  const forModels = `${counted(models, 'model')} ${verb(models, 'asks for', 'ask for')}`;
  const first: Readonly<Record<'under' | 'over' | 'right', string>> = {
    under: `${at}, ${levels(gap)} below what ${forModels}: what is missing is paid in hand work and firefighting, as operational debt.`,
    over: `${at}, ${levels(-gap)} above what ${forModels}: what goes beyond level ${needed} is upkeep without a return, until the portfolio grows into it.`,
    right: `Work ${levelInWords(score.overallLevel)} is what ${forModels}: neither debt nor waste.`,
  };
  return {
    kind,
    word: WORDS[kind],
    words: [first[kind], ...aboveNeed(result, needed), ...targetWords(result, needed)],
  };
}
