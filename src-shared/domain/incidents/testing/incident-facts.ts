import { DAY_MS } from '../../base/calendar';
import type { IncidentFact } from '../incident-fact';

/** An incident opened on a day since 1970, with nothing else known. */
export const fact = (id: string, openedDay: number, rest: Partial<IncidentFact> = {}): IncidentFact => ({
  id,
  modelId: null,
  version: '',
  severity: null,
  status: 'open',
  openedMs: openedDay * DAY_MS,
  acknowledgedMs: null,
  mitigatedMs: null,
  resolvedMs: null,
  closedMs: null,
  reopenCount: 0,
  cause: 'unknown',
  causedByChange: 'unknown',
  detectedBy: 'unknown',
  personHours: null,
  costMinor: null,
  reviewed: false,
  ...rest,
});

/** Opened and resolved on days since 1970. */
export const resolvedFact = (id: string, openedDay: number, resolvedDay: number): IncidentFact =>
  fact(id, openedDay, { status: 'resolved', resolvedMs: resolvedDay * DAY_MS });
