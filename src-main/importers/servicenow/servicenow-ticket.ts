import type { FacetKind } from '#domain/connections/facet-kinds';
import type { Facet } from '#domain/connections/ticket-facets';
import type { IncidentStatus } from '#domain/incidents/vocabulary';
import { guessValue } from '../incidents/value-words';
import type { Ticket, TicketEvent } from '../tickets/ticket';
import { type AuditRecord, type IncidentRecord, utcOf } from './servicenow-shapes';

/** The states that every instance begins with; a house may add others. */
const STATES: Readonly<Record<string, readonly [string, IncidentStatus]>> = {
  '1': ['New', 'open'],
  '2': ['In Progress', 'acknowledged'],
  '3': ['On Hold', 'acknowledged'],
  '6': ['Resolved', 'resolved'],
  '7': ['Closed', 'closed'],
  '8': ['Canceled', 'closed'],
};

/** What the states of an instance are called, and what they mean. */
export class ServiceNowStates {
  private readonly words = new Map<string, string>(Object.entries(STATES).map(([code, [word]]) => [code, word]));

  learn({ state, incident_state: own }: IncidentRecord): void {
    for (const { value, shown } of [state, own]) if (value !== '' && shown !== '') this.words.set(value, shown);
  }

  word(code: string): string {
    return this.words.get(code) ?? code;
  }

  meanings(): ReadonlyMap<string, IncidentStatus> {
    const all = new Map<string, IncidentStatus>();
    for (const [code, word] of this.words) {
      // A house may have called a number of its own something else than what it once was.
      const known = STATES[code];
      const guessed = guessValue('status', word, []);
      if (known && (guessed === '' || word === known[0] || isFor(known[1], guessed))) all.set(word, known[1]);
    }
    return all;
  }
}

const isFor = (known: IncidentStatus, guessed: string): boolean =>
  known === guessed ||
  (known === 'closed' && guessed === 'resolved') ||
  (known === 'acknowledged' && guessed === 'open');

/** @param audit what is noted of its states; empty: nothing, or nobody may see it */
export function serviceNowTicket(
  record: IncidentRecord,
  audit: readonly AuditRecord[],
  states: ServiceNowStates,
  site: string,
): Ticket {
  const opened = utcOf(record.opened_at.value) ?? '';
  return {
    id: record.sys_id.value,
    key: record.number.value,
    formerKeys: [],
    title: record.short_description.value,
    description: record.description.value,
    priority: record.priority.shown,
    owner: record.assigned_to.shown,
    version: '',
    change: record.caused_by.shown,
    reportedBy: record.contact_type.shown,
    url: `${site}/incident.do?sys_id=${encodeURIComponent(record.sys_id.value)}`,
    openedAt: opened,
    acknowledgedAt: utcOf(record.work_start.value),
    resolvedAt: utcOf(record.resolved_at.value),
    closedAt: utcOf(record.closed_at.value),
    reopenCount: Number(record.reopen_count.value) || 0,
    events: eventsOf(record, opened, audit, states),
    facets: [
      ...facet('configuration_item', record.cmdb_ci.shown),
      ...facet('service', record.business_service.shown),
      ...facet('group', record.assignment_group.shown),
      ...facet('category', record.category.shown),
    ],
  };
}

const facet = (by: FacetKind, text: string): readonly Facet[] => (text === '' ? [] : [{ by, text }]);

/** Without an audit only the state that it is in is known, and not since when: its columns say when it was resolved and closed. */
function eventsOf(
  { state, incident_state: own }: IncidentRecord,
  opened: string,
  audit: readonly AuditRecord[],
  states: ServiceNowStates,
): readonly TicketEvent[] {
  const now = states.word(state.value || own.value);
  const moves = audit
    .map(({ newvalue, oldvalue, sys_created_on }) => ({ to: newvalue, from: oldvalue, at: utcOf(sys_created_on) }))
    .filter(({ to }) => to !== '')
    .sort((a, b) => (a.at ?? '').localeCompare(b.at ?? ''));
  const [first] = moves;
  if (!first) return [{ at: null, status: now }];
  const began = first.from === '' ? [] : [{ at: opened === '' ? null : opened, status: states.word(first.from) }];
  const events = [...began, ...moves.map(({ to, at }) => ({ at, status: states.word(to) }))];
  return events.at(-1)?.status === now ? events : [...events, { at: null, status: now }];
}
