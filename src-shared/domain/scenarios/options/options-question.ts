import { horizonOf, type InvestmentInputs, levelKeys } from '../plan/inputs';
import type { Correlation } from '../statistics/correlation';
import type { Uncertain } from '../uncertainty/uncertain';
import type { Asked } from './asked-problems';
import type { DecisionRequest } from './decide';
import type { Growth, StagedPath } from './decision-inputs';
import type { UncertainInput } from './uncertain-inputs';

/** How the options of a plan are looked at; looking changes nothing of the plan. */
export interface OptionsView {
  /** Years to judge over, 1 … 10; left out: the plan's. */
  readonly years?: number | undefined;
  readonly growth?: Growth | undefined;
  /** Month of the gate at which the staged path goes on to level 3; 0: no staged path; left out: after two years. */
  readonly gate?: number | undefined;
  /** In place of what is kept with the plan. */
  readonly asked?: Asked | undefined;
}

/** What of a plan the options are worked out from. */
export interface OptionsPlan {
  readonly inputs: InvestmentInputs;
  readonly uncertain: readonly Uncertain[];
  readonly correlations: readonly Correlation[];
  readonly runs: number;
  readonly seed: number;
  readonly currency: string;
  /** What the house has said besides and had kept. */
  readonly asked?: Asked | null | undefined;
  /** What a model in production earns a year; `null`: nobody has said. */
  readonly modelValue?: number | null | undefined;
  /** Figures that count in an amount that is quoted of it, and amounts of which it is open whether they count. */
  readonly result?:
    | { readonly digits: number; readonly noted?: { readonly cost: number } | null | undefined }
    | undefined;
  /** Where the inputs come from; left out: not known. */
  readonly items?: readonly { readonly path: string; readonly origin: { readonly kind: string } }[] | undefined;
}

/** Gates lie a year apart: a cheque inside a year would move by a year of interest. */
const YEAR = 12;
const DEFAULT_GATE = 2 * YEAR;

/** Level by level, the higher one begun at the gate; `null` where the plan has no two levels above today's, or no time. */
export function stagedPath(inputs: InvestmentInputs, gate: number): StagedPath | null {
  const [, first, second] = levelKeys(inputs);
  if (!first || !second || gate <= 0 || gate >= YEAR * horizonOf(inputs)) return null;
  return {
    id: `${first} then ${second}`,
    steps: [
      { level: first, startMonth: 0 },
      { level: second, startMonth: gate },
    ],
  };
}

/** The staged path that is looked at. */
export const pathOf = (inputs: InvestmentInputs, { gate = DEFAULT_GATE }: OptionsView = {}): StagedPath | null =>
  stagedPath(inputs, gate);

/** @param entered somebody who knows gave the number: its range is no assumption. */
export function asDistribution({ path, low, mode, high, of }: Uncertain, entered = false): UncertainInput {
  if (of) return { path, of };
  return { path, of: entered ? { kind: 'entered', value: mode, low, high } : { kind: 'pert', low, mode, high } };
}

/** What the house says besides of the options; a model earns what the plan says where the team does not. */
function askedOf({ asked: kept, modelValue }: OptionsPlan, { asked: seen = kept ?? {} }: OptionsView): Asked {
  const { risk: _ofTheAdjustedView, ...asked } = seen;
  const { team } = asked;
  if (!team || team.annualValue !== undefined || modelValue === null || modelValue === undefined) return asked;
  return { ...asked, team: { ...team, annualValue: modelValue } };
}

/** Whether the models that the rule counts are a default: none at the start, and nobody has said how many come. */
function modelsAssumed({ inputs, items = [] }: OptionsPlan): boolean {
  const coming = items.filter(({ path }) => path.startsWith('newModels.'));
  return (
    (inputs.modelsAtStart ?? 0) === 0 && coming.length > 0 && coming.every(({ origin }) => origin.kind === 'assumption')
  );
}

/** What every surface asks of a plan's options, so that all say the same. */
export function optionsQuestion(plan: OptionsPlan, view: OptionsView = {}): DecisionRequest {
  const { inputs, uncertain, correlations, runs, seed, currency } = plan;
  const path = pathOf(inputs, view);
  const originOf = (name: string) => plan.items?.find((one) => one.path === name)?.origin.kind;
  const assumed = originOf('updatesPerYear') === 'assumption';
  return {
    inputs,
    ...(view.years === undefined ? {} : { horizon: view.years }),
    ...(view.growth === undefined ? {} : { growth: view.growth }),
    paths: path ? [path] : [],
    uncertain: uncertain.map((one) => asDistribution(one, originOf(one.path) === 'entered')),
    correlations,
    runs,
    seed,
    ...askedOf(plan, view),
    currency,
    ...(plan.result === undefined ? {} : { digits: plan.result.digits }),
    ...(assumed ? { updatesAssumed: true } : {}),
    ...(modelsAssumed(plan) ? { modelsAssumed: true } : {}),
    ...(plan.result?.noted ? { notedIncidentCost: plan.result.noted.cost } : {}),
  };
}

/** The question as `investment.options` takes it: each distribution beside its path. */
export function optionsAsked(plan: OptionsPlan, view: OptionsView = {}) {
  const { uncertain = [], paths = [], correlations = [], thresholds: _own, ...rest } = optionsQuestion(plan, view);
  return {
    ...rest,
    paths: paths.map((path) => ({ ...path, steps: path.steps.map((step) => ({ ...step })) })),
    uncertain: uncertain.map(({ path, of }) => ({ path, ...of })),
    correlations: [...correlations],
  };
}
