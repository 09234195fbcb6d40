/** What a suite found. */
export interface SuiteResult {
  /** What was tried, in numbers. */
  readonly counts: string;
  /** Each with what makes it happen again; empty: all held. */
  readonly failures: readonly string[];
}
