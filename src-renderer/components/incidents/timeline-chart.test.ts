import { describe, expect, it } from 'vitest';
import { svgOf } from '../chart/chart-svg';
import { sampleInk } from '../chart/testing/sample-ink';
import { textWidth } from '../chart/text-width';
import { outcomeWords, type Timeline, timelineChart } from './timeline-chart';

const counts: Timeline['counts'] = {
  windows: 3,
  announced: 1,
  notAnnounced: 1,
  unwatched: 0,
  withoutModel: 0,
  alarmsFollowed: 1,
  alarmsFalse: 2,
  alarmsPending: 0,
  actDays: { followed: 1, false: 2, pending: 0 },
  precision: { rate: null, low: null, high: null, n: 3 },
  dayPrecision: { rate: null, low: null, high: null, n: 3 },
  recall: { rate: null, low: null, high: null, n: 2 },
  leadTime: { median: null, p90: null, n: 1, low: null, high: null, mean: null },
  enough: 10,
};

const incident = (
  number: number,
  openedAt: string,
  alarmDay: string | null,
  leadDays: number | null,
): Timeline['incidents'][number] => ({
  id: `i${number}`,
  number,
  title: `Incident ${number}`,
  status: 'open',
  severity: number === 1 ? 1 : null,
  openedAt,
  detectedAt: null,
  acknowledgedAt: null,
  mitigatedAt: null,
  resolvedAt: null,
  closedAt: null,
  cause: 'unknown',
  causedByChange: 'unknown',
  changeReference: '',
  detectedBy: 'unknown',
  personHours: null,
  costMinor: null,
  harmCategory: 'unknown',
  reportable: 'unknown',
  owner: '',
  mitigationOwner: '',
  mitigationDue: null,
  mitigation: '',
  mitigationVersion: '',
  reviewedAt: null,
  modelId: 'm1',
  modelText: '',
  version: '',
  source: '',
  externalId: '',
  externalUrl: '',
  reopenCount: 0,
  modelName: 'Churn',
  unit: '',
  tier: null,
  timeToAcknowledgeHours: null,
  timeToResolveHours: null,
  updatedAt: openedAt,
  outcome: alarmDay === null ? 'not_announced' : 'announced',
  alarmDay,
  leadDays,
});

const timeline: Timeline = {
  incidents: [
    incident(1, '2026-03-10T08:00:00.000Z', '2026-03-02', 8),
    incident(2, '2026-06-01T00:00:00.000Z', null, null),
  ],
  days: [
    { day: '2026-03-02', verdict: 'act' },
    { day: '2026-03-09', verdict: 'ok' },
  ],
  releases: [{ at: '2026-05-01T00:00:00.000Z', version: '2.1' }],
  counts,
};
const now = Date.parse('2026-07-01');

describe('the timeline', () => {
  it('says what it shows, and lists everything in the order of time', () => {
    const content = timelineChart(timeline, now);
    expect(content).toMatchObject({
      kind: 'picture',
      words:
        '2 incidents: 1 with an act alarm in the 3 measured days before, 1 without, 0 while the model was not watched. ' +
        '2 measured days, 1 of them with the verdict act; 2 false.',
    });
    expect(content.kind === 'picture' && content.table.rows.map(([when]) => when)).toEqual([
      '2026-03-02',
      '2026-03-09',
      '2026-03-10T08:00:00.000Z',
      '2026-05-01T00:00:00.000Z',
      '2026-06-01T00:00:00.000Z',
    ]);
  });

  it('draws each incident, each verdict and the alarm that came before', () => {
    const content = timelineChart(timeline, now);
    if (content.kind === 'nothing') throw new Error(content.reason);
    const size = { width: 700, height: 190 };
    const svg = svgOf(content.draw(sampleInk, size), size);
    for (const word of ['No. 1', 'No. 2', '2.1', 'incidents', 'drift']) expect(svg).toContain(word);
    // The one dashed line that leads from an alarm.
    expect(svg.match(/stroke="#b93c0a"[^>]*stroke-dasharray/g)).toHaveLength(1);
    expect(svg).toContain(sampleInk.ok);
  });

  it('keeps the name of a release within the drawing, and leaves one out that has no room at all', () => {
    const named = (version: string) => timelineChart({ ...timeline, releases: [{ at: '2026-06-30', version }] }, now);
    const drawn = (content: ReturnType<typeof named>): string => {
      if (content.kind === 'nothing') throw new Error(content.reason);
      const size = { width: 395, height: 190 };
      return svgOf(content.draw(sampleInk, size), size);
    };
    const version = '2026.0-rc.0+build.20261101';
    const x = Number(new RegExp(`x="([\\d.]+)"[^>]*>${version.replace('+', '\\+')}<`).exec(drawn(named(version)))?.[1]);
    expect(x).toBe(395 - textWidth(version) / 2);
    expect(drawn(named('9'.repeat(80)))).not.toContain('99999');
  });

  it('says why there is nothing', () => {
    expect(timelineChart({ ...timeline, incidents: [], days: [] }, now)).toMatchObject({ kind: 'nothing' });
  });

  it('tells a missing alarm from a model that nobody watched', () => {
    expect(outcomeWords({ outcome: 'unwatched', alarmDay: null, leadDays: null })).toBe('not watched before it');
    expect(outcomeWords({ outcome: 'not_announced', alarmDay: null, leadDays: null })).toBe('no alarm before it');
    expect(outcomeWords({ outcome: 'announced', alarmDay: '2026-03-02', leadDays: 8 })).toMatch(/8 days before$/);
  });
});
