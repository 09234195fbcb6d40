import { type ChartContent, nothingToShow } from '../../../../components/chart/chart-types';
import type { HistogramBin } from '../../../../components/chart/histogram-labels';
import { histogramsOption } from '../../../../components/chart/histograms-option';
import { formatPercent } from '../../../../lib/format';
import type { FoundDistribution } from '../monitoring-types';

/** More bins than this are not told apart on a screen: the rest is in the table. */
const MOST_BINS = 24;
/** Bins that are named as moved most. */
const NAMED = 4;

interface SharedBin extends HistogramBin {
  readonly bin: number;
  readonly change: number;
}

const binsOf = ({ bins, moved }: FoundDistribution): readonly SharedBin[] =>
  moved.map((one) => ({ ...one, label: bins[one.bin] ?? '' }));

/** Reference against current, the bins that moved most marked; with very many bins, those that moved most alone. */
export function binsChart(found: FoundDistribution): ChartContent {
  const byMove = binsOf(found);
  if (byMove.length === 0) return nothingToShow('One of the two sides has no rows, so there are no shares to compare.');
  const shown = byMove.slice(0, MOST_BINS).toSorted((a, b) => a.bin - b.bin);
  const marked = new Set(
    byMove
      .filter(({ change }) => Math.abs(change) >= 0.01)
      .slice(0, 2)
      .map(({ label }) => label),
  );
  return {
    kind: 'picture',
    words: movedWords(found),
    table: {
      columns: [
        { label: 'bin' },
        { label: 'reference, %', digits: 2 },
        { label: 'current, %', digits: 2 },
        { label: 'change, points', digits: 2 },
      ],
      rows: byMove
        .toSorted((a, b) => a.bin - b.bin)
        .map(({ label, reference, current, change }) => [label, 100 * reference, 100 * current, 100 * change]),
    },
    draw: (ink, size) => histogramsOption(ink, shown, marked, size),
  };
}

/** `Most moved: “crypto” from 2.0% to 7.0%. The four bins that moved most carry 81% of all movement.` */
export function movedWords(found: FoundDistribution): string {
  const byMove = binsOf(found);
  const total = byMove.reduce((sum, { change }) => sum + Math.abs(change), 0);
  const [first] = byMove;
  if (!first || total === 0) return 'Both sides have the same shares in every bin.';
  const most = `Most moved: “${first.label}” from ${formatPercent(first.reference)} to ${formatPercent(first.current)}.`;
  if (byMove.length <= NAMED) return most;
  const part = byMove.slice(0, NAMED).reduce((sum, { change }) => sum + Math.abs(change), 0) / total;
  return `${most} The four bins that moved most carry ${formatPercent(part, 0)} of all movement.`;
}
