import type { Given } from '#contract/define';
import type { Input, Output } from '#contract/index';
import type { Scenario } from '#contract/scenarios/scenarios';
import { explainYear, type YearExplanation } from '#domain/scenarios/explain/explain';
import { explainComparison } from '#domain/scenarios/explain/explain-comparison';
import { explainLevel } from '#domain/scenarios/explain/explain-level';
import { explainOptions } from '#domain/scenarios/explain/explain-option';
import { optionsQuestion } from '#domain/scenarios/options/options-question';
import { parsePair } from '#domain/scenarios/plan/comparison-flows';
import { horizonOf, levelKeys } from '#domain/scenarios/plan/inputs';
import { projectInvestment } from '#domain/scenarios/plan/project';
import { DomainError } from '../../failure/domain-error';
import { refusable } from '../../rpc/refusable';

type Explained = Given<Output<'scenarios.explain'>>;

function yearShape({ level, year, portfolio, lines, total }: YearExplanation): Explained['years'][number] {
  const { living, newModels } = portfolio;
  return { level, year, living, newModels, lines, total };
}

/** Every figure of a scenario with its formula, its numbers and the inputs behind it. */
export function explainScenario(scenario: Scenario, asked: Input<'scenarios.explain'>): Explained {
  const { inputs, items } = scenario;
  const compare = asked.compare ?? scenario.compare;
  const projection = refusable(() => projectInvestment(inputs));
  const comparison = projection.comparisons[compare];
  const pair = parsePair(compare);
  if (!comparison || !pair) {
    const sentence = `${compare} is not a comparison of “${scenario.name}”: name the higher of two of its levels first.`;
    throw new DomainError('invalid_input', sentence);
  }
  const levels = asked.level === undefined ? levelKeys(inputs) : [asked.level];
  const years = asked.year === undefined ? Array.from({ length: horizonOf(inputs) }, (_, at) => at + 1) : [asked.year];
  return {
    compare,
    figures: explainComparison(comparison, inputs, pair),
    levels: levels.flatMap((level) => {
      const projected = projection.levels[level];
      return projected ? [explainLevel(level, projected, inputs.discountRate)] : [];
    }),
    years: levels.flatMap((level) => years.map((year) => yearShape(refusable(() => explainYear(inputs, level, year))))),
    options: explainOptions(optionsQuestion(scenario)),
    inputs: items,
  };
}
