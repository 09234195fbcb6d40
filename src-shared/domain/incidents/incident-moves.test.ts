import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type IncidentState, isUnresolved, moveIncident, nextStatuses } from './incident-moves';
import { timeProblems, withoutImpossibleTimes } from './incident-times';
import { INCIDENT_STATUSES } from './vocabulary';

const NOW = '2026-12-31T00:00:00.000Z';
const opened: IncidentState = {
  status: 'open',
  openedAt: '2026-01-01T00:00:00.000Z',
  detectedAt: null,
  acknowledgedAt: null,
  mitigatedAt: null,
  resolvedAt: null,
  closedAt: null,
  reopenCount: 0,
  lastMoveAt: null,
};
const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString();

describe('moveIncident', () => {
  it('notes the time of each state', () => {
    const resolved = moveIncident(opened, 'resolved', day(2), NOW);
    expect(resolved).toMatchObject({
      ok: true,
      state: { status: 'resolved', resolvedAt: day(2), acknowledgedAt: null },
    });
  });

  it.each([
    ['open', 'reopened', day(1), 'move_not_possible'],
    ['open', 'acknowledged', '2025-12-31T00:00:00.000Z', 'move_before_last'],
    ['open', 'acknowledged', '2027-01-01T00:00:00.000Z', 'time_in_future'],
    ['closed', 'resolved', day(1), 'move_not_possible'],
  ] as const)('names why %s → %s at %s cannot be', (status, to, at, code) => {
    expect(moveIncident({ ...opened, status }, to, at, NOW)).toMatchObject({ ok: false, code });
  });

  it('whatever the way, times contradict nothing and only what is over has a resolution', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { maxLength: 12 }), (choices) => {
        let state = opened;
        choices.forEach((choice, step) => {
          const options = nextStatuses(state.status);
          const to = options[choice % options.length] ?? 'closed';
          const moved = moveIncident(state, to, day(step + 1), NOW);
          expect(moved.ok).toBe(true);
          if (moved.ok) state = moved.state;
          expect(timeProblems(state, NOW)).toEqual([]);
          if (isUnresolved(state.status)) expect([state.resolvedAt, state.closedAt]).toEqual([null, null]);
          if (state.status === 'resolved') expect(state.resolvedAt).toBe(day(step + 1));
        });
        expect(INCIDENT_STATUSES).toContain(state.status);
      }),
    );
  });
});

describe('withoutImpossibleTimes', () => {
  const times = { ...opened, acknowledgedAt: day(5), resolvedAt: day(3) };
  it('names an acknowledgement after the resolution and leaves it out', () => {
    const checked = withoutImpossibleTimes(times, NOW);
    expect(checked.problems).toMatchObject([{ code: 'acknowledged_after_resolved', field: 'acknowledgedAt' }]);
    expect(checked.times).toMatchObject({ acknowledgedAt: null, resolvedAt: day(3) });
  });

  it('names a resolution before the opening and leaves it out', () => {
    const checked = withoutImpossibleTimes({ ...opened, openedAt: day(4), resolvedAt: day(3) }, NOW);
    expect(checked.problems).toMatchObject([{ code: 'resolved_before_opened', field: 'resolvedAt' }]);
    expect(checked.times.resolvedAt).toBeNull();
  });

  it('always leaves times that contradict nothing, and right ones as they are', () => {
    const instant = fc.option(fc.nat(30).map(day));
    const any = fc.record({
      openedAt: fc.nat(30).map(day),
      detectedAt: instant,
      acknowledgedAt: instant,
      mitigatedAt: instant,
      resolvedAt: instant,
      closedAt: instant,
    });
    fc.assert(
      fc.property(any, (given) => {
        const checked = withoutImpossibleTimes(given, day(20));
        const left = timeProblems(checked.times, day(20)).filter(({ field }) => field !== 'openedAt');
        expect(left).toEqual([]);
        if (timeProblems(given, day(20)).length === 0) expect(checked).toEqual({ times: given, problems: [] });
      }),
    );
  });
});
