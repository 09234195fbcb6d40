import { memo, type ReactNode, useMemo } from 'react';
import type { Input } from '#contract/index';
import { optionsAsked } from '#domain/scenarios/options/options-question';
import { useChannel } from '../../../client/use-query';
import { DecisionLine } from '../../../components/decision/decision-line';
import type { Scenario } from './scenario-types';

/** What rule and money say of the plan as it is kept: the comparison that is shown is one of several. */
export const PlanDecision = memo(function PlanDecision({
  scenario,
  withheld,
}: {
  readonly scenario: Scenario;
  readonly withheld: boolean;
}): ReactNode {
  // Lists that the channel only reads.
  const question = useMemo(() => optionsAsked(scenario) as Input<'investment.options'>, [scenario]);
  const enabled = Object.keys(scenario.inputs.levels).length > 1;
  const { data } = useChannel('investment.options', question, { enabled });
  if (!data || withheld) return null;
  return <DecisionLine scenarioId={scenario.id} headline={data.words.headline} sentence={data.sentence} />;
});
