import { type ChartContent, nothingToShow } from '../../../components/chart/chart-types';
import type { HistogramBin } from '../../../components/chart/histogram-labels';
import { histogramsOption } from '../../../components/chart/histograms-option';
import type { MeasuredColumn } from './measure-types';
import { movedBins, movedWords } from './measure-words';

/** More bins than this are not told apart on a screen: the rest is in the table. */
const MOST_BINS = 24;
/** Bins that are marked as moved most. */
const MARKED = 2;

/** Two histograms over the same bins, reference in grey and current in the accent; the bins that moved most are marked. */
export function distributionChart(column: MeasuredColumn): ChartContent {
  if (column.bins.length === 0) return nothingToShow(column.notes[0] ?? 'There is no distribution to show.');
  const moved = movedBins(column);
  const marked = new Set(
    moved
      .filter(({ reference, current }) => Math.abs(current - reference) >= 0.01)
      .slice(0, MARKED)
      .map(({ label }) => label),
  );
  const shown = shownBins(column, new Set(moved.slice(0, MOST_BINS).map(({ label }) => label)));
  return {
    kind: 'picture',
    words: movedWords(column),
    table: {
      columns: [
        { label: 'bin' },
        { label: 'reference, rows' },
        { label: 'current, rows' },
        { label: 'reference, %', digits: 2 },
        { label: 'current, %', digits: 2 },
        { label: 'change, points', digits: 2 },
      ],
      rows: column.bins.map(({ label, reference, current }) => {
        const [p, q] = [(100 * reference) / column.nRef, (100 * current) / column.nCur];
        return [label, reference, current, p, q, q - p];
      }),
    },
    draw: (ink, size) => histogramsOption(ink, sharesOf(shown, column), marked, size),
  };
}

function shownBins(column: MeasuredColumn, most: ReadonlySet<string>): MeasuredColumn['bins'] {
  return column.bins.length <= MOST_BINS ? column.bins : column.bins.filter(({ label }) => most.has(label));
}

function sharesOf(bins: MeasuredColumn['bins'], { nRef, nCur }: MeasuredColumn): readonly HistogramBin[] {
  return bins.map(({ label, reference, current }) => ({
    label,
    reference: reference / nRef,
    current: current / nCur,
  }));
}
