import { niceScale, type Scale } from '#domain/base/nice-scale';
import { formatFixed } from '../../lib/format';
import type { ChartSize } from './chart-types';
import { textWidth, widest } from './text-width';

/** One bin with its shares of both sides, 0–1. */
export interface HistogramBin {
  readonly label: string;
  readonly reference: number;
  readonly current: number;
}

/** Pixels round the plot; above it there is room for two rows of words. */
export const PLOT = { left: 44, right: 12, top: 40, bottom: 56 } as const;
export const LABEL_ROW = 15;
const GAP = 6;
export const SLANT = 35;

export interface ChangeLabel {
  readonly bin: number;
  readonly text: string;
  /** The share over which it stands: that of the highest bar under it. */
  readonly over: number;
  /** Pixels from the middle of its bin, so that it stays within the picture. */
  readonly shift: number;
  /** How many rows it is raised above another label. */
  readonly row: number;
}

const pitchOf = (bins: readonly HistogramBin[], { width }: ChartSize): number =>
  Math.max(1, width - PLOT.left - PLOT.right) / Math.max(1, bins.length);

const height = ({ reference, current }: HistogramBin): number => Math.max(reference, current);

export const shareScale = (bins: readonly HistogramBin[]): Scale => niceScale(bins.map(height));

/** Where the changes of the marked bins are written: over all bars that they reach across, and not over each other. */
export function changeLabels(
  bins: readonly HistogramBin[],
  marked: ReadonlySet<string>,
  size: ChartSize,
): readonly ChangeLabel[] {
  const pitch = pitchOf(bins, size);
  const plot = Math.max(1, size.height - PLOT.top - PLOT.bottom);
  const { max } = shareScale(bins);
  const placed: { readonly from: number; readonly to: number; readonly y: number }[] = [];
  return bins.flatMap((one, bin): ChangeLabel[] => {
    if (!marked.has(one.label)) return [];
    const text = sayPoints(one);
    const half = textWidth(text) / 2;
    const middle = PLOT.left + (bin + 0.5) * pitch;
    const x = Math.max(PLOT.left + half, Math.min(middle, size.width - PLOT.right - half));
    const [from, to] = [x - half - GAP, x + half + GAP];
    const under = bins.filter((_, i) => PLOT.left + (i + 1) * pitch > from && PLOT.left + i * pitch < to);
    const over = Math.max(...under.map(height));
    const lowest = PLOT.top + (1 - over / max) * plot;
    let row = 0;
    const meets = (): boolean =>
      placed.some(
        (other) => other.from < to && other.to > from && Math.abs(other.y - (lowest - row * LABEL_ROW)) < LABEL_ROW,
      );
    while (meets()) row += 1;
    placed.push({ from, to, y: lowest - row * LABEL_ROW });
    return [{ bin, text, over, shift: x - middle, row }];
  });
}

/** Whether the names under the bins are set slanting: one of them is wider than its bin. */
export const isSlanting = (bins: readonly HistogramBin[], size: ChartSize): boolean =>
  widest(bins.map(({ label }) => label)) > pitchOf(bins, size) - GAP;

/** The bins that are named under the axis: the marked ones, and as many others as there is room for. */
export function namedBins(
  bins: readonly HistogramBin[],
  marked: ReadonlySet<string>,
  size: ChartSize,
): ReadonlySet<number> {
  if (!isSlanting(bins, size)) return new Set(bins.keys());
  const apart = LABEL_ROW / (pitchOf(bins, size) * Math.sin((SLANT / 180) * Math.PI));
  const named: number[] = [];
  const order = [...bins.keys()].sort((a, b) => wish(bins[a], marked) - wish(bins[b], marked) || a - b);
  for (const bin of order) if (named.every((other) => Math.abs(other - bin) >= apart)) named.push(bin);
  return new Set(named);
}

const wish = (bin: HistogramBin | undefined, marked: ReadonlySet<string>): number =>
  bin && marked.has(bin.label) ? 0 : 1;

function sayPoints({ reference, current }: HistogramBin): string {
  const points = 100 * (current - reference);
  return `${points > 0 ? '+' : '−'}${formatFixed(Math.abs(points), 1)} pts`;
}
