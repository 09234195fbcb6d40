import { withDerived } from '../plan/derived-inputs';
import { type LevelKey, levelKeys } from '../plan/inputs';
import { BASELINE, type DecisionInputs, type StagedPath } from './decision-inputs';
import { type OptionCosts, optionCosts } from './option-result';
import { pricing } from './pricing';

/** Several options of one plan, worked out in full and in the order asked for; derived inputs are worked out first. */
export function costsOfOptions(given: DecisionInputs, paths: readonly StagedPath[]): OptionCosts[] {
  const inputs = withDerived(given);
  const priced = pricing(inputs, paths);
  return priced.options.map((option) => optionCosts(inputs, priced, option));
}

/** One option beside today's way of working. */
export interface AgainstToday {
  readonly today: OptionCosts;
  readonly option: OptionCosts;
}

export function againstToday(inputs: DecisionInputs, path: StagedPath): AgainstToday {
  const [today, option] = costsOfOptions(inputs, [BASELINE, path]);
  if (!today || !option) throw new RangeError(`The option ${path.id} could not be worked out.`);
  return { today, option };
}

/** The levels of the plan as paths, lowest first. */
export function baselineOf(inputs: DecisionInputs): LevelKey {
  return levelKeys(inputs)[0] ?? 'L1';
}
