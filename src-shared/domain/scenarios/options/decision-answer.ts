import type { Month } from '../../base/calendar';
import type { LevelKey } from '../plan/inputs';
import type { Booked } from './accounts';
import type { BudgetQuarter, UnitCost } from './budget';
import type { Growth } from './decision-inputs';
import type { DecisionWords } from './decision-words';
import type { JointSpread } from './joint-simulation';
import type { NearestTurns } from './nearest-turns';
import type { OnAxis } from './on-axis';
import type { Payment } from './option-plan';
import type { Parts } from './option-result';
import type { PeopleYear } from './people';
import type { Period } from './plan-axis';
import type { Agreement, RuleOfThumb } from './rule-of-thumb';
import type { StopOption } from './stop-option';
import type { TeamResult } from './team';
import type { NoTurn, Turn } from './turns';

/** What every option has. Money in major units, unrounded, nominal; arrays by year begin with year 1. */
export interface OptionFigures {
  readonly pvCost: number;
  /** Undiscounted, all steps. */
  readonly investment: number;
  readonly investments: readonly Payment[];
  /** Undiscounted: the investment and every year. */
  readonly totalCost: number;
  readonly peakFunding: number;
  /** 0: today, or never behind. */
  readonly peakFundingMonth: number;
  /** Without investments. */
  readonly yearCost: readonly number[];
  readonly yearParts: readonly Parts[];
  /** What is saved against today's way, from t = 0 on. */
  readonly flowsVsL1: readonly number[];
  readonly npvVsL1: number;
  /** Of a level against the level below, of a path against the path without its last step; `null`: the baseline. */
  readonly npvVsPrevious: number | null;
  /** Years, on yearly flows; `null`: the baseline, or not within the plan. */
  readonly paybackVsL1: number | null;
  /** The month after which it is never behind again; 0: never behind. `null` as above. */
  readonly paybackMonth: number | null;
  /** `null` without a start date. */
  readonly paybackDate: Month | null;
  readonly peopleByYear: readonly number[];
  readonly people: readonly PeopleYear[];
  /** Shares of the work by year: today's way, then the steps. */
  readonly shares: readonly (readonly number[])[];
  /** Cost of a model and of a release by year, everything included. */
  readonly unitCosts: readonly UnitCost[];
  /** By fiscal quarter, in whole minor units of the currency; `null` without a start date. */
  readonly budget: readonly BudgetQuarter[] | null;
  /** What the team can carry of it; `null` without a team. */
  readonly team: TeamResult | null;
  /** In the books; `null` without accounts. */
  readonly booked: Booked | null;
  /** By the years of the answer's axis: what every table by time shows. */
  readonly onAxis: OnAxis;
  /** Share of runs in which it costs least among all options; `null`: nothing was simulated. */
  readonly probabilityCheapestOption: number | null;
  /** What it costs on average above the best option of each run. */
  readonly averageRegretOption: number | null;
}

/** What an average regret is made of. */
export interface RegretParts {
  /** Mean of the option's present values over the runs, and of the least of each run: the regret is their difference. */
  readonly meanCost: number;
  readonly meanLeast: number;
  /** By the level that costs least: in how many runs, and what the option costs more in them on average. */
  readonly behind: readonly { readonly level: LevelKey; readonly runs: number; readonly more: number }[];
}

export interface LevelAnswer extends OptionFigures {
  /** Among the levels. */
  readonly probabilityCheapest: number | null;
  /** What it costs on average above the best level of each run. */
  readonly averageRegret: number | null;
  /** `null`: nothing was simulated. */
  readonly regretParts: RegretParts | null;
}

/** The last step of a path, judged at its gate. */
export interface Gate {
  readonly month: number;
  /** Years of the plan, and what going on is worth over them: `npvVsPrevious`. */
  readonly years: number;
  readonly npv: number;
  /** With as many years after the gate as the plan has, at most ten in all, without growth beyond the plan. */
  readonly yearsAsLong: number;
  readonly npvAsLong: number;
  /** Of the last step alone: against the path without it. */
  readonly payback: number | null;
  readonly paybackMonth: number | null;
  readonly paybackDate: Month | null;
}

/** The same path if nothing of the level below could be kept. */
export interface WithoutReuse {
  readonly investment: number;
  readonly pvCost: number;
  readonly npvVsL1: number;
  readonly npvVsPrevious: number;
}

export interface PathAnswer extends OptionFigures {
  readonly gate: Gate | null;
  readonly withoutReuse: WithoutReuse | null;
  readonly npvSpread: JointSpread | null;
  /** The right to stop before the last step. */
  readonly stop: StopOption | null;
}

/** A level bought in place of built. */
export interface OfferAnswer extends OptionFigures {
  readonly npvVsBuild: number;
}

export interface RunsAnswer {
  readonly runs: number;
  readonly seed: number;
  /** Inputs that were drawn, and those of them that are assumptions. */
  readonly drawn: number;
  readonly assumed: number;
  /** NPV by `L2 vs L1`. */
  readonly pairs: Readonly<Record<string, JointSpread>>;
}

/** Everything that is decided upon. `horizon` cuts or extends the plan of `levels`, `paths` and `cheapest` only. */
export interface DecisionAnswer {
  readonly years: number;
  readonly growth: Growth;
  /** The house's years with a start date, otherwise the plan's: the columns of every table by time. */
  readonly axis: readonly Period[];
  /** Digits of the minor unit in which budgets are whole: 2 of the euro, 0 of the yen, 3 of the dinar. */
  readonly budgetDigits: number;
  readonly levels: Readonly<Partial<Record<LevelKey, LevelAnswer>>>;
  readonly paths: Readonly<Record<string, PathAnswer>>;
  /** By `L2:suite`; they take no part in what is cheapest. */
  readonly offers: Readonly<Record<string, OfferAnswer>>;
  readonly cheapest: LevelKey;
  /** A level or the id of a path. */
  readonly cheapestOption: string;
  readonly cheapestByHorizon: readonly LevelKey[];
  readonly turns: readonly Turn[];
  readonly noTurns: readonly NoTurn[];
  readonly nearest: NearestTurns;
  readonly recommended: LevelKey | null;
  readonly recommendedAtEnd: LevelKey | null;
  readonly rule: RuleOfThumb | null;
  readonly agreement: Agreement;
  /** By level, among the levels; `null`: nothing was simulated. */
  readonly probabilityCheapest: Readonly<Partial<Record<LevelKey, number>>> | null;
  /** By level or id of a path, among all options. */
  readonly probabilityCheapestOption: Readonly<Record<string, number>> | null;
  readonly simulation: RunsAnswer | null;
  readonly words: DecisionWords;
  readonly sentence: string;
}
