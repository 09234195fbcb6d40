/** The levels that can be compared; the lowest one given is the baseline that the others ramp up from. */
export const LEVEL_KEYS = ['L1', 'L2', 'L3'] as const;
export type LevelKey = (typeof LEVEL_KEYS)[number];

export const LIVE_BASES = ['mean', 'end'] as const;
/** Living models of a year: the mean of its start and end, or the number at its end. */
export type LiveBasis = (typeof LIVE_BASES)[number];

/** What one level costs. Money in major units of the scenario's currency, at the prices of year 1. */
export interface LevelInputs {
  /** Calendar weeks for the first model; with learning, the later ones take fewer. */
  readonly deployWeeks: number;
  /** People at work during those weeks. */
  readonly deployFte: number;
  /** People per living model; replaced by whole engineers where `modelsPerEngineer` is given. */
  readonly operateFte: number;
  readonly modelsPerEngineer?: number | undefined;
  readonly minEngineers?: number | undefined;
  /** Person-hours per update. */
  readonly retrainHours: number;
  /** Per living model and year. */
  readonly incidentsPerModel: number;
  readonly platformFixed: number;
  readonly platformPerModel: number;
  /** Once, now (t = 0). */
  readonly investment: number;
  /** What is left of the weeks with each doubling: 0.7 = 30 % less. Left out: 1, no learning. */
  readonly progressRatio?: number | undefined;
  /** No deployment is faster than this. */
  readonly floorWeeks?: number | undefined;
  /** Months until the capability is fully there. Left out: 0, at once. */
  readonly rampMonths?: number | undefined;
  /** Once, in the last year; a nominal amount, inflation is not added. */
  readonly exitCost?: number | undefined;
  /** Months by which the capability comes later than planned, while everything is paid as planned. Left out: 0. */
  readonly delayMonths?: number | undefined;
}

/**
 * A cost beside the model: closing a gap, a licence, a course. Money in major units at the prices of year 1. It is paid
 * in full as it falls due: like the platform's bill it is never ramped.
 */
export interface CostLine {
  readonly id: string;
  readonly label: string;
  /** The levels that have to pay for it. */
  readonly levels: readonly LevelKey[];
  /** Month of the plan in which it begins; 0 = the first. */
  readonly startMonth: number;
  /** Months over which `oneOff` is spread evenly; 0: paid in the month in which it begins. */
  readonly months: number;
  readonly oneOff: number;
  /** From the month after its last one to the end of the plan. */
  readonly yearly: number;
}

/** The inputs of an investment case: one plan for the portfolio, and what each level would cost to carry it. */
export interface InvestmentInputs {
  /** What one person costs a year with everything. */
  readonly loadedAnnual: number;
  readonly weeksPerYear: number;
  readonly hoursPerYear: number;
  /** A year: 0.1 = 10 %. */
  readonly discountRate: number;
  readonly inflation?: number | undefined;
  readonly incidentCost: number;
  /** Per living model. */
  readonly updatesPerYear: number;
  /** New models by year; its length is the horizon. Fractions are expected numbers. */
  readonly newModels: readonly number[];
  /** Retired models by year; missing years are 0. */
  readonly retired?: readonly number[] | undefined;
  readonly modelsAtStart?: number | undefined;
  readonly liveBasis?: LiveBasis | undefined;
  readonly levels: { readonly [key in LevelKey]?: LevelInputs };
  readonly costLines?: readonly CostLine[] | undefined;
  /** Person-hours of an incident. Left out: they are not counted. */
  readonly incidentHours?: number | undefined;
  /** What an incident costs beside its hours. Left out: 0. */
  readonly incidentOtherCost?: number | undefined;
  /** Share of level 1's incidents that level 2 avoids. Left out: 0.6. */
  readonly incidentReductionL2?: number | undefined;
  /** Left out: 0.7. */
  readonly incidentReductionL3?: number | undefined;
  /** Paths that are formulas of other inputs: `incidentCost`, `levels.L2.incidentsPerModel`. */
  readonly derived?: readonly string[] | undefined;
}

/** The levels given, lowest first. */
export function levelKeys(inputs: InvestmentInputs): LevelKey[] {
  return LEVEL_KEYS.filter((key) => inputs.levels[key] !== undefined);
}

/** The level's inputs; RangeError when the case does not have it. */
export function levelOf(inputs: InvestmentInputs, key: LevelKey): LevelInputs {
  const level = inputs.levels[key];
  if (!level) throw new RangeError(`The case has no costs for ${sayLevel(key)}: add them or leave the level out.`);
  return level;
}

export function sayLevel(key: LevelKey): string {
  return `level ${key.slice(1)}`;
}

/** Years of the plan. */
export function horizonOf(inputs: InvestmentInputs): number {
  return inputs.newModels.length;
}
