import type { Output } from '#contract/index';
import { DAY_MS } from '#domain/base/calendar';
import { DRIFT_VERDICT_LABELS } from '#domain/drift/vocabulary';
import { SEVERITY_LABELS } from '#domain/incidents/vocabulary';
import { formatCount, formatDate, formatDateTime } from '../../lib/format';
import { baseOption, plainAxis } from '../chart/base-option';
import type { ChartInk } from '../chart/chart-ink';
import { type ChartContent, type ChartOption, type ChartSize, nothingToShow } from '../chart/chart-types';
import { textWidth } from '../chart/text-width';
import { type PlacedWord, wordsSeries } from '../chart/words-series';

export type Timeline = Output<'incidents.timeline'>;
type Incident = Timeline['incidents'][number];
type Verdict = Timeline['days'][number]['verdict'];

const GRID = { left: 76, right: 24, top: 26, bottom: 28 } as const;
/** Lanes by their height on a scale from 0 to 3. */
const LANES = { incidents: 2.5, drift: 1, releases: 0.35 } as const;
/** The graver, the higher: told apart without colour. */
const HEIGHTS: Readonly<Record<Verdict, number>> = { act: 1, watch: 0.66, ok: 0.33, too_few_rows: 0.16, none: 0.16 };

const dayMs = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** The alarm that came before, in words. */
export function outcomeWords({
  outcome,
  alarmDay,
  leadDays,
}: Pick<Incident, 'outcome' | 'alarmDay' | 'leadDays'>): string {
  if (outcome === 'unwatched') return 'not watched before it';
  if (alarmDay === null || leadDays === null) return 'no alarm before it';
  return `alarm on ${formatDate(alarmDay)}, ${formatCount(leadDays, 'day')} before`;
}

/** One model on one axis: its incidents, its verdicts day by day, its releases, and which alarm came before which incident. */
export function timelineChart(timeline: Timeline, now: number): ChartContent {
  const { incidents, days, releases, counts } = timeline;
  if (incidents.length === 0 && days.length === 0)
    return nothingToShow('Neither an incident nor a drift result of this model is known.');
  const times = [...incidents.map(({ openedAt }) => Date.parse(openedAt)), ...days.map(({ day }) => dayMs(day))];
  const span = { min: Math.min(...times) - DAY_MS, max: Math.max(now, ...times) };
  const acts = days.filter(({ verdict }) => verdict === 'act').length;
  return {
    kind: 'picture',
    words:
      `${formatCount(incidents.length, 'incident')}: ${counts.announced} with an act alarm in the ${counts.windows} measured days before, ` +
      `${counts.notAnnounced} without, ${counts.unwatched} while the model was not watched. ` +
      `${formatCount(days.length, 'measured day')}, ${acts} of them with the verdict act; ${counts.alarmsFalse} false.`,
    table: {
      columns: [
        { label: 'when', time: true },
        { label: 'what' },
        { label: 'severity or verdict' },
        { label: 'drift before it' },
      ],
      rows: [
        ...incidents.map((one) => [
          one.openedAt,
          one.title,
          one.severity === null ? 'not rated' : SEVERITY_LABELS[one.severity],
          outcomeWords(one),
        ]),
        ...releases.map(({ at, version }) => [at, `release ${version}`, null, null]),
        ...days.map(({ day, verdict }) => [day, 'drift', DRIFT_VERDICT_LABELS[verdict], null]),
      ].toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
    },
    draw: (ink, size) => draw(timeline, span, now, ink, size),
  };
}

interface Span {
  readonly min: number;
  readonly max: number;
}

function draw(
  { incidents, days, releases: allReleases }: Timeline,
  span: Span,
  now: number,
  ink: ChartInk,
  size: ChartSize,
): ChartOption {
  const releases = allReleases.filter(({ at }) => Date.parse(at) >= span.min);
  const base = baseOption(ink);
  const plot = { width: size.width - GRID.left - GRID.right, height: size.height - GRID.top - GRID.bottom };
  const x = (ms: number): number => GRID.left + ((ms - span.min) / (span.max - span.min)) * plot.width;
  const y = (lane: number): number => GRID.top + ((3 - lane) / 3) * plot.height;
  const perDay = (plot.width * DAY_MS) / (span.max - span.min);
  const laneHeight = plot.height / 3;
  const colours: Readonly<Record<Verdict, string>> = {
    act: ink.act,
    watch: ink.watch,
    ok: ink.ok,
    too_few_rows: ink.silent,
    none: ink.silent,
  };
  const severe = (one: Incident): string => (one.severity !== null && one.severity <= 2 ? ink.act : ink.text);
  const items = { incidents, days };
  return {
    ...base,
    tooltip: {
      ...base.tooltip,
      trigger: 'item',
      formatter: (params: unknown) => {
        // ECharts hands one point here; only its series and its place are read.
        const { seriesId, dataIndex = -1 } = params as { readonly seriesId?: string; readonly dataIndex?: number };
        return seriesId === 'incidents' ? incidentWords(items.incidents[dataIndex]) : dayWords(items.days[dataIndex]);
      },
    },
    grid: { ...GRID, outerBoundsMode: 'none' },
    xAxis: { ...plainAxis(ink), type: 'time', min: span.min, max: span.max },
    yAxis: { type: 'value', show: false, min: 0, max: 3 },
    series: [
      {
        id: 'days',
        type: 'custom',
        coordinateSystem: 'none',
        data: days.map((_, index) => [index]),
        renderItem: ({ dataIndex }) => {
          const one = days[dataIndex];
          if (!one) return null;
          const height = HEIGHTS[one.verdict] * laneHeight;
          const width = Math.max(2, Math.min(10, perDay * 0.8));
          return {
            type: 'rect',
            shape: { x: x(dayMs(one.day)) - width / 2, y: y(LANES.drift) + laneHeight / 2 - height, width, height },
            style: { fill: colours[one.verdict] },
          };
        },
      },
      {
        id: 'alarms',
        type: 'custom',
        coordinateSystem: 'none',
        silent: true,
        data: incidents.map((_, index) => [index]),
        renderItem: ({ dataIndex }) => {
          const one = incidents[dataIndex];
          if (!one || one.alarmDay === null) return null;
          return {
            type: 'line',
            shape: {
              x1: x(dayMs(one.alarmDay)),
              y1: y(LANES.drift) - laneHeight / 2,
              x2: x(Date.parse(one.openedAt)),
              y2: y(LANES.incidents) + 6,
            },
            style: { stroke: ink.act, lineWidth: 1, lineDash: [3, 2] },
          };
        },
      },
      {
        id: 'incidents',
        type: 'custom',
        coordinateSystem: 'none',
        data: incidents.map((_, index) => [index]),
        renderItem: ({ dataIndex }) => {
          const one = incidents[dataIndex];
          if (!one) return null;
          const from = x(Date.parse(one.openedAt));
          const end = Math.max(from, x(overAt(one, now)));
          const at = y(LANES.incidents);
          return {
            type: 'group',
            children: [
              {
                type: 'rect',
                shape: { x: from, y: at - 2, width: end - from, height: 4 },
                style: { fill: severe(one), opacity: 0.35 },
              },
              {
                type: 'polygon',
                shape: {
                  points: [
                    [from, at - 6],
                    [from + 6, at],
                    [from, at + 6],
                    [from - 6, at],
                  ],
                },
                style: { fill: severe(one), stroke: ink.panel, lineWidth: 1 },
              },
            ],
          };
        },
      },
      {
        id: 'releases',
        type: 'custom',
        coordinateSystem: 'none',
        silent: true,
        data: releases.map((_, index) => [index]),
        renderItem: ({ dataIndex }) => {
          const one = releases[dataIndex];
          if (!one) return null;
          const at = x(Date.parse(one.at));
          return {
            type: 'line',
            // Down to its name, not through it.
            shape: { x1: at, y1: GRID.top, x2: at, y2: y(LANES.releases) - 3 },
            style: { stroke: ink.faint, lineWidth: 1, lineDash: [2, 3] },
          };
        },
      },
      wordsSeries(
        'words',
        [
          ...(['incidents', 'drift'] as const).map((text) => ({ x: 0, y: y(LANES[text]), text, colour: ink.muted })),
          ...apart(
            incidents.map((one) => ({
              x: x(Date.parse(one.openedAt)),
              text: `No. ${one.number}`,
              colour: severe(one),
            })),
            y(LANES.incidents) - 16,
            size.width,
          ),
          ...apart(
            releases.map(({ at, version }) => ({ x: x(Date.parse(at)), text: version, colour: ink.muted })),
            y(LANES.releases) + 6,
            size.width,
          ),
        ],
        ink,
      ),
    ],
  };
}

/** When its bar ends: at the resolution, at the closing, or now while it is open; where nobody noted it, at the opening. */
function overAt({ status, openedAt, resolvedAt, closedAt }: Incident, now: number): number {
  const over = resolvedAt ?? closedAt;
  if (over !== null) return Date.parse(over);
  return status === 'resolved' || status === 'closed' ? Date.parse(openedAt) : now;
}

/**
 * Words in one line, from the left, within the drawing; one that would touch the last, or has no room at all, is left to the
 * tooltip and the table.
 */
function apart(words: readonly Omit<PlacedWord, 'y'>[], y: number, width: number): readonly PlacedWord[] {
  const placed: PlacedWord[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const word of words.toSorted((a, b) => a.x - b.x)) {
    const half = textWidth(word.text) / 2;
    const x = Math.max(half, Math.min(word.x, width - half));
    if (2 * half > width || x - half < end + 6) continue;
    end = x + half;
    placed.push({ ...word, x, y, align: 'center' });
  }
  return placed;
}

function incidentWords(one: Incident | undefined): string {
  if (!one) return '';
  const severity = one.severity === null ? 'not rated' : SEVERITY_LABELS[one.severity];
  return [
    `No. ${one.number}: ${one.title}`,
    `${severity}, opened ${formatDateTime(one.openedAt)}`,
    outcomeWords(one),
  ].join('\n');
}

const dayWords = (one: Timeline['days'][number] | undefined): string =>
  one ? `${formatDate(one.day)}\ndrift: ${DRIFT_VERDICT_LABELS[one.verdict]}` : '';
