import { DEFAULT_LEVEL_THRESHOLDS, type LevelThresholds, levelsFor } from '../../level/level-thresholds';
import type { MaturityLevel } from '../../vocabulary';
import type { LevelKey } from '../plan/inputs';
import { livingAtEnd } from '../plan/portfolio-path';
import type { DecisionInputs } from './decision-inputs';

/** What the rule of rules.md 3 says for the plan's own figures, with both of its halves. */
export interface RuleOfThumb {
  readonly level: LevelKey;
  readonly byCount: MaturityLevel;
  readonly byLoad: MaturityLevel;
  /** The cap for few models lowered the level. */
  readonly capped: boolean;
  readonly models: number;
  /** There is none at the start: `models` are those at the end of the plan. */
  readonly isAtEnd: boolean;
  /** Updates a year over all of them. */
  readonly load: number;
  readonly thresholds: LevelThresholds;
}

const KEYS: Readonly<Record<MaturityLevel, LevelKey>> = { 1: 'L1', 2: 'L2', 3: 'L3' };

function ruleFor(
  models: number,
  isAtEnd: boolean,
  { updatesPerYear }: DecisionInputs,
  thresholds: LevelThresholds,
): RuleOfThumb | null {
  if (!(models > 0)) return null;
  const load = models * updatesPerYear;
  const { level, ...halves } = levelsFor(models, load, thresholds);
  return { level: KEYS[level], ...halves, models, isAtEnd, load, thresholds };
}

const atEnd = (inputs: DecisionInputs): number => livingAtEnd(inputs).at(-1) ?? 0;

/** For the models at the start, or where there are none for those at the end of the plan; `null`: no model anywhere. */
export function ruleNow(inputs: DecisionInputs, thresholds = DEFAULT_LEVEL_THRESHOLDS): RuleOfThumb | null {
  const start = inputs.modelsAtStart ?? 0;
  return start > 0 ? ruleFor(start, false, inputs, thresholds) : ruleAtEnd(inputs, thresholds);
}

/** For the models at the end of the plan. */
export function ruleAtEnd(inputs: DecisionInputs, thresholds = DEFAULT_LEVEL_THRESHOLDS): RuleOfThumb | null {
  return ruleFor(atEnd(inputs), true, inputs, thresholds);
}

export const AGREEMENTS = ['same', 'ruleHigher', 'ruleLower', 'noRule'] as const;
export type Agreement = (typeof AGREEMENTS)[number];

/** How the rule's level stands to the cheapest one, whether the plan has it or not. */
export function agreementOf(rule: RuleOfThumb | null, cheapest: LevelKey): Agreement {
  if (!rule) return 'noRule';
  if (rule.level === cheapest) return 'same';
  return rule.level > cheapest ? 'ruleHigher' : 'ruleLower';
}
