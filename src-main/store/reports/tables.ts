/** A report that left the portfolio. */
export interface ReportRow {
  id: string;
  kind: 'deck' | 'pdf' | 'brief' | 'html' | 'workbook';
  at: string;
  actor: string;
  file_name: string;
  bytes: number;
  /** Of the content that it was made of. */
  content_hash: string;
  locale: string;
  /** What was left out (JSON: names, owners, money). */
  redacted: string;
  /** The figures that a later deck compares itself with (JSON). */
  figures: string;
}

export interface ReportFacts {
  reports: ReportRow;
}

export const EMPTY_REPORTS = { reports: {} } as const satisfies {
  readonly [T in keyof ReportFacts]: Partial<ReportFacts[T]>;
};
