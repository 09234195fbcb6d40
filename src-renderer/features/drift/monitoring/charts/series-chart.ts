import { niceScale } from '#domain/base/nice-scale';
import { DRIFT_VERDICT_LABELS } from '#domain/drift/vocabulary';
import type { ChartInk } from '../../../../components/chart/chart-ink';
import { type ChartContent, type ChartTable, nothingToShow } from '../../../../components/chart/chart-types';
import { linesOption } from '../../../../components/chart/lines-option';
import type {
  ChartBand,
  ChartLine,
  ChartMark,
  ChartThreshold,
  LinesZoom,
} from '../../../../components/chart/lines-spec';
import { formatFigure, formatNumber } from '../../../../lib/format';
import type { DriftSeries, Timeline, TimelineIncident } from '../monitoring-types';
import { lineNear, type SeriesPoint, thinnedLine, withGaps } from '../series-points';
import { sayBefore, sayPoint, saySeries, sayTime, severityName } from '../series-words';

export interface ShownSeries {
  readonly series: DriftSeries;
  readonly points: readonly SeriesPoint[];
}

export interface SeriesChartInput {
  readonly main: ShownSeries;
  /** Another tool's results that may stand on the same axis. */
  readonly other: ShownSeries | null;
  /** `null` while they are read. */
  readonly timeline: Timeline | null;
  readonly range: LinesZoom;
  readonly zoom: LinesZoom;
  /** Without a result for longer than this, the line breaks. */
  readonly gapDays: number;
}

/** Verdicts are marked point by point only where the points can be told apart. */
const MOST_MARKED = 260;
/** The noise line moves with the sample sizes alone: so many points of it say all. */
const NOISE_POINTS = 600;
/** From so many points in view on a line is a pixel wide: thicker, what moves up and down in it would run together. */
const DENSE = 400;
/** More names than this at the top are not read any more. */
const MOST_NAMED = 6;

/** One series with its bands, its noise line and its sample sizes; incidents lie over it with the alarm before them. */
export function seriesChart(input: SeriesChartInput): ChartContent {
  const { series, points } = input.main;
  if (!points.some(({ value }) => value !== null))
    return nothingToShow('No result of this series has a value: its tool gave none, or not a number.');
  return {
    kind: 'picture',
    words: saySeries(series, points),
    table: tableOf(input),
    draw: (ink, size) => {
      const marks = marksOf(input, ink);
      return {
        ...linesOption(
          {
            x: { kind: 'time', min: input.range.from, max: input.range.to },
            sayX: sayTime,
            y: { name: series.label, scale: scaleOf(input), tick: tickOf(input), say: formatFigure },
            lines: linesOf(input, ink),
            bands: alarmBands(input, ink),
            thresholds: thresholdsOf(input, ink),
            marks,
            zoom: input.zoom,
            sayMore: moreOf(input),
          },
          ink,
          size,
        ),
        // Results lie on UTC days, and so do the names of days under them.
        useUTC: true,
      };
    },
  };
}

function scaleOf({ main, other }: SeriesChartInput): ReturnType<typeof niceScale> {
  const limit = ownLimit(main.series);
  const values = [...main.points, ...(other?.points ?? [])].flatMap(({ value }) => (value === null ? [] : [value]));
  const noise = main.points.flatMap((point) => (point.noise === null ? [] : [point.noise]));
  const bands = main.series.bands ? [main.series.bands.watch, main.series.bands.act] : [];
  // Spread over arguments, a million values would not fit.
  const ends = (list: readonly number[]): number[] =>
    list.length === 0
      ? []
      : [list.reduce((low, one) => Math.min(low, one)), list.reduce((high, one) => Math.max(high, one))];
  return niceScale([...ends(values), ...ends(noise), ...bands, ...(limit === null ? [] : [limit])]);
}

function tickOf(input: SeriesChartInput): (value: number) => string {
  const { digits } = scaleOf(input);
  return (value) => formatNumber(value, digits);
}

function linesOf({ main, other, gapDays, zoom }: SeriesChartInput, ink: ChartInk): readonly ChartLine[] {
  const { series, points } = main;
  const both = other !== null;
  const value = ({ value: one }: SeriesPoint): number | null => one;
  const few = points.length < 40;
  const widthOf = (one: readonly SeriesPoint[]): number =>
    one.filter(({ at }) => within(zoom, at)).length < DENSE ? 2 : 1;
  return [
    {
      id: 'noise',
      label: points.some(({ noise }) => noise !== null) ? 'noise' : '',
      name: 'Noise line',
      points: thinnedLine(
        withGaps(points, gapDays, ({ noise }) => noise),
        NOISE_POINTS,
      ),
      colour: ink.faint,
      dashed: true,
      width: 1,
    },
    ...(other
      ? [
          {
            id: 'other',
            label: other.series.source,
            points: lineNear(withGaps(other.points, gapDays, value), zoom),
            colour: ink.level3,
            width: widthOf(other.points),
            dots: few,
          },
        ]
      : []),
    {
      id: 'main',
      label: both ? series.source : '',
      name: both ? series.source : series.label,
      points: lineNear(withGaps(points, gapDays, value), zoom),
      colour: ink.accent,
      width: widthOf(points),
      dots: few,
    },
    ...dotsOf(points, zoom, ink),
  ];
}

/** Verdicts as shapes on the line: ◆ act, ▲ watch, a ring for too few rows. */
function dotsOf(points: readonly SeriesPoint[], zoom: LinesZoom, ink: ChartInk): readonly ChartLine[] {
  if (points.filter(({ at }) => at >= zoom.from && at <= zoom.to).length > MOST_MARKED) return [];
  const kinds = [
    ['act', 'diamond', ink.act],
    ['watch', 'triangle', ink.watch],
    ['too_few_rows', 'emptyCircle', ink.silent],
  ] as const;
  return kinds.flatMap(([verdict, symbol, colour]): ChartLine[] => {
    const marked = points.filter((point) => point.verdict === verdict && point.value !== null);
    if (marked.length === 0) return [];
    return [
      {
        id: `dots ${verdict}`,
        label: '',
        points: marked.map(({ at, value }) => [at, value]),
        colour,
        width: 0,
        dots: true,
        symbol,
      },
    ];
  });
}

/** The one limit that the tool itself compared with all along; `null`: it gave none, or several. */
function ownLimit({ thresholds }: DriftSeries): number | null {
  const given = new Set([...thresholds.upper, ...thresholds.lower].filter((one) => one !== null));
  const [only] = given;
  return given.size === 1 && only !== undefined ? only : null;
}

function thresholdsOf({ main: { series } }: SeriesChartInput, ink: ChartInk): readonly ChartThreshold[] {
  const { bands } = series;
  const limit = ownLimit(series);
  const isBand = bands !== null && (limit === bands.watch || limit === bands.act);
  return [
    ...(bands
      ? [
          { label: `act ${formatFigure(bands.act)}`, value: bands.act, colour: ink.act },
          { label: `watch ${formatFigure(bands.watch)}`, value: bands.watch, colour: ink.watch },
        ]
      : []),
    ...(limit === null || isBand
      ? []
      : [{ label: `${series.source} ${formatFigure(limit)}`, value: limit, colour: ink.muted }]),
  ];
}

const within = ({ from, to }: LinesZoom, at: number): boolean => at >= from && at <= to;

/** Incidents first: where names are too many, releases and the older incidents go without. */
function marksOf({ timeline, zoom, range }: SeriesChartInput, ink: ChartInk): readonly ChartMark[] {
  if (!timeline) return [];
  const incidents = timeline.incidents
    .map((incident) => ({ x: Date.parse(incident.openedAt), label: incidentLabel(incident), colour: ink.text }))
    .filter(({ x }) => within(range, x));
  const releases = timeline.releases
    .map(({ at, version }) => ({
      x: Date.parse(at),
      label: version === '' ? 'release' : `release ${version}`,
      colour: ink.faint,
    }))
    .filter(({ x }) => within(range, x));
  const shown = [...incidents.sort((a, b) => b.x - a.x), ...releases.sort((a, b) => b.x - a.x)];
  const named = new Set(shown.filter(({ x }) => within(zoom, x)).slice(0, MOST_NAMED));
  return shown.map((mark) => (named.has(mark) ? mark : { ...mark, label: '' }));
}

const incidentLabel = (incident: TimelineIncident): string =>
  `${severityName(incident.severity)}, ${sayBefore(incident)}`;

/** From the alarm to the incident that it announced. */
function alarmBands(input: SeriesChartInput, ink: ChartInk): readonly ChartBand[] {
  const { min, max } = scaleOf(input);
  return (input.timeline?.incidents ?? []).flatMap(({ id, alarmDay, openedAt }): ChartBand[] => {
    if (alarmDay === null) return [];
    const [from, to] = [Date.parse(alarmDay), Date.parse(openedAt)];
    if (!within(input.range, from) || !within(input.range, to)) return [];
    return [
      {
        id: `alarm ${id}`,
        points: [
          [from, min, max],
          [to, min, max],
        ],
        colour: ink.act,
      },
    ];
  });
}

function moreOf({ main }: SeriesChartInput): (x: number) => readonly string[] {
  const at = new Map(main.points.map((point) => [point.at, point]));
  return (x) => {
    const point = at.get(x);
    return point ? sayPoint(point, main.series.source, main.series.metric) : [];
  };
}

function tableOf({ main, zoom }: SeriesChartInput): ChartTable {
  return {
    columns: [
      { label: 'window’s end, UTC', time: true },
      { label: main.series.label, digits: 5 },
      { label: 'verdict' },
      { label: 'noise line', digits: 5 },
      { label: 'rows, reference', digits: 0 },
      { label: 'rows, current', digits: 0 },
      { label: `${main.series.source} said` },
    ],
    rows: main.points
      .filter(({ at }) => within(zoom, at))
      .map(({ at, value, verdict, noise, nRef, nCur, tool }) => [
        new Date(at).toISOString(),
        value,
        DRIFT_VERDICT_LABELS[verdict],
        noise,
        nRef,
        nCur,
        tool ?? '',
      ]),
  };
}
