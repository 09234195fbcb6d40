import type { DecisionInputs, StagedPath } from '../options/decision-inputs';
import type { FullCosts } from '../options/full-costs';
import type { OptionCosting } from '../options/option-parts';
import { type OptionCosts, optionCosts } from '../options/option-result';
import { pricing } from '../options/pricing';
import type { LevelKey } from '../plan/inputs';
import type { PortfolioYear } from '../plan/portfolio-path';

/** One option worked out, with everything that its figures are reckoned from. */
export interface OptionBooks {
  /** Over the years that are judged, derived inputs worked out. */
  readonly inputs: DecisionInputs;
  readonly option: OptionCosting;
  readonly costs: OptionCosts;
  /** What each place of the option costs once it is fully there, by year. */
  readonly full: readonly FullCosts[];
  readonly levels: readonly LevelKey[];
  readonly portfolio: readonly PortfolioYear[];
}

/** The books of options of one plan, in the order asked for. */
export function booksOf(inputs: DecisionInputs, paths: readonly StagedPath[]): OptionBooks[] {
  const priced = pricing(inputs, paths);
  return priced.options.map((option) => {
    const levels = option.plan.places.map(({ level }) => level);
    return {
      inputs,
      option,
      costs: optionCosts(inputs, priced, option),
      full: levels.map((level) => priced.fullCosts(level)),
      levels,
      portfolio: priced.portfolio(),
    };
  });
}
