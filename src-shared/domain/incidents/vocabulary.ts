/** The closed vocabularies of incidents; rules.md 7. */

/** SEV ladder: 1 is the worst. `null` on an incident means that nobody has rated it. */
export const SEVERITIES = [1, 2, 3, 4, 5] as const;
export type Severity = (typeof SEVERITIES)[number];

export const SEVERITY_LABELS: Readonly<Record<Severity, string>> = {
  1: 'SEV 1',
  2: 'SEV 2',
  3: 'SEV 3',
  4: 'SEV 4',
  5: 'SEV 5',
};
/** What each severity means for a model, so that two people rate alike. If unsure, take the higher. */
export const SEVERITY_MEANINGS: Readonly<Record<Severity, string>> = {
  1: 'Wrong decisions reach customers at scale, or there is legal harm.',
  2: 'A tier 1 model is down or materially degraded.',
  3: 'One model is degraded and its fallback is in use.',
  4: 'An alarm is confirmed, without effect on decisions.',
  5: 'Cosmetic.',
};

/** In the order in which an incident passes them; `reopened` follows `resolved` or `closed`. */
export const INCIDENT_STATUSES = ['open', 'acknowledged', 'mitigated', 'resolved', 'closed', 'reopened'] as const;
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];
export const INCIDENT_STATUS_LABELS: Readonly<Record<IncidentStatus, string>> = {
  open: 'Open',
  acknowledged: 'Acknowledged',
  mitigated: 'Mitigated',
  resolved: 'Resolved',
  closed: 'Closed',
  reopened: 'Reopened',
};

export const INCIDENT_CAUSES = [
  'drift',
  'data_quality',
  'upstream_change',
  'code_or_configuration',
  'infrastructure',
  'human',
  'security',
  'fairness',
  'prompt_change',
  'provider_model_change',
  'tool_failure',
  'prompt_injection',
  'hallucination',
  'data_leak',
  'unknown',
] as const;
export type IncidentCause = (typeof INCIDENT_CAUSES)[number];
export const INCIDENT_CAUSE_LABELS: Readonly<Record<IncidentCause, string>> = {
  drift: 'Drift',
  data_quality: 'Data quality',
  upstream_change: 'Upstream change',
  code_or_configuration: 'Code or configuration',
  infrastructure: 'Infrastructure',
  human: 'Human error',
  security: 'Security',
  fairness: 'Fairness',
  prompt_change: 'Prompt change',
  provider_model_change: 'Provider’s model changed',
  tool_failure: 'Tool failure',
  prompt_injection: 'Prompt injection',
  hallucination: 'Hallucination',
  data_leak: 'Data leak',
  unknown: 'Not known',
};

export const YES_NO_UNKNOWN = ['yes', 'no', 'unknown'] as const;
export type YesNoUnknown = (typeof YES_NO_UNKNOWN)[number];

export const DETECTED_BY = ['monitoring', 'user', 'audit', 'other', 'unknown'] as const;
export type DetectedBy = (typeof DETECTED_BY)[number];
export const DETECTED_BY_LABELS: Readonly<Record<DetectedBy, string>> = {
  monitoring: 'Monitoring',
  user: 'A user',
  audit: 'An audit',
  other: 'Something else',
  unknown: 'Not known',
};

export const HARM_CATEGORIES = [
  'none',
  'financial',
  'customer',
  'discrimination',
  'privacy',
  'safety',
  'legal',
  'reputation',
  'unknown',
] as const;
export type HarmCategory = (typeof HARM_CATEGORIES)[number];
export const HARM_CATEGORY_LABELS: Readonly<Record<HarmCategory, string>> = {
  none: 'No harm',
  financial: 'Financial loss',
  customer: 'Customers served worse',
  discrimination: 'Discrimination',
  privacy: 'Privacy',
  safety: 'Health or safety',
  legal: 'Legal or regulatory',
  reputation: 'Reputation',
  unknown: 'Not known',
};

/** What became of a drift alarm: an incident followed, none did, or one still may. */
export const ALARM_OUTCOMES = ['followed', 'false', 'pending'] as const;
export type AlarmOutcome = (typeof ALARM_OUTCOMES)[number];

/** What incidents can be counted by. */
export const INCIDENT_DIMENSIONS = ['model', 'unit', 'tier', 'cause', 'month', 'severity'] as const;
export type IncidentDimension = (typeof INCIDENT_DIMENSIONS)[number];
