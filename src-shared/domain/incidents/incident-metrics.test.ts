import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY_MS } from '../base/calendar';
import { summarizeDurations } from './duration-summary';
import type { IncidentFact } from './incident-fact';
import { incidentMetrics, keyOf } from './incident-metrics';
import { fact } from './testing/incident-facts';
import { INCIDENT_DIMENSIONS } from './vocabulary';

const HOUR = 3_600_000;
const hours = fc.option(fc.double({ min: 0, max: 5_000, noNaN: true }));

const incident = fc.record({
  day: fc.double({ min: 0, max: 300, noNaN: true }),
  acknowledged: hours,
  mitigated: hours,
  resolved: hours,
  status: fc.constantFrom('open', 'resolved', 'closed', 'reopened'),
  cause: fc.constantFrom('drift', 'human', 'unknown'),
  causedByChange: fc.constantFrom('yes', 'no', 'unknown'),
  severity: fc.constantFrom(1, 3, null),
  modelId: fc.constantFrom('a', 'b', 'gone', null),
  personHours: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
});

const models = new Map(
  ['a', 'b'].map((id) => [id, { id, name: id, unit: id, tier: 1 as const, production: [], deployments: [] }]),
);

it('gives to the bit what each group gives by itself', () => {
  fc.assert(
    fc.property(
      fc.array(incident, { maxLength: 60 }),
      fc.constantFrom(undefined, ...INCIDENT_DIMENSIONS),
      (given, by) => {
        const incidents = given.map(({ day, acknowledged, mitigated, resolved, ...rest }, at): IncidentFact => {
          const after = (time: number | null): number | null => (time === null ? null : day * DAY_MS + time * HOUR);
          const times = {
            acknowledgedMs: after(acknowledged),
            mitigatedMs: after(mitigated),
            resolvedMs: after(resolved),
          };
          return fact(String(at), day, { ...rest, ...times } as Partial<IncidentFact>);
        });
        const window = { from: 50 * DAY_MS, to: 250 * DAY_MS };
        const inWindow = incidents.filter(({ openedMs }) => openedMs >= window.from && openedMs < window.to);
        const groups = incidentMetrics({ incidents, models, window, ...(by && { by }) });
        const keys = new Set(inWindow.map((one) => keyOf(one, by, models)));
        expect(groups.map(({ key }) => key)).toEqual(by ? [...keys] : ['all']);
        for (const group of groups) {
          const members = inWindow.filter((one) => keyOf(one, by, models) === group.key);
          const durations = (end: (one: IncidentFact) => number | null) =>
            summarizeDurations(
              members.flatMap((one) => {
                const ms = end(one);
                return ms === null ? [] : [(ms - one.openedMs) / HOUR];
              }),
            );
          const acknowledged = durations((one) => one.acknowledgedMs);
          const resolved = durations((one) => one.resolvedMs);
          const open = members.filter(({ status }) => status === 'open' || status === 'reopened').length;
          const noted = members.flatMap(({ personHours }) => personHours ?? []);
          expect(group).toMatchObject({
            opened: members.length,
            open,
            timeToAcknowledge: { ...acknowledged, never: members.length - acknowledged.n },
            timeToResolve: { ...resolved, withoutTime: members.length - open - resolved.n },
            recovery: durations((one) => (one.causedByChange === 'yes' ? (one.mitigatedMs ?? one.resolvedMs) : null)),
            personHours: { total: noted.reduce((sum, one) => sum + one, 0), n: noted.length },
          });
        }
      },
    ),
  );
});
