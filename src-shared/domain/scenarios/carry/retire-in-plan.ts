import { withValue } from '../plan/input-path';
import { type InvestmentInputs, type LevelKey, levelKeys } from '../plan/inputs';
import { projectFlows } from '../plan/project';
import { validateInputs } from '../plan/validate-inputs';

/** Models that are retired in the first year of a plan. */
export const retiredFirst = ({ retired }: InvestmentInputs): number => retired?.[0] ?? 0;

/**
 * The plan with as many models more (or, negative, fewer) retired in its first year: that number is an input like others, and
 * what it saves is the plan's own arithmetic, in every option alike.
 */
export function withRetired(inputs: InvestmentInputs, more: number): InvestmentInputs {
  const retired = Math.max(0, retiredFirst(inputs) + more);
  return withValue(inputs, { kind: 'year', key: 'retired', year: 0 }, retired);
}

export interface PlanSaving {
  /** Why the plan cannot be worked out so; '' where it can. */
  readonly problem: string;
  /** What each level costs less over the plan, present value, major units. */
  readonly levels: readonly { readonly level: LevelKey; readonly pv: number; readonly total: number }[];
}

/** What retiring so many models more in year 1 takes off the cost of each level. */
export function savingInPlan(inputs: InvestmentInputs, more: number): PlanSaving {
  const after = withRetired(inputs, more);
  const [problem] = [...validateInputs(inputs), ...validateInputs(after)];
  if (problem !== undefined) return { problem, levels: [] };
  const [was, is] = [projectFlows(inputs).levels, projectFlows(after).levels];
  const levels = levelKeys(inputs).map((level) => {
    const [before, now] = [was[level], is[level]];
    return {
      level,
      pv: (before?.pvCost ?? 0) - (now?.pvCost ?? 0),
      total: (before?.cumulative.at(-1) ?? 0) - (now?.cumulative.at(-1) ?? 0),
    };
  });
  return { problem: '', levels };
}
