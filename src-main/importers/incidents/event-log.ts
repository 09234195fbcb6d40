import { isUnresolved } from '#domain/incidents/incident-moves';
import type { IncidentStatus } from '#domain/incidents/vocabulary';
import type { DraftMove } from './draft';

export interface LogEvent {
  /** ISO, UTC; `null`: the row does not say when it was written. */
  readonly at: string | null;
  /** `null`: a state that nobody has mapped. */
  readonly status: IncidentStatus | null;
}

export interface LoggedCourse {
  /** The state of the latest event that says one. */
  readonly status: IncidentStatus | null;
  readonly acknowledgedAt: string | null;
  readonly mitigatedAt: string | null;
  readonly resolvedAt: string | null;
  readonly closedAt: string | null;
  readonly reopenCount: number;
  readonly moves: readonly DraftMove[];
}

/**
 * The course of one incident from its log. The latest state counts; acknowledged is the first event in a state of work;
 * resolved and closed are the beginnings of the last stretch in which it was so. An event in a state of work behind a
 * resolution is a reopening, which takes resolution and closing back.
 * @param events in order of time
 */
export function courseOf(events: readonly LogEvent[]): LoggedCourse {
  let status: IncidentStatus | null = null;
  let acknowledgedAt: string | null = null;
  let mitigatedAt: string | null = null;
  let resolvedAt: string | null = null;
  let closedAt: string | null = null;
  let reopenCount = 0;
  const moves: DraftMove[] = [];
  const move = (to: IncidentStatus, at: string | null): void => {
    if (at !== null) moves.push({ to, at });
  };
  for (const event of events) {
    if (event.status === null || event.status === status) continue;
    const wasOver = status !== null && !isUnresolved(status);
    if (wasOver && isUnresolved(event.status)) {
      reopenCount += 1;
      mitigatedAt = null;
      resolvedAt = null;
      closedAt = null;
      move('reopened', event.at);
    }
    // A closed incident that is called resolved again was edited, not worked on: what was closed stays so.
    if (event.status === 'resolved') {
      if (resolvedAt === null) {
        resolvedAt = event.at;
        move('resolved', event.at);
      }
      closedAt = null;
    }
    if (event.status === 'closed') {
      closedAt = event.at;
      move('closed', event.at);
    }
    if (event.status === 'acknowledged') {
      if (!wasOver) move('acknowledged', event.at);
      acknowledgedAt ??= event.at;
    }
    if (event.status === 'mitigated') {
      mitigatedAt = event.at;
      move('mitigated', event.at);
    }
    status = event.status;
  }
  const last = status === 'open' && reopenCount > 0 ? 'reopened' : status;
  return { status: last, acknowledgedAt, mitigatedAt, resolvedAt, closedAt, reopenCount, moves };
}
