import type { RunCostsAttention } from '#domain/attention/attention-run-costs';
import { type RunCostCheck, runCostCheck, runCostsApart } from '#domain/scenarios/options/calibration';
import type { InvestmentInputs } from '#domain/scenarios/plan/inputs';
import type { ReadHandle } from '../journal/handle';
import { getPortfolio } from '../portfolio/portfolio';
import { inputsOf, majorOf } from './inputs';
import { notedRunCosts } from './measured-facts';
import { findChosenScenario } from './scenarios';

export interface PlanRunCosts extends RunCostCheck {
  /** In major units, of the models that have one. */
  readonly sum: number;
  readonly models: number;
  readonly inProduction: number;
}

/** What people noted that models cost to run, beside the plan's first year; `null`: nothing, or in another currency. */
export async function runCostsOf(
  read: ReadHandle,
  plan: { readonly inputs: InvestmentInputs; readonly currency: string },
): Promise<PlanRunCosts | null> {
  const { currency } = await getPortfolio(read);
  const { sumMinor, noted: models, inProduction } = await notedRunCosts(read);
  // Amounts of another currency are never converted.
  if (models === 0 || currency !== plan.currency) return null;
  const sum = majorOf(sumMinor, currency);
  return { sum, models, inProduction, ...runCostCheck(plan.inputs, sum, models) };
}

/** The run costs of the chosen plan where they are far from what is noted; `null`: they are not, or there is no plan. */
export async function runCostsToMind(read: ReadHandle): Promise<RunCostsAttention | null> {
  const row = await findChosenScenario(read);
  if (!row) return null;
  const found = await runCostsOf(read, { inputs: inputsOf(row), currency: row.currency });
  if (!found || found.ratio === null || !runCostsApart(found.ratio)) return null;
  const { ratio, models, inProduction } = found;
  return { scenarioId: row.id, name: row.name, ratio, models, inProduction };
}
