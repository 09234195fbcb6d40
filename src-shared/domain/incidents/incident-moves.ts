import { assertNever } from '../base/assert-never';
import { oneOf } from '../base/wording';
import { type IncidentTimes, timeProblems } from './incident-times';
import { INCIDENT_STATUS_LABELS, INCIDENT_STATUSES, type IncidentStatus } from './vocabulary';

/** Where an incident may go from each status. Steps may be left out; what was over comes back only as `reopened`. */
const NEXT: Readonly<Record<IncidentStatus, readonly IncidentStatus[]>> = {
  open: ['acknowledged', 'mitigated', 'resolved', 'closed'],
  acknowledged: ['mitigated', 'resolved', 'closed'],
  mitigated: ['resolved', 'closed'],
  resolved: ['closed', 'reopened'],
  closed: ['reopened'],
  reopened: ['acknowledged', 'mitigated', 'resolved', 'closed'],
};

export const nextStatuses = (from: IncidentStatus): readonly IncidentStatus[] => NEXT[from];

/** Whether somebody still has to do something. */
export function isUnresolved(status: IncidentStatus): boolean {
  return status !== 'resolved' && status !== 'closed';
}

export const UNRESOLVED_STATUSES: readonly IncidentStatus[] = INCIDENT_STATUSES.filter(isUnresolved);

export interface IncidentState extends IncidentTimes {
  readonly status: IncidentStatus;
  readonly reopenCount: number;
  /** Time of the latest state move; `null` where only the opening is known. */
  readonly lastMoveAt: string | null;
}

export type IncidentMoveResult =
  | { readonly ok: true; readonly state: IncidentState }
  | { readonly ok: false; readonly code: string; readonly message: string };

/**
 * The incident after a state move. The first acknowledgement stays for good; a reopening takes mitigation, resolution and
 * closing back, so that the time to resolve runs to the resolution that holds in the end. Closing without a resolution
 * leaves no time to resolve.
 * @param at ISO instant of the move
 */
export function moveIncident(state: IncidentState, to: IncidentStatus, at: string, now: string): IncidentMoveResult {
  if (!NEXT[state.status].includes(to)) {
    const allowed = oneOf(NEXT[state.status].map((status) => INCIDENT_STATUS_LABELS[status].toLowerCase()));
    const from = INCIDENT_STATUS_LABELS[state.status].toLowerCase();
    return {
      ok: false,
      code: 'move_not_possible',
      message: `An incident that is ${from} can only become ${allowed}, not ${INCIDENT_STATUS_LABELS[to].toLowerCase()}.`,
    };
  }
  const since = state.lastMoveAt ?? state.openedAt;
  if (at < since) {
    return {
      ok: false,
      code: 'move_before_last',
      message: `This cannot have happened on ${at.slice(0, 16).replace('T', ' ')} UTC: the incident came to its present state on ${since.slice(0, 16).replace('T', ' ')} UTC. Give a later time, or correct the times of the incident.`,
    };
  }
  const moved: IncidentState = { ...state, ...changedTimes(state, to, at), status: to, lastMoveAt: at };
  const [problem] = timeProblems(moved, now);
  return problem ? { ok: false, code: problem.code, message: problem.message } : { ok: true, state: moved };
}

function changedTimes(state: IncidentState, to: IncidentStatus, at: string): Partial<IncidentState> {
  switch (to) {
    case 'open':
      return {};
    case 'acknowledged':
      return { acknowledgedAt: state.acknowledgedAt ?? at };
    case 'mitigated':
      return { mitigatedAt: at };
    case 'resolved':
      return { resolvedAt: at };
    case 'closed':
      return { closedAt: at };
    case 'reopened':
      return { mitigatedAt: null, resolvedAt: null, closedAt: null, reopenCount: state.reopenCount + 1 };
    default:
      return assertNever(to);
  }
}
