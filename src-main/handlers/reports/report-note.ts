import type { ReportKind } from '#contract/reports/reports';

/** A report that was made, for the journal. */
export interface ReportNote {
  readonly kind: ReportKind;
  readonly fileName: string;
  readonly bytes: number;
  readonly contentHash: string;
  readonly locale: string;
  readonly redacted: readonly string[];
  /** What a later report compares itself with. */
  readonly figures: unknown;
}
