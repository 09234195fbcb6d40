import type { InvestmentInputs } from './inputs';

/** The portfolio in one year of the plan. */
export interface PortfolioYear {
  readonly newModels: number;
  /** Models that cost money this year, by `liveBasis`; may be a fraction. */
  readonly living: number;
  /** Deployed since the plan began: how far the learning curve has come. Retirements do not undo it. */
  readonly deployedBefore: number;
}

/** Models at the end of each year; negative where more are retired than there are (`validateInputs` says so). */
export function livingAtEnd(inputs: InvestmentInputs): number[] {
  let living = inputs.modelsAtStart ?? 0;
  return inputs.newModels.map((count, year) => {
    living += count - (inputs.retired?.[year] ?? 0);
    return living;
  });
}

/** How many models are new and alive in each year of the plan; maths.md C2. */
export function portfolioPath(inputs: InvestmentInputs): PortfolioYear[] {
  const ends = livingAtEnd(inputs).map((end) => Math.max(0, end));
  let deployedBefore = 0;
  return inputs.newModels.map((newModels, year) => {
    const start = ends[year - 1] ?? inputs.modelsAtStart ?? 0;
    const end = ends[year] ?? 0;
    const living = inputs.liveBasis === 'end' ? end : (start + end) / 2;
    const before = deployedBefore;
    deployedBefore += newModels;
    return { newModels, living, deployedBefore: before };
  });
}
