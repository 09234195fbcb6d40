import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastTwelveMonths } from '#domain/base/last-twelve-months';
import { ageOfOpen } from '#domain/incidents/ageing';
import { svgOf } from '../../../components/chart/chart-svg';
import type { ChartContent } from '../../../components/chart/chart-types';
import { sampleInk } from '../../../components/chart/testing/sample-ink';
import type { Metrics, MetricsGroup } from '../incident-types';
import { calendarChart } from './charts/calendar-chart';
import { flowChart } from './charts/flow-chart';
import { paretoChart } from './charts/pareto-chart';
import { meetingWindow, rowsOfGroup } from './meeting-window';
import { ageWords, meetingHeadline, meetingSubline, proportionWords } from './meeting-words';

const duration = (median: number | null, n: number) => ({
  median,
  p90: median,
  n,
  low: median,
  high: median,
  mean: median,
});
const group = (opened: number, resolve: ReturnType<typeof duration>): MetricsGroup => ({
  key: 'all',
  label: 'All incidents',
  opened,
  open: 0,
  reopened: 0,
  timeToAcknowledge: { ...duration(null, 0), never: 0 },
  timeToResolve: { ...resolve, withoutTime: 0 },
  recovery: duration(null, 0),
  changeFailRate: { rate: null, low: null, high: null, n: 0, failed: 0, unattributed: 0 },
  causedByChange: { yes: 0, no: 0, unknown: opened },
  per100ModelMonths: { rate: null, low: null, high: null, incidents: 0, modelMonths: 0 },
  personHours: { total: 0, n: 0 },
  costMinor: { total: 0, n: 0 },
});
const ageing = (open: number, severe = 0) => ({
  open,
  groups: [{ fromDays: 0, toDays: 1, open, severe }],
});
const year = meetingWindow(12, '2026-11-26');

describe('the headline of the meeting', () => {
  it('says how many, what is open, and the usual time where there are enough', () => {
    expect(meetingHeadline(group(60, duration(31.3, 53)), ageing(7, 2), year, 10)).toBe(
      '60 incidents opened in the last 12 months; 7 are open today, 2 of them SEV 1 or SEV 2; half of those resolved took 31.3 hours or less',
    );
    expect(meetingHeadline(group(1, duration(4, 1)), ageing(0), year, 10)).toBe(
      '1 incident opened in the last 12 months; none is open today; too few are resolved to name a usual time (n = 1)',
    );
    expect(meetingHeadline(group(0, duration(null, 0)), ageing(1, 1), year, 10)).toBe(
      'No incident was opened in the last 12 months; 1 is open today, 1 of them SEV 1 or SEV 2',
    );
  });

  it('calls nothing a trend below ten in one of the windows', () => {
    const metrics = (before: number, now: number, trend: 'too_few' | 'longer'): Metrics => ({
      unit: 'hours',
      from: '2025-11-26T00:00:00.000Z',
      to: '2026-11-26T00:00:00.000Z',
      enough: 10,
      groups: [],
      trend: {
        from: '2024-11-26T00:00:00.000Z',
        to: '2025-11-26T00:00:00.000Z',
        timeToAcknowledge: { before: duration(1, before), now: duration(2, now), trend },
        timeToResolve: { before: duration(1, before), now: duration(2, now), trend },
        opened: { before, now },
      },
    });
    expect(meetingSubline(metrics(3, 20, 'too_few'))).toMatch(/n = 3 and 20\): no trend is drawn/);
    expect(meetingSubline(metrics(30, 20, 'longer'))).toMatch(/longer, 2 hours \(n = 20\) against 1 hour \(n = 30\)/);
    expect(meetingSubline({ ...metrics(1, 1, 'longer'), trend: null })).toMatch(/^Counted from the first incident/);
  });

  it('says a share with its interval and n, and none where there are no cases', () => {
    expect(proportionWords({ rate: 0.15, low: 0.0524, high: 0.3604, n: 20 }, 'none')).toBe('15% (5.2% to 36%), n = 20');
    expect(proportionWords({ rate: null, low: null, high: null, n: 0 }, 'no release is dated')).toBe(
      'no release is dated (n = 0)',
    );
  });

  it('names the ages that the engine counts by', () => {
    expect(ageOfOpen([], 0).map(({ fromDays, toDays }) => ageWords(fromDays, toDays))).toEqual([
      'less than a day',
      '1 to 7 days',
      '7 to 30 days',
      '30 to 90 days',
      '90 days and more',
    ]);
  });
});

describe('the window of the meeting', () => {
  it('is of whole days, with today, and of twelve months the one that reports and plans tell of', () => {
    expect(meetingWindow(1, '2026-12-01').from).toBe('2026-11-02');
    expect(meetingWindow(24, '2026-12-01').from).toBe('2024-12-02');
    for (const today of ['2026-12-01', '2028-12-01'])
      expect(meetingWindow(12, today).from).toBe(lastTwelveMonths(today).first);
    expect(meetingWindow(0, '2026-12-01').from).toBeUndefined();
  });
});

describe('the rows behind a group', () => {
  it('are those of the window and the group, nothing known as null', () => {
    expect(rowsOfGroup(year, 'severity', { key: '2' })).toEqual({ severity: [2], openedFrom: '2025-11-27' });
    expect(rowsOfGroup(year, 'tier', { key: '' })).toEqual({ tier: [null], openedFrom: '2025-11-27' });
    expect(rowsOfGroup(meetingWindow(0, '2026-11-26'), 'model', { key: '' })).toEqual({ modelId: [null] });
  });

  it('of a month end with its last day and begin with the window', () => {
    expect(rowsOfGroup(year, 'month', { key: '2026-02' })).toEqual({
      openedFrom: '2026-02-01',
      openedTo: '2026-02-28',
    });
    expect(rowsOfGroup(year, 'month', { key: '2025-11' })).toEqual({
      openedFrom: '2025-11-27',
      openedTo: '2025-11-30',
    });
  });
});

const day = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);
const size = { width: 520, height: 190 };

async function drawn(content: ChartContent): Promise<string> {
  if (content.kind === 'nothing') throw new Error(content.reason);
  return svgOf(content.draw(sampleInk, size), size);
}

describe('the charts of the meeting', () => {
  it('say why they show nothing', () => {
    expect(calendarChart([], undefined, '2026-11-26')).toMatchObject({ kind: 'nothing' });
    expect(flowChart({ points: [], withoutTime: 0 }, 'month', '2026-11-26')).toMatchObject({ kind: 'nothing' });
    const bar = { key: 'drift', label: 'Drift', value: 0, count: 3, cumulativeShare: null };
    expect(paretoChart([bar], { name: 'cost, EUR', per: 100 }, 'Nobody noted it.')).toEqual({
      kind: 'nothing',
      reason: 'Nobody noted it.',
    });
  });

  it('keep what is not known out of the shares', async () => {
    const bars = [
      { key: 'drift', label: 'Drift', value: 3, count: 3, cumulativeShare: 0.75 },
      { key: 'human', label: 'Human error', value: 1, count: 1, cumulativeShare: 1 },
      { key: 'unknown', label: 'Not known', value: 9, count: 9, cumulativeShare: null },
    ];
    const content = paretoChart(bars, { name: 'incidents', per: 1 }, '');
    expect(content).toMatchObject({ words: 'Drift leads with 3 (incidents), 75% of what is known.' });
    expect(await drawn(content)).toContain('3, 75% so far');
    // A column that says the same twice is left out.
    const heads = content.kind === 'picture' ? content.table.columns.map(({ label }) => label) : [];
    expect(heads).toEqual(['group', 'incidents', 'share so far, %']);
  });

  it('put each day of the calendar in its place, whatever the window', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 20_000, max: 20_700 }), { minLength: 1, maxLength: 40 }),
        fc.boolean(),
        async (days, given) => {
          const counts = days
            .toSorted((a, b) => a - b)
            .map((number) => ({ day: day(number), opened: 1 + (number % 3), worst: null }));
          const content = calendarChart(counts, given ? day(19_990) : undefined, day(20_701));
          const svg = await drawn(content);
          const places = [...svg.matchAll(/translate\(([-\d.]+)[ ,]([-\d.]+)\)/g)].map(([, x]) => Number(x));
          expect(places.every((x) => x >= -1 && x <= size.width)).toBe(true);
          expect(content).toMatchObject({
            table: { rows: expect.arrayContaining([[counts[0]?.day, counts[0]?.opened, 'not rated']]) },
          });
        },
      ),
      { numRuns: 20 },
    );
  });

  it('draw the flow as two named lines, the last step ending today', async () => {
    const point = (from: string, openedSoFar: number, closedSoFar: number) => ({
      from,
      opened: 1,
      closed: 1,
      openedSoFar,
      closedSoFar,
      openAtEnd: openedSoFar - closedSoFar,
    });
    const content = flowChart(
      { points: [point('2026-10-01', 4, 2), point('2026-11-01', 5, 3)], withoutTime: 0 },
      'month',
      '2026-11-26',
    );
    const svg = await drawn(content);
    expect(svg).toContain('opened');
    expect(svg).toContain('closed');
    expect(content).toMatchObject({
      table: {
        rows: [
          ['2026-10-01', 1, 1, 4, 2, 2],
          ['2026-11-01', 1, 1, 5, 3, 2],
        ],
      },
    });
  });
});
