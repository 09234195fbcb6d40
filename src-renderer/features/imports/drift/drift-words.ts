import type { DriftField, DriftPreview, DriftSeriesPreview } from '#contract/drift/import';
import { driftMetricSpec } from '#domain/drift/vocabulary';
import { formatCount, formatNumber } from '../../../lib/format';
import type { Found } from '../found-mark';

/** What wrote the file, and what is asked next. */
export function driftSubline(preview: DriftPreview): string {
  const version = preview.version === '' ? '' : ` ${preview.version}`;
  const tool = preview.source.includes(preview.tool) ? version : ` by ${preview.tool}${version}`;
  const asked = whatIsAsked(preview);
  const series = formatCount(preview.seriesTotal, 'series', 'series');
  return `${preview.fileName}: ${preview.source}${tool}, ${series}.${asked === '' ? '' : ` ${asked}`}`;
}

function whatIsAsked({ time, subjects }: DriftPreview): string {
  if (time === 'missing') return 'It does not say when it was computed: choose the time.';
  const count = (wanted: Found): number => subjects.filter(({ found }) => found === wanted).length;
  const [unknown, ambiguous] = [count('unknown'), count('ambiguous')];
  const asked = [
    unknown === 0 ? '' : `${formatCount(unknown, 'name')} that no model has`,
    ambiguous === 0 ? '' : `${formatCount(ambiguous, 'name')} that may be several`,
  ].filter((part) => part !== '');
  return asked.length === 0 ? '' : `Choose the model for ${asked.join(' and ')}.`;
}

export const TIME_WORDS: Readonly<Record<DriftPreview['time'], string>> = {
  file: 'The file says it',
  file_name: 'Taken from the name of the file',
  chosen: 'As chosen here',
  missing: 'Not said: needed',
};

export const FIELD_WORDS: Readonly<Record<DriftField, string>> = {
  time: 'Time (end of the window)',
  windowStart: 'Start of the window',
  model: 'Model',
  column: 'Feature',
  metric: 'Metric',
  method: 'Method',
  base: 'Base of the logarithm',
  binning: 'Binning',
  value: 'Value',
  nRef: 'Rows of the reference',
  nCur: 'Current rows',
  nBins: 'Number of bins',
  threshold: 'Threshold',
  lower: 'Lower limit',
  upper: 'Upper limit',
  verdict: 'Verdict of the tool',
  tool: 'Tool',
  version: 'Version of the tool',
  modelVersion: 'Version of the model',
};

/** A figure for a table: four significant digits, an exponent where it is shorter. */
export function formatFigure(value: number | null): string {
  if (value === null) return '–';
  if (value !== 0 && Math.abs(value) < 0.001) return value.toExponential(1);
  return formatNumber(Number(value.toPrecision(4)), 6);
}

export const metricWord = (metric: string): string => driftMetricSpec(metric).label;

/** Method with what makes it comparable or not: `PSI, base e, Sturges on reference and current`. */
export function methodWords({
  method,
  base,
  binning,
}: Pick<DriftSeriesPreview, 'method' | 'base' | 'binning'>): string {
  return [method, base === null ? '' : `base ${base}`, binning].filter((part) => part !== '').join(', ');
}

export function limitWords({ lower, upper }: Pick<DriftSeriesPreview, 'lower' | 'upper'>): string {
  const parts = [
    lower === null ? '' : `below ${formatFigure(lower)}`,
    upper === null ? '' : `from ${formatFigure(upper)}`,
  ];
  return parts.filter((part) => part !== '').join(', ') || '–';
}

/** `6 drift, 2 none`: what the tool itself said. */
export function verdictWords({ drift, possible, none, unsaid }: DriftSeriesPreview['verdicts']): string {
  const parts = [
    drift > 0 ? `${formatNumber(drift)} drift` : '',
    possible > 0 ? `${formatNumber(possible)} possible` : '',
    none > 0 ? `${formatNumber(none)} no drift` : '',
    unsaid > 0 ? `${formatNumber(unsaid)} without` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

export function rowsWords({ nRef, nCur }: Pick<DriftSeriesPreview, 'nRef' | 'nCur'>): string {
  const word = (rows: number | null): string => (rows === null ? '?' : formatNumber(rows));
  return nRef === null && nCur === null ? '–' : `${word(nRef)} / ${word(nCur)}`;
}
