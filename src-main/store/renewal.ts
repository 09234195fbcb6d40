/** How far a portfolio of an older program is on its way to the structure of this one. */
export interface Renewal {
  readonly phase: string;
  readonly done: number;
  /** Steps of structure, a copy of the file before them, and what is checked behind them. */
  readonly total: number;
}

/** Told before each part of the way, which is one statement of SQLite or more: nothing else runs meanwhile. */
export type TellRenewal = (renewal: Renewal) => void;
