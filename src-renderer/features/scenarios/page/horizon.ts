import type { InvestmentInputs } from '#domain/scenarios/plan/inputs';

/** The plan with another number of years: new years grow as the last one did and retire nothing. */
export function withHorizon(inputs: InvestmentInputs, years: number): InvestmentInputs {
  const last = inputs.newModels.at(-1) ?? 0;
  const newModels = Array.from({ length: years }, (_, year) => inputs.newModels[year] ?? last);
  return { ...inputs, newModels, ...(inputs.retired ? { retired: inputs.retired.slice(0, years) } : {}) };
}
