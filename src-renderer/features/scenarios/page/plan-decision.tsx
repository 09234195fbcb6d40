import { memo, type ReactNode, useMemo } from 'react';
import type { Input, Output } from '#contract/index';
import { optionsAsked } from '#domain/scenarios/options/options-question';
import { useChannel } from '../../../client/use-query';
import { DecisionLine } from '../../../components/decision/decision-line';
import type { Scenario } from './scenario-types';

type Decision = Output<'investment.options'>;

/** Rule and money of the plan as it is kept, of all its levels; `null` while it is worked out, and of a plan of one level. */
export function usePlanDecision(scenario: Scenario): Decision | null {
  // Lists that the channel only reads.
  const question = useMemo(() => optionsAsked(scenario) as Input<'investment.options'>, [scenario]);
  const enabled = Object.keys(scenario.inputs.levels).length > 1;
  const { data } = useChannel('investment.options', question, { enabled });
  return data ?? null;
}

/**
 * What rule and money say of the plan as it is kept: the comparison that is shown is one of several. Where the headline of the
 * page says it already, only what it rests on is left to say.
 */
export const PlanDecision = memo(function PlanDecision({
  scenario,
  decision,
  withheld,
  said,
}: {
  readonly scenario: Scenario;
  readonly decision: Decision | null;
  readonly withheld: boolean;
  readonly said: boolean;
}): ReactNode {
  if (decision === null || withheld) return null;
  const headline = said ? 'All options side by side' : decision.words.headline;
  return <DecisionLine scenarioId={scenario.id} headline={headline} sentence={decision.sentence} />;
});
