import type { DetectedBy, HARM_CATEGORIES, IncidentCause, Severity, YesNoUnknown } from '#domain/incidents/vocabulary';
import type { Person } from './story/people';

/** One incident of the sample; hours are counted from its opening. */
export interface IncidentPlan {
  readonly day: number;
  readonly hour?: number;
  /** `null`: of no known model. */
  readonly model: string | null;
  readonly title: string;
  readonly severity: Severity | null;
  readonly cause: IncidentCause;
  readonly change: YesNoUnknown;
  readonly by: DetectedBy;
  readonly owner: Person;
  /** Hours until acknowledged, mitigated and resolved; what is missing has not happened. */
  readonly acknowledged?: number;
  readonly mitigated?: number;
  readonly resolved?: number;
  /** It came back after so many hours and was resolved again after so many more. */
  readonly reopened?: readonly [after: number, resolved: number];
  readonly personHours?: number;
  /** Thousands. */
  readonly cost?: number;
  readonly harm?: (typeof HARM_CATEGORIES)[number];
  readonly reportable?: YesNoUnknown;
  readonly what: string;
  /** Days after the resolution on which it was talked through; without it, it was not. */
  readonly reviewed?: number;
  readonly why?: string;
  readonly fix?: string;
  readonly actions?: string;
}
