import { counted } from '../../base/wording';
import type { DecisionAnswer, LevelAnswer, OptionFigures } from '../../scenarios/options/decision-answer';
import { turnsWithoutAmounts } from '../../scenarios/options/decision-words';
import { horizonOf, LEVEL_KEYS, type LevelKey } from '../../scenarios/plan/inputs';
import type { ScenarioFacts } from '../facts';
import type { ReportKit } from '../kit';

export const sayLevelOf = (key: string): string => `level ${key.slice(1)}`;

/** Levels of the plan, today's way first, with their figures. */
export const levelsOf = ({ levels }: DecisionAnswer): readonly (readonly [LevelKey, LevelAnswer])[] =>
  LEVEL_KEYS.flatMap((key) => {
    const figures = levels[key];
    return figures ? [[key, figures] as const] : [];
  });

/** What is asked for: the level that costs least, if that is not today's way. */
export function proposedOf({ decision }: ScenarioFacts): readonly [LevelKey, OptionFigures] | null {
  const [today] = levelsOf(decision);
  const figures = decision.levels[decision.cheapest];
  return figures === undefined || today === undefined || decision.cheapest === today[0]
    ? null
    : [decision.cheapest, figures];
}

/** Amounts of the plan for the reader: no finer than its inputs carry. */
export const amount =
  ({ write }: ReportKit, { scenario }: ScenarioFacts) =>
  (value: number): string =>
    write.rounded(value, scenario.currency, scenario.result.digits);

/** `5 years`, and that hiring is in the amounts where it is. */
export const sayYearsOf = ({ write }: ReportKit, { years, words }: DecisionAnswer): string =>
  `${write.counted(years, 'year')}${words.hiring === '' ? '' : ', hiring included'}`;

/** What the money says; where amounts are not to leave the level alone, of which the sentence on the runs goes on to speak. */
export function moneySaid({ redact }: ReportKit, decision: DecisionAnswer): string {
  const { words, years, cheapest } = decision;
  if (redact.choice.money !== true || words.money === '' || levelsOf(decision).length < 2) return words.money;
  return `Over ${counted(years, 'year')} ${sayLevelOf(cheapest)} costs least.`;
}

/** Where the answer turns; where amounts are not to leave, what turns it by an amount is named without it. */
export function turnsSaid({ redact }: ReportKit, { decision, scenario }: ScenarioFacts): string {
  if (redact.choice.money !== true) return decision.words.turns;
  const { nearest, cheapest, years } = decision;
  const { inputs, result } = scenario;
  return turnsWithoutAmounts({ nearest, cheapest, years, planYears: horizonOf(inputs), digits: result.digits });
}
