/** How one model is watched: by which tool, how often, on what, and what happened to each column. */
export interface DriftPlan {
  /** Of the model. */
  readonly key: string;
  readonly tool: ToolName;
  readonly every: 'day' | 'week' | 'month';
  /** First and last day with a result; without an end it still speaks. */
  readonly from: number;
  readonly until?: number;
  /** Rows of the reference and, about, of one window. */
  readonly rows: readonly [reference: number, current: number];
  readonly columns: readonly ColumnPlan[];
}

export interface ColumnPlan {
  readonly name: string;
  /** Inner limits of the deciles of the reference, or the categories with their shares. */
  readonly bins: readonly number[] | readonly (readonly [string, number])[];
  /** How far the rows have moved without any story: 0 not at all, 1 as far as they go. */
  readonly base?: number;
  /** How far they move with the seasons: winter upwards, summer downwards. */
  readonly season?: number;
  readonly episodes?: readonly Episode[];
}

/** Drift with a beginning and an end: sudden where it rises within days, slow where it takes months. */
export interface Episode {
  readonly from: number;
  readonly rise: number;
  /** How far the rows move at its height. */
  readonly height: number;
  /** The day on which it was put right; without one it goes on. */
  readonly until?: number;
}

export type ToolName = 'evidently' | 'nannyml' | 'house';
