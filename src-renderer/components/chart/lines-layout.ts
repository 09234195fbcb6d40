import type { Scale } from '#domain/base/nice-scale';
import type { ChartSize } from './chart-types';
import type { LinesSpec } from './lines-spec';
import { placeLabels } from './place-labels';
import { textWidth, widest } from './text-width';

const LABEL = 15;
const NAME_ROW = 20;
const EDGE = 8;

export interface LinesLayout {
  readonly grid: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  /** How far the label at the end of each line is moved up or down (pixels), by the line's id. */
  readonly lineShift: ReadonlyMap<string, number>;
  /** The same for each threshold, in their order. */
  readonly thresholdShift: readonly number[];
  /** The row, 0 at the bottom, in which each vertical mark is named. */
  readonly markRows: readonly number[];
}

/** Where a value lies between the top and the bottom edge of the drawing (pixels). */
export function pixelAt(scale: Scale, value: number, top: number, bottom: number): number {
  return top + ((scale.max - value) / (scale.max - scale.min)) * (bottom - top);
}

/** Where everything in words goes, decided before the drawing: no two labels cover each other. */
export function linesLayout(spec: LinesSpec, size: ChartSize): LinesLayout {
  const { scale, tick } = spec.y;
  const ticks = [scale.min, scale.max, scale.min + scale.step].map(tick);
  const left = EDGE + widest(ticks) + 8;
  const ends = endLabels(spec);
  const right = Math.min(
    size.width * 0.4,
    ends.length === 0
      ? 16
      : widest(
          ends.map((one) => one.label),
          true,
        ) + 16,
  );
  const rows = markRows(spec, left, size.width - right);
  const top = EDGE + NAME_ROW + (rows.length === 0 ? 0 : Math.max(...rows) + 1) * LABEL;
  const bottom = 26 + (spec.x.name ? 18 : 0);
  const edges = [top, Math.max(top + 1, size.height - bottom)] as const;
  const wanted = ends.map(({ value }) => pixelAt(scale, value, ...edges));
  const placed = placeLabels(wanted, { top: edges[0], bottom: edges[1], gap: LABEL });
  const shifts = placed.map((pixel, index) => pixel - (wanted[index] ?? pixel));
  const named = ends.filter((end) => end.line !== null);
  return {
    grid: { left, right, top, bottom },
    lineShift: new Map(named.map((end, index) => [end.line ?? '', shifts[index] ?? 0])),
    thresholdShift: shifts.slice(named.length),
    markRows: rows,
  };
}

interface EndLabel {
  readonly line: string | null;
  readonly label: string;
  readonly value: number;
}

/** The named lines first, then the thresholds. */
function endLabels({ lines, thresholds = [] }: LinesSpec): readonly EndLabel[] {
  const named = lines.flatMap(({ id, label, points }): EndLabel[] => {
    const last = points.findLast(([, y]) => y !== null)?.[1] ?? null;
    return label === '' || last === null ? [] : [{ line: id, label, value: last }];
  });
  return [...named, ...thresholds.map(({ label, value }): EndLabel => ({ line: null, label, value }))];
}

/** A mark's name takes the lowest row in which it meets no name that is already there. */
function markRows(spec: LinesSpec, left: number, right: number): readonly number[] {
  const { marks = [] } = spec;
  const [min, max] = shownRange(spec);
  const taken: (readonly [from: number, to: number])[][] = [];
  return marks.map((mark) => {
    if (mark.label === '') return 0;
    const at = left + ((mark.x - min) / (max - min || 1)) * (right - left);
    const width = textWidth(mark.label) + 8;
    const span = markSide(mark.x, min, max) === 'left' ? ([at, at + width] as const) : ([at - width, at] as const);
    const free = taken.findIndex((row) => row.every(([from, to]) => span[1] <= from || span[0] >= to));
    const row = free === -1 ? taken.push([]) - 1 : free;
    taken[row]?.push(span);
    return row;
  });
}

/** The ends of the x axis as it is shown: all of it, or what it was zoomed to. */
export function shownRange({ x, zoom }: LinesSpec): readonly [min: number, max: number] {
  if (typeof zoom === 'object') return [zoom.from, zoom.to];
  return x.kind === 'steps' ? [0, Math.max(1, x.labels.length - 1)] : [x.min, x.max];
}

/** In the right half a name ends at its mark, so that it does not leave the picture. */
export const markSide = (x: number, min: number, max: number): 'left' | 'right' =>
  x > (min + max) / 2 ? 'right' : 'left';
