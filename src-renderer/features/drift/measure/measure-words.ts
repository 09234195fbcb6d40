import { formatFigure, formatNumber, formatPercent } from '../../../lib/format';
import type { Measured, MeasuredColumn } from './measure-types';

const ORDER = { act: 0, watch: 1, ok: 2, too_few_rows: 3, none: 4 } as const;

/** The worst first; within a verdict the largest JS distance first. */
export function byUrgency(columns: readonly MeasuredColumn[]): MeasuredColumn[] {
  const js = ({ metrics }: MeasuredColumn): number => Number(metrics.jsBase2 ?? -1);
  return columns.toSorted((a, b) => ORDER[a.verdict] - ORDER[b.verdict] || js(b) - js(a));
}

/** The finding in one sentence. */
export function measuredHeadline(columns: readonly MeasuredColumn[]): string {
  const judged = columns.filter(({ verdict }) => verdict !== 'none');
  const few = judged.filter(({ verdict }) => verdict === 'too_few_rows').length;
  if (judged.length === 0) return 'No column could be compared';
  if (few === judged.length) return 'Too few rows for a verdict: fewer than 500 on a side';
  const moved = byUrgency(judged.filter(({ verdict }) => verdict === 'act' || verdict === 'watch'));
  const [first] = moved;
  const all = `${formatNumber(judged.length)} ${judged.length === 1 ? 'column' : 'columns'}`;
  if (!first)
    return judged.length === 1
      ? 'The column did not drift beyond its bands'
      : `None of ${all} drifted beyond its bands`;
  const act = moved.filter(({ verdict }) => verdict === 'act').length;
  const most = `${first.column}${moved.length > 1 ? ' most' : ''}, JS distance ${formatFigure(Number(first.metrics.jsBase2))}`;
  return `${formatNumber(moved.length)} of ${all} drifted${beyondActing(act, moved.length)}: ${most}`;
}

function beyondActing(act: number, moved: number): string {
  if (act === 0) return '';
  if (moved === 1) return ' beyond the band for acting';
  return `, ${act === moved ? 'all' : formatNumber(act)} of them beyond the band for acting`;
}

export function measuredSubline({ reference, current }: Measured, columns: readonly MeasuredColumn[]): string {
  const side = ({ name, rows }: Measured['reference']): string =>
    `${name || 'given values'}${rows === null ? '' : ` (${formatNumber(rows)} ${rows === 1 ? 'row' : 'rows'})`}`;
  const sides =
    reference.name === current.name
      ? `${reference.name}: ${formatNumber(reference.rows ?? 0)} rows as reference, ${formatNumber(current.rows ?? 0)} current.`
      : `Reference ${side(reference)}, current ${side(current)}.`;
  const left = columns.filter(({ kind }) => kind === null).length;
  return left === 0 ? sides : `${sides} ${formatNumber(left)} could not be compared; the row says why.`;
}

/** Whose bands gave the verdicts; `null` = no model was named. */
export const bandsWords = (model: string | null): string =>
  model === null ? 'Judged by the bands of the portfolio.' : `Judged by the bands of ${model}.`;

const BINNING = {
  deciles: 'deciles of the reference, outer bins open',
  edges_given: 'limits that were given, outer bins open',
  values: 'each value a bin, values below 1% of the reference together',
  counts_given: 'bins as they were given',
} as const;

/** How the figures over bins were made. */
export const binningWords = ({ binning }: MeasuredColumn): string => (binning === null ? '' : BINNING[binning]);

/** The noise line beside PSI: what it would be without drift at these sizes. */
export function noiseWords({ noise, metrics, withinNoise }: MeasuredColumn): string {
  if (noise.psi95 === null || metrics.psi === null) return '';
  const line = formatFigure(noise.psi95);
  return withinNoise
    ? `Within the noise: without drift PSI stays below ${line} in 95 of 100 samples of these sizes.`
    : `Beyond the noise line: without drift PSI would stay below ${line} in 95 of 100 samples of these sizes.`;
}

export const shareText = (share: number | null): string =>
  share === null ? '–' : share === 0 ? '0' : formatPercent(share, share < 0.1 ? 1 : 0);

/** Figures and p-values far below any threshold are not told apart. */
export function figureText(figure: number | 'Infinity' | null): string {
  if (figure === null) return '–';
  if (figure === 'Infinity') return '∞';
  return figure > 0 && figure < 0.0001 ? '< 0.0001' : formatFigure(figure);
}

export interface MovedBin {
  readonly label: string;
  readonly reference: number;
  readonly current: number;
}

/** Shares of both sides, the bin first whose share changed most. */
export function movedBins({ bins, nRef, nCur }: MeasuredColumn): MovedBin[] {
  return bins
    .map(({ label, reference, current }) => ({ label, reference: reference / nRef, current: current / nCur }))
    .toSorted((a, b) => Math.abs(b.current - b.reference) - Math.abs(a.current - a.reference));
}

/** What moved most, in a sentence. */
export function movedWords(column: MeasuredColumn): string {
  const [first, second] = movedBins(column).filter(({ reference, current }) => reference !== current);
  if (!first) return 'Both sides have the same shares in every bin.';
  const say = ({ label, reference, current }: MovedBin): string =>
    `“${label}” from ${formatPercent(reference)} to ${formatPercent(current)}`;
  return `Most moved: ${say(first)}${second ? `, then ${say(second)}` : ''}.`;
}
