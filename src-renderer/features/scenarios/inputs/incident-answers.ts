import { npv } from '#domain/scenarios/finance/cash-flow';
import { comparisonFlows, type Pair, pairName, pairsOf } from '#domain/scenarios/plan/comparison-flows';
import type { InvestmentInputs } from '#domain/scenarios/plan/inputs';
import { type IncidentAnswerId, incidentReadings } from '#domain/scenarios/plan/noted-incidents';
import { validateInputs } from '#domain/scenarios/plan/validate-inputs';
import { levelYears } from '#domain/scenarios/plan/yearly-cost';
import type { Measured } from '../page/scenario-types';

/** What the plan would say if the amounts noted with incidents were meant like this. */
export interface IncidentAnswer {
  readonly id: IncidentAnswerId;
  readonly label: string;
  /** Of an incident, in major units. */
  readonly cost: number;
  /** The comparison of the plan, and the dearest step: the two highest levels against each other. */
  readonly npvs: readonly { readonly pair: Pair; readonly npv: number }[];
}

/**
 * The answers to what is asked before a headline: whether noted amounts count, and whether they hold the people's hours already.
 * Empty while there is nothing to ask: the cost is a number of its own, nothing is noted, or it was answered.
 */
export function incidentAnswers(
  inputs: InvestmentInputs,
  measured: readonly Measured[],
  compare: string,
): readonly IncidentAnswer[] {
  const noted = measured.find(({ key }) => key === 'incidentOtherCost')?.value ?? null;
  if (validateInputs(inputs).length > 0) return [];
  const pairs = pairsOf(inputs).filter((pair) => pairName(pair) === compare || (pair.a === 'L2' && pair.b === 'L3'));
  return incidentReadings(inputs, noted).map(({ id, label, cost, inputs: given }) => {
    const years = levelYears(given);
    const npvs = pairs.map((pair) => ({
      pair,
      npv: npv(given.discountRate, comparisonFlows(given, years, pair.a, pair.b)),
    }));
    return { id, label, cost, npvs };
  });
}
