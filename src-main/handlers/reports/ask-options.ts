import type { Output } from '#contract/index';
import type { Scenario } from '#contract/scenarios/scenarios';
import { optionsQuestion } from '#domain/scenarios/options/options-question';
import type { QueryContext } from '../context';

/** The options of a scenario, asked as their page asks them. */
export function askOptions(ask: QueryContext['ask'], scenario: Scenario): Promise<Output<'investment.options'>> {
  const {
    uncertain = [],
    paths = [],
    correlations = [],
    inputs,
    thresholds: _thresholds,
    ...rest
  } = optionsQuestion(scenario);
  return ask('investment.options', {
    ...rest,
    inputs: scenario.inputs,
    paths: paths.map((path) => ({ ...path, steps: path.steps.map((step) => ({ ...step })) })),
    uncertain: uncertain.map(({ path, of }) => ({ path, ...of })),
    correlations: [...correlations],
  });
}
