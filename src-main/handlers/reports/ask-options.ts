import type { Output } from '#contract/index';
import type { Scenario } from '#contract/scenarios/scenarios';
import { optionsAsked } from '#domain/scenarios/options/options-question';
import type { QueryContext } from '../context';

/** The options of a scenario, asked as their page asks them. */
export const askOptions = (ask: QueryContext['ask'], scenario: Scenario): Promise<Output<'investment.options'>> =>
  ask('investment.options', { ...optionsAsked(scenario), inputs: scenario.inputs });
