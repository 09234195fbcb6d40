import type { IncidentImportField, IncidentTool } from '#contract/incidents/import';
import {
  DETECTED_BY_LABELS,
  HARM_CATEGORY_LABELS,
  INCIDENT_CAUSE_LABELS,
  INCIDENT_STATUS_LABELS,
  SEVERITY_LABELS,
} from '#domain/incidents/vocabulary';

export const TOOL_LABELS: Readonly<Record<IncidentTool, string>> = {
  servicenow: 'ServiceNow',
  pagerduty: 'PagerDuty',
  jira: 'Jira',
  opsgenie: 'Opsgenie',
  plain: 'a table of incidents',
};

export const INCIDENT_FIELD_LABELS: Readonly<Record<IncidentImportField, string>> = {
  externalId: 'Number',
  title: 'Title',
  description: 'Description',
  status: 'State',
  severity: 'Severity',
  openedAt: 'Opened',
  detectedAt: 'Detected',
  acknowledgedAt: 'Acknowledged',
  mitigatedAt: 'Mitigated',
  resolvedAt: 'Resolved',
  closedAt: 'Closed',
  eventAt: 'Time of the event',
  eventNumber: 'Number of the event',
  timeToAcknowledge: 'Duration to acknowledgement',
  timeToResolve: 'Duration to resolution',
  reopenCount: 'Times reopened',
  cause: 'Cause',
  causedByChange: 'Caused by a change',
  changeReference: 'Change that caused it',
  detectedBy: 'Detected by',
  owner: 'Owner',
  model: 'Model',
  version: 'Version',
  personHours: 'Person-hours',
  personSeconds: 'Effort in seconds',
  cost: 'Cost',
  harmCategory: 'Harm',
  reportable: 'Reportable',
  externalUrl: 'Link',
};

export const INCIDENT_FIELDS = Object.keys(INCIDENT_FIELD_LABELS) as readonly IncidentImportField[]; // keys of the record

export const incidentFieldLabel = (field: string): string =>
  Object.hasOwn(INCIDENT_FIELD_LABELS, field) ? INCIDENT_FIELD_LABELS[field as IncidentImportField] : field; // just checked

const YES_NO = { yes: 'Yes', no: 'No', unknown: 'Not known' };

/** What a word of a field may become, as the select shows it. */
export function wordChoices(field: IncidentImportField): readonly { readonly value: string; readonly label: string }[] {
  const labels: Partial<Record<IncidentImportField, Readonly<Record<string, string>>>> = {
    status: INCIDENT_STATUS_LABELS,
    severity: SEVERITY_LABELS,
    cause: INCIDENT_CAUSE_LABELS,
    detectedBy: DETECTED_BY_LABELS,
    harmCategory: HARM_CATEGORY_LABELS,
    causedByChange: YES_NO,
    reportable: YES_NO,
  };
  return Object.entries(labels[field] ?? {}).map(([value, label]) => ({ value, label }));
}
