import type { Pair } from '#domain/scenarios/plan/comparison-flows';
import type { LevelKey } from '#domain/scenarios/plan/inputs';
import { type CaseFrame, MOST_STEPS } from './case-frame';
import { absolute } from './grid';

/** What is worked out once for each level, above the steps. */
export const STEP_CONSTANTS = [
  'exponent',
  'lastAboveFloor',
  'capital',
  'workPerModel',
  'weekCost',
  'newWay',
  'oldWay',
  'firstNewWay',
  'firstOldWay',
  'platformYears',
  'lineYears',
] as const;
export type StepConstant = (typeof STEP_CONSTANTS)[number];

export const STEP_COLUMNS = ['unit', 'sum', 'people', 'annual', 'present'] as const;
export type StepColumn = (typeof STEP_COLUMNS)[number];

export const PAIR_COLUMNS = ['steady', 'npv', 'low', 'high'] as const;
export type PairColumn = (typeof PAIR_COLUMNS)[number];

const FIRST_CONSTANT_ROW = 4;
/** The step of 0 models; that of n models is n rows below. */
export const FIRST_STEP_ROW = FIRST_CONSTANT_ROW + STEP_CONSTANTS.length + 3;

/** Where things stand on the sheet of the steps: a fixed layout, so that the case can point at it before it is written. */
export class StepPlaces {
  constructor(
    private readonly frame: CaseFrame,
    private readonly pairs: readonly Pair[],
    /** The flags of the cost lines on the case's sheet. */
    readonly pays: (level: LevelKey) => string,
  ) {}

  firstColumn(level: LevelKey): number {
    return 2 + this.frame.levels.indexOf(level) * STEP_COLUMNS.length;
  }

  columnOf(level: LevelKey, column: StepColumn): number {
    return this.firstColumn(level) + STEP_COLUMNS.indexOf(column);
  }

  pairColumn(pair: Pair, column: PairColumn): number {
    const at = this.pairs.findIndex(({ a, b }) => a === pair.a && b === pair.b);
    return 2 + this.frame.levels.length * STEP_COLUMNS.length + at * PAIR_COLUMNS.length + PAIR_COLUMNS.indexOf(column);
  }

  constantRow(constant: StepConstant): number {
    return FIRST_CONSTANT_ROW + STEP_CONSTANTS.indexOf(constant);
  }

  constant(level: LevelKey, constant: StepConstant): string {
    return absolute(this.firstColumn(level), this.constantRow(constant));
  }

  /** The steps from 0 to `most` models in a column. */
  range(column: number, most: number): string {
    return `${absolute(column, FIRST_STEP_ROW)}:${absolute(column, FIRST_STEP_ROW + most)}`;
  }

  column(level: LevelKey, column: StepColumn): string {
    return this.range(this.columnOf(level, column), MOST_STEPS);
  }
}
