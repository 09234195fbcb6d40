import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../base/calendar';
import { ageOfOpen } from './ageing';
import { announcedByDrift } from './announced';
import { changeFailures } from './change-failures';
import { summarizeDurations } from './duration-summary';
import { incidentCalendar, incidentFlow } from './flow';
import type { ModelFact } from './incident-fact';
import { incidentMetrics } from './incident-metrics';
import { pareto } from './pareto';
import { productionSpans } from './production-spans';
import { fact, resolvedFact } from './testing/incident-facts';
import { durationTrend } from './trend';

const model = (id: string, rest: Partial<ModelFact> = {}): ModelFact => ({
  id,
  name: id,
  unit: '',
  tier: null,
  production: [],
  deployments: [],
  ...rest,
});

describe('ageOfOpen', () => {
  it('puts each open incident into one group, half-open', () => {
    const open = [0, 0.5, 1, 7, 30, 90, 400].map((days, at) => fact(String(at), 1000 - days, { severity: 2 }));
    const groups = ageOfOpen([...open, resolvedFact('x', 1, 2)], 1000 * DAY_MS);
    expect(groups.map(({ open: n }) => n)).toEqual([2, 1, 1, 1, 2]);
    expect(groups.reduce((sum, { severe }) => sum + severe, 0)).toBe(7);
  });
});

describe('pareto', () => {
  it('leaves what is not known outside the shares', () => {
    const causes = ['drift', 'drift', 'human', 'unknown', 'unknown', 'unknown'] as const;
    const all = causes.map((cause, at) => fact(String(at), 1, { cause, personHours: cause === 'human' ? 9 : null }));
    expect(pareto(all, (one) => one.cause, 'count', 'unknown')).toEqual([
      { key: 'drift', value: 2, count: 2, cumulativeShare: 2 / 3 },
      { key: 'human', value: 1, count: 1, cumulativeShare: 1 },
      { key: 'unknown', value: 3, count: 3, cumulativeShare: null },
    ]);
    expect(pareto(all, (one) => one.cause, 'personHours', 'unknown')[0]).toMatchObject({ key: 'human', value: 9 });
  });
});

describe('incidentFlow and incidentCalendar', () => {
  const day = (text: string): number => Date.parse(text) / DAY_MS;
  it('adds up opened and closed and knows Mondays and months', () => {
    const all = [resolvedFact('a', day('2026-01-31'), day('2026-02-02')), fact('b', day('2026-02-01'))];
    const window = { from: Date.parse('2026-01-15'), to: Date.parse('2026-03-01') };
    expect(incidentFlow(all, window, 'month').points).toEqual([
      { from: '2026-01-01', opened: 1, closed: 0, openedSoFar: 1, closedSoFar: 0, openAtEnd: 1 },
      { from: '2026-02-01', opened: 1, closed: 1, openedSoFar: 2, closedSoFar: 1, openAtEnd: 1 },
    ]);
    expect(incidentFlow(all, window, 'week').points[0]?.from).toBe('2026-01-12');
    expect(incidentCalendar(all, window)).toEqual([
      { day: '2026-01-31', opened: 1, worst: null },
      { day: '2026-02-01', opened: 1, worst: null },
    ]);
  });

  it('ends with what is open, whatever the steps', () => {
    const spans = fc.array(fc.tuple(fc.nat(400), fc.option(fc.nat(100))), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(spans, fc.constantFrom('day', 'week', 'month'), (given, step) => {
        const all = given.map(([from, length], at) =>
          length === null ? fact(String(at), from) : resolvedFact(String(at), from, from + length),
        );
        const { points, withoutTime } = incidentFlow(all, { from: 0, to: 600 * DAY_MS }, step);
        const last = points.at(-1);
        expect(withoutTime).toBe(0);
        expect(last?.openAtEnd).toBe(all.filter(({ status }) => status === 'open').length);
        expect(points.reduce((sum, { opened }) => sum + opened, 0)).toBe(all.length);
        for (const point of points) expect(point.openAtEnd).toBe(point.openedSoFar - point.closedSoFar);
      }),
    );
  });
});

describe('announcedByDrift', () => {
  const measured = new Map([['m', { days: [10, 20, 30, 40, 50], act: [false, true, false, false, true] }]]);
  const of = (id: string, day: number) => fact(id, day, { modelId: 'm' });

  it('looks at the windows before the day of the opening', () => {
    const { incidents } = announcedByDrift({
      incidents: [of('a', 20), of('b', 21), of('c', 45), of('d', 300), fact('e', 45)],
      measured,
      windows: 2,
    });
    expect(incidents.map(({ incident, outcome, leadDays }) => [incident.id, outcome, leadDays])).toEqual([
      ['a', 'not_announced', null],
      ['b', 'announced', 1],
      ['c', 'not_announced', null],
      ['d', 'unwatched', null],
    ]);
  });

  it('calls an alarm false only when its windows have passed', () => {
    expect(announcedByDrift({ incidents: [], measured, windows: 2 })).toMatchObject({
      alarmsFollowed: 0,
      alarmsFalse: 1,
      alarmsPending: 1,
    });
    expect(announcedByDrift({ incidents: [of('a', 35)], measured, windows: 2 })).toMatchObject({
      alarmsFollowed: 1,
      alarmsFalse: 0,
    });
  });

  it('counts a run of act verdicts once, from the day on which it began, and each of its days beside', () => {
    const act = [false, true, true, true, false, false, true, false, false, false];
    const long = new Map([['m', { days: act.map((_, at) => 10 * at), act }]]);
    const none = { followed: 0, false: 0, pending: 0 };
    const told = announcedByDrift({ incidents: [of('a', 41)], measured: long, windows: 2 });
    // Of the three days of the first run only the last is among the two windows before the incident.
    expect(told.alarms).toEqual([
      { modelId: 'm', firstDay: 10, lastDay: 30, days: 3, outcome: 'followed' },
      { modelId: 'm', firstDay: 60, lastDay: 60, days: 1, outcome: 'false' },
    ]);
    expect(told).toMatchObject({ alarmsFollowed: 1, alarmsFalse: 1, actDays: { ...none, followed: 1, false: 3 } });
    const late = { incidents: [], measured: long, windows: 2, alarmDays: { from: 20, to: 70 } };
    expect(announcedByDrift(late)).toMatchObject({ alarmsFalse: 1, actDays: { ...none, false: 3 } });
    const followers = [of('a', 41)];
    expect(announcedByDrift({ ...late, followers })).toMatchObject({ actDays: { ...none, followed: 1, false: 2 } });
  });

  it('is silent below ten, and counts all the same', () => {
    const few = announcedByDrift({ incidents: [of('a', 21)], measured, windows: 1 });
    expect(few).toMatchObject({ announced: 1, recall: { rate: null, n: 1 }, leadTime: { median: null, n: 1 } });
    const many = announcedByDrift({
      incidents: Array.from({ length: 12 }, (_, at) => of(String(at), 22)),
      measured,
      windows: 1,
    });
    expect(many).toMatchObject({ recall: { rate: 1, n: 12 }, leadTime: { median: 2, n: 12 } });
  });

  it('agrees with looking at every pair of alarm and incident', () => {
    const world = fc.record({
      act: fc.array(fc.boolean(), { minLength: 3, maxLength: 30 }),
      openings: fc.array(fc.nat(40), { maxLength: 15 }),
      windows: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(world, ({ act, openings, windows }) => {
        const days = act.map((_, at) => at);
        const incidents = openings.map((day, at) => of(String(at), day));
        const found = announcedByDrift({ incidents, measured: new Map([['m', { days, act }]]), windows });
        const windowsBefore = (day: number): number[] => days.filter((one) => one < day).slice(-windows);
        const watched = openings.filter((day) => {
          const last = windowsBefore(day).at(-1);
          const gap = windowsBefore(day).length >= 1 && days.filter((one) => one < day).length >= 3 ? 1 : 30;
          return last !== undefined && day - last <= windows * gap;
        });
        const hit = watched.filter((day) => windowsBefore(day).some((one) => act[one]));
        expect([found.announced, found.announced + found.notAnnounced]).toEqual([hit.length, watched.length]);
        const isFollowed = (alarm: number): boolean => watched.some((day) => windowsBefore(day).includes(alarm));
        const actDays = days.filter((day) => act[day]);
        expect(found.actDays.followed).toBe(actDays.filter(isFollowed).length);
        expect(found.actDays.false).toBe(
          actDays.filter((day) => !isFollowed(day) && days.some((later) => later === day + windows)).length,
        );
        expect(found.actDays.followed + found.actDays.false + found.actDays.pending).toBe(actDays.length);
        // Alarms are the runs of such days, which a text of the verdicts shows at once.
        const runs = [
          ...act
            .map((one) => (one ? 'x' : '-'))
            .join('')
            .matchAll(/x+/g),
        ].map(({ index, 0: run }) => days.slice(index, index + run.length));
        expect(found.alarms.map(({ firstDay, lastDay, days: n }) => [firstDay, lastDay, n])).toEqual(
          runs.map((run) => [run[0], run.at(-1), run.length]),
        );
        expect(found.alarmsFollowed).toBe(runs.filter((run) => run.some(isFollowed)).length);
        expect(found.alarmsFalse).toBe(
          runs.filter((run) => !run.some(isFollowed) && (run.at(-1) ?? 0) + windows < days.length).length,
        );
        expect(found.alarmsFollowed + found.alarmsFalse + found.alarmsPending).toBe(runs.length);
      }),
    );
  });
});

describe('changeFailures', () => {
  it('finds the release by its version, else by its time, and counts a release once', () => {
    const deployments = [
      { atMs: 10 * DAY_MS, version: '1' },
      { atMs: 20 * DAY_MS, version: '2' },
    ];
    const models = new Map([['m', model('m', { deployments })]]);
    const caused = (id: string, day: number, version = '') =>
      fact(id, day, { modelId: 'm', causedByChange: 'yes', version });
    const { failed, unattributed } = changeFailures(
      [
        caused('a', 25),
        caused('b', 26),
        caused('c', 27, '1'),
        caused('d', 5),
        fact('e', 30, { causedByChange: 'yes' }),
      ],
      models,
    );
    expect([...failed].map(({ version }) => version)).toEqual(['2', '1']);
    expect(unattributed.map(({ id }) => id)).toEqual(['d', 'e']);
  });
});

describe('incidentMetrics', () => {
  it('counts an incident that fits no release once, in its own window and group', () => {
    const caused = (id: string, day: number, modelId: string | null = null) =>
      fact(id, day, { modelId, causedByChange: 'yes' });
    const incidents = [caused('a', 5), caused('b', 35), caused('c', 40, 'm'), caused('d', 65), caused('e', 400)];
    const models = new Map([['m', model('m', { unit: 'X' })]]);
    const of = (from: number, to: number, by?: 'month' | 'model') =>
      incidentMetrics({ incidents, models, window: { from: from * DAY_MS, to: to * DAY_MS }, ...(by && { by }) }).map(
        ({ key, changeFailRate }) => [key, changeFailRate.unattributed],
      );
    expect(of(0, 365)).toEqual([['all', 4]]);
    expect(of(0, 31)).toEqual([['all', 1]]);
    expect(of(100, 200)).toEqual([['all', 0]]);
    expect(of(0, 365, 'month')).toEqual([
      ['1970-01', 1],
      ['1970-02', 2],
      ['1970-03', 1],
    ]);
    expect(of(0, 60, 'model')).toEqual([
      ['', 2],
      ['m', 1],
    ]);
  });

  it('splits the whole into groups without losing or doubling any', () => {
    const incident = fc.record({
      day: fc.nat(300),
      hours: fc.option(fc.nat(1000)),
      cause: fc.constantFrom('drift', 'human', 'unknown'),
      severity: fc.constantFrom(1, 3, null),
      modelId: fc.constantFrom('a', 'b', null),
    });
    const models = new Map([
      ['a', model('a', { unit: 'X', tier: 1, production: [{ from: 0, to: Number.POSITIVE_INFINITY }] })],
      ['b', model('b', { unit: 'Y' })],
    ]);
    fc.assert(
      fc.property(
        fc.array(incident, { maxLength: 30 }),
        fc.constantFrom('model', 'unit', 'tier', 'cause', 'month', 'severity'),
        (given, by) => {
          const incidents = given.map(({ day, hours, cause, severity, modelId }, at) =>
            fact(String(at), day, {
              cause: cause as 'drift',
              severity: severity as 1 | null,
              modelId,
              ...(hours !== null && { status: 'resolved', resolvedMs: day * DAY_MS + hours * 3_600_000 }),
            }),
          );
          const window = { from: 50 * DAY_MS, to: 250 * DAY_MS };
          const [all] = incidentMetrics({ incidents, models, window });
          const groups = incidentMetrics({ incidents, models, window, by: by as 'cause' });
          const sum = (pick: (group: NonNullable<typeof all>) => number): number =>
            groups.reduce((s, g) => s + pick(g), 0);
          expect(sum((group) => group.opened)).toBe(all?.opened);
          expect(sum((group) => group.open)).toBe(all?.open);
          expect(sum((group) => group.timeToResolve.n)).toBe(all?.timeToResolve.n);
          expect(all?.per100ModelMonths.modelMonths).toBeCloseTo(200 / 30.436875, 9);
        },
      ),
    );
  });
});

describe('productionSpans', () => {
  const move = (to: 'deployed' | 'monitored' | 'retired' | 'validation', at: string | null) => ({
    to,
    at,
    version: '',
  });
  it('begins with the first known date and guesses none', () => {
    expect(
      productionSpans([move('deployed', null), move('monitored', '1970-01-03'), move('retired', '1970-01-05')]),
    ).toEqual([{ from: 2 * DAY_MS, to: 4 * DAY_MS }]);
    expect(
      productionSpans([move('deployed', '1970-01-02'), move('validation', null), move('deployed', '1970-01-09')]),
    ).toEqual([{ from: 8 * DAY_MS, to: Number.POSITIVE_INFINITY }]);
    expect(productionSpans([move('deployed', null)])).toEqual([]);
  });
});

describe('durationTrend', () => {
  const of = (from: number, n: number) => summarizeDurations(Array.from({ length: n }, (_, at) => from + at));
  it('says nothing below ten, and a change only where intervals part', () => {
    expect(durationTrend(of(0, 9), of(100, 20))).toBe('too_few');
    expect(durationTrend(of(0, 20), of(100, 20))).toBe('longer');
    expect(durationTrend(of(100, 20), of(0, 20))).toBe('shorter');
    expect(durationTrend(of(0, 20), of(3, 20))).toBe('no_clear_change');
  });
});
