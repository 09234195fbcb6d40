import type { FacetKind } from '#domain/connections/facet-kinds';
import type { Facet } from '#domain/connections/ticket-facets';
import type { IncidentStatus } from '#domain/incidents/vocabulary';
import { guessValue } from '../incidents/value-words';
import type { Ticket, TicketEvent } from '../tickets/ticket';
import { type AuditRecord, type IncidentRecord, utcOf } from './servicenow-shapes';

/** The states that every instance begins with; a house may add others. */
const STATES: ReadonlyMap<string, readonly [string, IncidentStatus]> = new Map([
  ['1', ['New', 'open']],
  ['2', ['In Progress', 'acknowledged']],
  ['3', ['On Hold', 'acknowledged']],
  ['6', ['Resolved', 'resolved']],
  ['7', ['Closed', 'closed']],
  ['8', ['Canceled', 'closed']],
]);

/** What the states of an instance are called, and what they mean. */
export class ServiceNowStates {
  private readonly words = new Map<string, string>([...STATES].map(([code, [word]]) => [code, word]));

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
      const known = STATES.get(code);
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

interface Move {
  readonly from: string;
  readonly to: string;
  readonly at: string | null;
}

/** Times are whole seconds, and the audit comes in no order: of moves in one second each begins where the one before it ended. */
function chained(sorted: readonly Move[]): readonly Move[] {
  // A state has two fields that move together.
  const left = [...new Map(sorted.map((move) => [JSON.stringify(move), move])).values()];
  const moves: Move[] = [];
  while (left.length > 0) {
    const before = moves.at(-1)?.to;
    const together = left.filter(({ at }) => at === left[0]?.at);
    const begins = before === undefined ? together.filter(({ from }) => !together.some(({ to }) => to === from)) : [];
    const fitting = together.filter(({ from }) => from === before);
    const possible = [begins, fitting, together].find((some) => some.length > 0) ?? [];
    // Of two ways the one that goes on.
    const next = possible.find(({ to }) => together.some(({ from }) => from === to)) ?? possible[0];
    if (!next) break;
    moves.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return moves;
}

/** Without an audit only the state that it is in is known, and not since when: its columns say when it was resolved and closed. */
function eventsOf(
  { state, incident_state: own }: IncidentRecord,
  opened: string,
  audit: readonly AuditRecord[],
  states: ServiceNowStates,
): readonly TicketEvent[] {
  const now = states.word(state.value || own.value);
  const sorted = audit
    .map(({ newvalue, oldvalue, sys_created_on }) => ({ to: newvalue, from: oldvalue, at: utcOf(sys_created_on) }))
    .filter(({ to }) => to !== '')
    .sort((a, b) => (a.at ?? '').localeCompare(b.at ?? ''));
  const moves = chained(sorted);
  const [first] = moves;
  if (!first) return [{ at: null, status: now }];
  const began = first.from === '' ? [] : [{ at: opened === '' ? null : opened, status: states.word(first.from) }];
  const events = [...began, ...moves.map(({ to, at }) => ({ at, status: states.word(to) }))];
  return events.at(-1)?.status === now ? events : [...events, { at: null, status: now }];
}
