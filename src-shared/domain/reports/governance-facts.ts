import type { FindingSeverity } from '../governance/vocabulary';
import type { Autonomy, Kind } from '../models/kinds';

/** What the portfolio owes and shows, as the screens of governance say it. */
export interface GovernanceFacts {
  /** The day of all of it, ISO. */
  readonly day: string;
  /** Models by kind and by autonomy; `null`: nobody has said. */
  readonly kinds: readonly { readonly kind: Kind | null; readonly models: number }[];
  readonly autonomy: readonly { readonly autonomy: Autonomy | null; readonly models: number }[];
  /** Texts that are known to apply to some model. */
  readonly texts: readonly {
    readonly name: string;
    readonly edition: string;
    /** It asks on the day; else it is to come, or proposed. */
    readonly asks: boolean;
    readonly models: number;
    readonly scopeUnknown: number;
    readonly held: number;
    readonly missing: number;
    /** Lines of which something is to be checked in the official text, and nobody has found that it stands. */
    readonly verify: number;
  }[];
  readonly findings: {
    /** Not closed. */
    readonly open: number;
    readonly overdue: number;
    readonly severities: readonly {
      readonly severity: FindingSeverity;
      readonly open: number;
      readonly overdue: number;
      /** By age, as `ages`. */
      readonly ages: readonly number[];
    }[];
    readonly ages: readonly { readonly fromDays: number; readonly toDays: number | null; readonly open: number }[];
  };
  /** Reports to authorities: late, and running with the day of the next one. */
  readonly clocks: { readonly late: number; readonly running: number; readonly next: string | null };
  /** `called`: of those overdue, after an event alone; the others are overdue by their day. */
  readonly reviews: { readonly overdue: number; readonly called: number };
  /** Rows of evidence, those of the organisation among them. */
  readonly evidence: number;
}

/** Whether anybody has begun with it: what nobody has said anything about is no slide. */
export const hasGovernance = ({ texts, findings, clocks, evidence }: GovernanceFacts): boolean =>
  texts.length > 0 || findings.open > 0 || clocks.late + clocks.running > 0 || evidence > 0;
