import type { IncidentImportField, IncidentTool } from '#contract/incidents/import';
import { list } from '../cells/phrases';
import { OTHER_LANGUAGES } from './header-languages';

const ENGLISH: readonly (readonly [IncidentImportField, readonly string[]])[] = [
  [
    'externalId',
    list(`number, incident number, incident id, issue key, key, tiny id, alert id, incident no, incident, ticket number,
      ticket id, ticket, case number, reference, external id, id`),
  ],
  [
    'title',
    list(`short description, summary, title, subject, message, description, incident title, name, incident name,
      headline`),
  ],
  ['description', list('description, details, long description, what happened, body, notes')],
  ['status', list(`state, incident state, status, status name, incident status, current status, status category`)],
  ['severity', list(`priority, priority name, severity, sev, severity level, impact level, urgency`)],
  [
    'openedAt',
    list(`opened, opened at, opened on, date opened, open time, impact start date, started at, started, start time,
      start, start date, triggered at, triggered, occurred at, occurred, occurred date, occurred on, date occurred,
      incident start, reported at, reported on, created at, created, created on, created date, creation date, date
      created, create time, sys created on, sys created at, begin, date, time`),
  ],
  [
    'detectedAt',
    list(`detected at, detected, detected on, date detected, detection time, impact detect date, discovered at`),
  ],
  [
    'acknowledgedAt',
    list(`acknowledged at, acknowledged on, acknowledged, first acknowledged at, ack at, ack date, work start, responded
      at, first response, first response at, in progress at`),
  ],
  [
    'mitigatedAt',
    list(`mitigated at, mitigated, mitigated on, impact end date, restored at, service restored, recovered at`),
  ],
  [
    'resolvedAt',
    list(`resolved, resolved at, resolutiondate, resolved on, resolution date, date resolved, resolved date, resolve time, resolution
      time, ended at, end time, end, end date, fixed at, completed at`),
  ],
  ['closedAt', list('closed, closed at, closed on, date closed, closed date, close date')],
  [
    'eventAt',
    list('sys updated at, sys updated on, updated at, updated, updated on, last updated, event time, changed at'),
  ],
  ['eventNumber', list('sys mod count, updates, mod count, revision, event number, sequence')],
  [
    'timeToAcknowledge',
    list(`seconds to first ack, seconds to first acknowledge, seconds to acknowledge, time to first ack seconds, time to
      first ack, time to acknowledge, time to ack, ack time, mean seconds to first ack`),
  ],
  [
    'timeToResolve',
    list(`seconds to resolve, time to resolve seconds, time to resolve, mean seconds to resolve, close time`),
  ],
  ['reopenCount', list('reopen count, reopened count, reopens, times reopened')],
  [
    'cause',
    list('cause, root cause, root cause category, cause code, cause category, incident type, incident type name'),
  ],
  ['causedByChange', list('caused by a change, caused by change yes no, change related, change caused')],
  ['changeReference', list('caused by, caused by change, change, change reference, change number, release')],
  [
    'detectedBy',
    list(
      'detected by, detection method, found by, contact type, channel, reported via, reporting method, discovered by',
    ),
  ],
  ['owner', list('assigned to, assignee, owner, responsible, assigned to user names, resolved by user name')],
  [
    'model',
    list(`configuration item, cmdb ci, model, model name, ai model, ml model, ai project, service name, service, business
      service, application, affected service, affected model, component s, components, component, project, system,
      entity`),
  ],
  ['version', list('model version, model system version, version, affected version, affects version s')],
  ['personHours', list('person hours, hours, effort hours, hours spent, effort in hours, work hours')],
  ['personSeconds', list('user defined effort seconds, effort seconds, time spent')],
  ['cost', list('cost, cost estimate, estimated cost, total cost, loss, financial impact')],
  ['harmCategory', list('harm category, harm, categories of harm')],
  ['reportable', list('reportable, is reportable, notifiable, regulatory report')],
  ['externalUrl', list('url, link, html url, incident url, issue url')],
];

/** Headers by the field that they mean, as plain words; the better ones first. */
export const INCIDENT_HEADERS: readonly (readonly [IncidentImportField, readonly string[]])[] = ENGLISH.map(
  ([field, headers]) => [field, [...new Set([...headers, ...(OTHER_LANGUAGES[field] ?? [])])]],
);

/** Headers by which a tool's export is known: all of the first list, or one of the second beside two of the first. */
export const TOOL_MARKS: readonly (readonly [IncidentTool, readonly string[]])[] = [
  [
    'pagerduty',
    list(`incident key, escalation policy, last status change at, last status change by, seconds to first ack, seconds to
      resolve, seconds to engage, seconds to mobilize, engaged seconds, auto
      resolved, escalation count, incident number, priority order, urgency, service name, major, service id, team name`),
  ],
  [
    'servicenow',
    list(`sys id, number, incident state, state, sys mod count, sys updated on, sys updated at, sys created on, reassignment count,
      reopen count, made sla, assignment group, cmdb ci, configuration item, caller, caller id, opened at, opened, u
      symptom, short description, opened by, contact type, close code, closed code`),
  ],
  [
    'jira',
    list(`key, self, expand, issuetype, issue key, issue id, issue type, project key, summary, status category, resolution, reporter, watchers, components,
      component s, affects version s, fix version s, creator, votes, parent id`),
  ],
  [
    'opsgenie',
    list(`tiny id, alias, ack time, close time, last occurred at, impact start date, impact detect date, impact end date,
      acknowledged, count, owner team, message, integration type`),
  ],
];

export const TOOL_NAMES: Readonly<Record<IncidentTool, string>> = {
  servicenow: 'ServiceNow',
  pagerduty: 'PagerDuty',
  jira: 'Jira',
  opsgenie: 'Opsgenie',
  plain: 'File',
};
