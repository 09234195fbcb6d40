import type { Field } from '../plan/input-fields';
import type { InvestmentInputs, LevelInputs, LevelKey } from '../plan/inputs';
import type { Hiring } from './hiring';

/** A level with what only a decision between options asks for. */
export interface DecisionLevel extends LevelInputs {
  /** Months of change-over in which `dipShare` of the paid work time brings nothing. Left out: 0. */
  readonly dipMonths?: number | undefined;
  /** 0 … 1. Left out: 0. */
  readonly dipShare?: number | undefined;
  /** Yearly growth of the platform's bill, in place of inflation: what a contract says. Left out: inflation. */
  readonly platformEscalator?: number | undefined;
  /** Own platform cost a year that stays beside a vendor's bill; it follows inflation. Left out: 0. */
  readonly platformKept?: number | undefined;
}

/** The inputs of an investment case with what only a decision asks for; left out, every figure is that of the plain case. */
export interface DecisionInputs extends Omit<InvestmentInputs, 'levels'> {
  readonly levels: { readonly [key in LevelKey]?: DecisionLevel };
  /** Whose hires are a part of the costs. Left out: hiring is in none of them. */
  readonly hiring?: Hiring | undefined;
}

export type DecisionLevelKey = 'dipMonths' | 'dipShare' | 'platformEscalator';

export const DECISION_LEVEL_FIELDS: Readonly<Record<DecisionLevelKey, Field>> = {
  dipMonths: { label: 'months of change-over', unit: 'months', least: 0, most: 120, otherwise: 0 },
  dipShare: { label: 'work lost in the change-over', unit: 'share', least: 0, most: 1, otherwise: 0 },
  platformEscalator: { label: 'growth of the platform’s bill', unit: 'a year', least: -0.99, most: 5, otherwise: null },
};

/** One step of a staged path: from `startMonth` on a level is built on what was there before. */
export interface Step {
  readonly level: LevelKey;
  /** 0 = the first month of the plan. */
  readonly startMonth: number;
  /** Share of the level below's investment that this one need not pay again; 1 where it is left out. */
  readonly reuse?: number | undefined;
  /** In place of the difference of the levels' investments. */
  readonly investment?: number | undefined;
  readonly rampMonths?: number | undefined;
  readonly delayMonths?: number | undefined;
}

/** A way from the baseline up, step by step. A level alone is the path with one step in month 0. */
export interface StagedPath {
  readonly id: string;
  readonly steps: readonly Step[];
  /** `parallel`: the bill of the level below is paid too until the step above is fully there. Left out: `replace`. */
  readonly platformOverlap?: 'replace' | 'parallel' | undefined;
  /** Whether the exit cost of a step that is left is paid when the next one begins. Left out: no. */
  readonly exitPrevious?: boolean | undefined;
}

export const BASELINE: StagedPath = { id: 'baseline', steps: [] };

/** A level as a path. */
export function levelPath(level: LevelKey, baseline: LevelKey): StagedPath {
  return { id: level, steps: level === baseline ? [] : [{ level, startMonth: 0 }] };
}

export const GROWTHS = ['hold', 'continue'] as const;
/** What happens to the portfolio beyond the plan: it stays as it is, or grows on as in the last year. */
export type Growth = (typeof GROWTHS)[number];
