import { sayDay, sayInstant } from '#domain/base/calendar';
import {
  DRIFT_VERDICT_LABELS,
  DRIFT_VERDICTS,
  type DriftVerdict,
  isEvaluation,
  isRate,
} from '#domain/drift/vocabulary';
import { sayRate } from '../../../lib/rate-words';
import type { Health } from '#domain/vocabulary';
import { formatCount, formatDays, formatFigure, formatNumber } from '../../../lib/format';
import type { DriftSeries, TimelineIncident } from './monitoring-types';
import { medianSize, type SeriesPoint } from './series-points';

export const columnName = (column: string): string => (column === '' ? 'Data set' : column);

/** Results lie on UTC days; a time of day is said only where there is one. */
export function sayTime(at: number): string {
  const iso = new Date(at).toISOString();
  return iso.endsWith('T00:00:00.000Z') ? sayDay(iso) : sayInstant(iso);
}

/** How the figure was made, and on how many rows: `PSI, base e, deciles of the reference · Modelfolio`. */
export function sayMethod({ label, method, base, binning, source }: DriftSeries): string {
  const parts = [
    method !== '' && method !== label ? method : '',
    base === null ? '' : base === '2' ? 'base 2' : 'natural logarithm',
    binning,
  ];
  return [...parts.filter((part) => part !== ''), `measured by ${source}`].join(' · ');
}

/** `n = 48,200 in the reference, about 3,900 in each window`. */
export function saySizes({ nRef, nCur, metric }: DriftSeries): string {
  if (isEvaluation(metric)) {
    const answers = medianSize(nCur);
    return answers === null ? 'Number of answers not said' : `About ${formatNumber(answers)} answers each time`;
  }
  const [reference, current] = [medianSize(nRef), medianSize(nCur)];
  if (reference === null && current === null) return 'sample sizes not said';
  const of = (n: number | null): string => (n === null ? 'not said' : formatNumber(n));
  return `n = ${of(reference)} in the reference, about ${of(current)} in each window`;
}

const TOOL_WORDS = { drift: 'says drift', possible: 'says drift is possible', none: 'says no drift' } as const;

/** Under a value in the tooltip: its verdict, its rows, what a tool said. */
export function sayPoint(
  { verdict, value, nRef, nCur, tool }: SeriesPoint,
  source: string,
  metric = '',
): readonly string[] {
  if (isRate(metric)) return [DRIFT_VERDICT_LABELS[verdict], sayRate(value, nCur)];
  const n = (size: number | null): string => (size === null ? 'not said' : formatNumber(size));
  return [
    DRIFT_VERDICT_LABELS[verdict],
    `n = ${n(nRef)} reference, ${n(nCur)} current`,
    ...(tool === null ? [] : [`${source} ${TOOL_WORDS[tool]}`]),
  ];
}

/**
 * Where somebody else judged the same figure, or the same judge with another version or prompt: the line breaks there, for two
 * judges are two scales. '' where nobody did.
 */
export function sayOtherJudges(series: DriftSeries, all: readonly DriftSeries[]): string {
  if (!isEvaluation(series.metric)) return '';
  const others = all.filter(
    ({ id, column, metric, method }) =>
      id !== series.id && column === series.column && metric === series.metric && method !== series.method,
  );
  const parts = others.flatMap(({ method, source, t }) => {
    const [first, last] = [t[0], t.at(-1)];
    if (first === undefined || last === undefined) return [];
    const when =
      first.slice(0, 10) === last.slice(0, 10) ? `on ${sayDay(first)}` : `from ${sayDay(first)} to ${sayDay(last)}`;
    return [`${method || source} judged it ${when}`];
  });
  return parts.length === 0 ? '' : `${parts.join('; ')}: another scale, not joined with this one.`;
}

/** The newest point of a series; `null`: it has none. */
export function newestOf(series: DriftSeries): { at: string; value: number | null; verdict: DriftVerdict } | null {
  const last = series.t.length - 1;
  const [at, verdict] = [series.t[last], series.verdict[last]];
  return at === undefined || verdict === undefined ? null : { at, value: series.v[last] ?? null, verdict };
}

/** The worst newest verdict first, then by column, figure and tool. */
export function byVerdict(a: DriftSeries, b: DriftSeries): number {
  const rank = (series: DriftSeries): number => DRIFT_VERDICTS.indexOf(newestOf(series)?.verdict ?? 'none');
  return (
    rank(a) - rank(b) ||
    a.column.localeCompare(b.column) ||
    a.label.localeCompare(b.label) ||
    a.source.localeCompare(b.source) ||
    a.id - b.id
  );
}

/** What a chart of the series shows, the finding first. */
export function saySeries(series: DriftSeries, points: readonly SeriesPoint[]): string {
  const newest = newestOf(series);
  const known = points.filter((point): point is SeriesPoint & { value: number } => point.value !== null);
  const name = `${series.label} of ${series.column === '' ? 'the data set' : series.column}`;
  if (!newest || known.length === 0) return `${name} has no value yet.`;
  const value = newest.value === null ? 'without a value' : formatFigure(newest.value);
  const worse = series.direction === 'lower' ? 'Lowest' : 'Highest';
  const sign = series.direction === 'lower' ? -1 : 1;
  const extreme = known.reduce((most, point) => (sign * point.value > sign * most.value ? point : most));
  const bands = series.bands
    ? ` Watch from ${formatFigure(series.bands.watch)}, act from ${formatFigure(series.bands.act)}.`
    : ' It has no band.';
  return `${name}: ${formatCount(series.n, 'result')}, the newest ${value} on ${sayTime(Date.parse(newest.at))} (${DRIFT_VERDICT_LABELS[newest.verdict].toLowerCase()}). ${worse}: ${formatFigure(extreme.value)} on ${sayTime(extreme.at)}.${bands}`;
}

/** The finding of one model: its name in front of its health with the reason. */
export function modelHeadline(name: string, health: Health, words: string): string {
  const reason = words.replace(/^(Act|Watch|Ok|Silent|Unknown): /, '').replace(/\.$/, '');
  switch (health) {
    case 'act':
    case 'watch':
      return `${name} is at ${health}: ${reason}`;
    case 'ok':
      return `${name} is ok: ${reason}`;
    case 'silent':
      return `${name} is silent: ${reason}`;
    case 'unknown':
      return `${name}: ${reason}`;
  }
}

/** Whether monitoring announced the incident: `alarm 6 days before`, `no alarm before`. */
export function sayBefore({ outcome, leadDays }: Pick<TimelineIncident, 'outcome' | 'leadDays'>): string {
  switch (outcome) {
    case 'announced':
      return leadDays === null || leadDays < 1 ? 'alarm on the day before' : `alarm ${formatDays(leadDays)} before`;
    case 'not_announced':
      return 'no alarm before';
    case 'unwatched':
      return 'not measured before';
  }
}

export const severityName = (severity: number | null): string => (severity === null ? 'Incident' : `SEV-${severity}`);
