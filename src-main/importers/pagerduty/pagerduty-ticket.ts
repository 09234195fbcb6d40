import type { Facet } from '#domain/connections/ticket-facets';
import type { IncidentStatus } from '#domain/incidents/vocabulary';
import { instantOf } from '../tickets/shapes';
import type { Ticket, TicketEvent } from '../tickets/ticket';
import type { LogEntry, PagerDutyIncident } from './pagerduty-shapes';

export const PAGERDUTY_STATES: ReadonlyMap<string, IncidentStatus> = new Map([
  ['triggered', 'open'],
  ['acknowledged', 'acknowledged'],
  ['resolved', 'resolved'],
]);

/** What an entry of the log makes of its incident; other entries leave it as it is. */
const STATE_AFTER: ReadonlyMap<string, string> = new Map([
  ['trigger_log_entry', 'triggered'],
  ['reopen_log_entry', 'triggered'],
  ['unacknowledge_log_entry', 'triggered'],
  ['acknowledge_log_entry', 'acknowledged'],
  ['resolve_log_entry', 'resolved'],
]);

export function pagerDutyTicket(incident: PagerDutyIncident, log: readonly LogEntry[]): Ticket {
  const merged = incident.resolve_reason?.type.startsWith('merge') ? incident.resolve_reason.incident : '';
  return {
    id: incident.id,
    key:
      incident.incident_number === null || incident.incident_number === undefined
        ? incident.id
        : String(incident.incident_number),
    formerKeys: [],
    title: incident.title,
    description: merged === '' ? '' : `Merged into ${merged}`,
    priority: incident.priority || incident.urgency,
    owner: incident.assignments.join(', '),
    version: '',
    change: '',
    reportedBy: '',
    url: incident.html_url,
    openedAt: instantOf(incident.created_at) ?? '',
    acknowledgedAt: null,
    resolvedAt: instantOf(incident.resolved_at),
    closedAt: null,
    reopenCount: 0,
    events: eventsOf(incident, log),
    facets: [
      ...(incident.service === '' ? [] : [{ by: 'service', text: incident.service } as const]),
      ...incident.teams.map((text): Facet => ({ by: 'group', text })),
    ],
  };
}

function eventsOf({ status }: PagerDutyIncident, log: readonly LogEntry[]): readonly TicketEvent[] {
  // The newest is the first of a log, also of those in one second.
  const events = log
    .toReversed()
    .flatMap(({ type, created_at }): readonly TicketEvent[] => {
      const after = STATE_AFTER.get(type);
      return after === undefined ? [] : [{ at: instantOf(created_at), status: after }];
    })
    .sort((a, b) => (a.at ?? '').localeCompare(b.at ?? ''));
  return events.at(-1)?.status === status ? events : [...events, { at: null, status }];
}
