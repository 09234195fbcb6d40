import { DAY_MS } from '../base/calendar';
import type { Tier } from '../vocabulary';
import type { DetectedBy, IncidentCause, IncidentStatus, Severity, YesNoUnknown } from './vocabulary';

/** What metrics need of an incident. Times in milliseconds since 1970, UTC; `null` = not happened, or not known. */
export interface IncidentFact {
  readonly id: string;
  /** `null`: of no known model. */
  readonly modelId: string | null;
  readonly version: string;
  readonly severity: Severity | null;
  readonly status: IncidentStatus;
  readonly openedMs: number;
  readonly acknowledgedMs: number | null;
  readonly mitigatedMs: number | null;
  /** The resolution that holds; `null` while it is open again. */
  readonly resolvedMs: number | null;
  readonly closedMs: number | null;
  readonly reopenCount: number;
  readonly cause: IncidentCause;
  readonly causedByChange: YesNoUnknown;
  readonly detectedBy: DetectedBy;
  readonly personHours: number | null;
  /** In minor units of the portfolio's currency. */
  readonly costMinor: number | null;
  /** A review (postmortem) was held. */
  readonly reviewed: boolean;
}

/** A span in milliseconds since 1970, its end not part of it; `Infinity` = still so. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Deployment {
  readonly atMs: number;
  readonly version: string;
}

/** What metrics need of a model: who answers for it, when it served users, and its releases in order of time. */
export interface ModelFact {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly tier: Tier | null;
  readonly production: readonly Span[];
  readonly deployments: readonly Deployment[];
}

/** A mean month of the Gregorian calendar. */
export const MONTH_MS = 30.436875 * DAY_MS;
