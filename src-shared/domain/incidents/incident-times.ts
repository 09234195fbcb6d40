import type { IncidentStatus } from './vocabulary';

/** The times of one incident as ISO instants in UTC; `null` = not happened, or not known. */
export interface IncidentTimes {
  /** When it began; where nobody knows, when it was opened. */
  readonly openedAt: string;
  readonly detectedAt: string | null;
  /** The first acknowledgement. */
  readonly acknowledgedAt: string | null;
  readonly mitigatedAt: string | null;
  /** The resolution that still holds: a reopened incident has none. */
  readonly resolvedAt: string | null;
  readonly closedAt: string | null;
}

export const TIME_FIELDS = [
  'openedAt',
  'detectedAt',
  'acknowledgedAt',
  'mitigatedAt',
  'resolvedAt',
  'closedAt',
] as const satisfies readonly (keyof IncidentTimes)[];
export type TimeField = (typeof TIME_FIELDS)[number];

export type TimeProblemCode =
  | 'detected_before_opened'
  | 'acknowledged_before_opened'
  | 'mitigated_before_opened'
  | 'resolved_before_opened'
  | 'closed_before_opened'
  | 'acknowledged_after_resolved'
  | 'mitigated_after_resolved'
  | 'closed_before_resolved'
  | 'time_in_future';

export interface TimeProblem {
  readonly code: TimeProblemCode;
  /** The time that cannot be right, seen from the one before it. */
  readonly field: TimeField;
  readonly message: string;
}

const WORDS: Readonly<Record<TimeField, string>> = {
  openedAt: 'opened',
  detectedAt: 'detected',
  acknowledgedAt: 'acknowledged',
  mitigatedAt: 'mitigated',
  resolvedAt: 'resolved',
  closedAt: 'closed',
};

/** Pairs that must not lie the wrong way round: the second field is the one in doubt. */
const ORDER: readonly (readonly [earlier: TimeField, later: TimeField, doubted: TimeField, code: TimeProblemCode])[] = [
  ['openedAt', 'detectedAt', 'detectedAt', 'detected_before_opened'],
  ['openedAt', 'acknowledgedAt', 'acknowledgedAt', 'acknowledged_before_opened'],
  ['openedAt', 'mitigatedAt', 'mitigatedAt', 'mitigated_before_opened'],
  ['openedAt', 'resolvedAt', 'resolvedAt', 'resolved_before_opened'],
  ['openedAt', 'closedAt', 'closedAt', 'closed_before_opened'],
  ['acknowledgedAt', 'resolvedAt', 'acknowledgedAt', 'acknowledged_after_resolved'],
  ['mitigatedAt', 'resolvedAt', 'mitigatedAt', 'mitigated_after_resolved'],
  ['resolvedAt', 'closedAt', 'closedAt', 'closed_before_resolved'],
];

/**
 * Times that contradict each other or lie in the future; empty when all fit. An incident that was reopened keeps its first
 * acknowledgement, so that one is always before the resolution that holds.
 * @param now ISO instant behind which nothing has happened
 */
export function timeProblems(times: IncidentTimes, now: string): readonly TimeProblem[] {
  const future = TIME_FIELDS.flatMap((field): TimeProblem[] => {
    const at = times[field];
    if (at === null || at <= now) return [];
    return [{ code: 'time_in_future', field, message: `It cannot be ${WORDS[field]} in the future (${say(at)}).` }];
  });
  const order = ORDER.flatMap(([earlier, later, field, code]): TimeProblem[] => {
    const first = times[earlier];
    const second = times[later];
    if (first === null || second === null || second >= first) return [];
    const message = `It cannot be ${WORDS[later]} (${say(second)}) before it was ${WORDS[earlier]} (${say(first)}).`;
    return [{ code, field, message }];
  });
  return [...future, ...order];
}

const say = (instant: string): string => `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;

export interface CheckedTimes {
  readonly times: IncidentTimes;
  readonly problems: readonly TimeProblem[];
}

/**
 * For imports, where nobody can be asked: a time that cannot be right is left out, so that it enters no duration, and is
 * named. What is left contradicts nothing. The opening is never left out.
 */
export function withoutImpossibleTimes(times: IncidentTimes, now: string): CheckedTimes {
  const problems: TimeProblem[] = [];
  let left = times;
  for (;;) {
    const [problem] = timeProblems(left, now).filter(({ field }) => field !== 'openedAt');
    if (!problem) return { times: left, problems };
    problems.push(problem);
    left = { ...left, [problem.field]: null };
  }
}

const STATUS_OF = [
  ['closedAt', 'closed'],
  ['resolvedAt', 'resolved'],
  ['mitigatedAt', 'mitigated'],
  ['acknowledgedAt', 'acknowledged'],
] as const satisfies readonly (readonly [TimeField, IncidentStatus])[];

/** How far the given times say that the incident has come; `open` where none is given. */
export function statusFromTimes(times: Partial<Omit<IncidentTimes, 'openedAt'>>): IncidentStatus {
  return STATUS_OF.find(([field]) => times[field] !== null && times[field] !== undefined)?.[1] ?? 'open';
}
