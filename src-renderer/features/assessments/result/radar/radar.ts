/** One axis of the radar; every value 0–3. */
export interface RadarAxis {
  readonly id: string;
  readonly label: string;
  /** `null`: nothing is known; the line is broken there. */
  readonly mean: number | null;
  /** With each unknown at its worst and best; `null`: no question applies. */
  readonly range: readonly [number, number] | null;
  /** Mean of what the target needs; `null`: no question applies. */
  readonly need: number | null;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface RadarLabel extends Point {
  readonly id: string;
  readonly anchor: 'start' | 'middle' | 'end';
  /** A name at the side is set in a line for each word, so that the picture keeps the width. */
  readonly lines: readonly string[];
}

export interface Radar {
  readonly rings: readonly { readonly value: number; readonly path: string; readonly label: Point }[];
  readonly spokes: readonly { readonly id: string; readonly to: Point }[];
  /** Between the worst and the best that the unknown answers allow; '' when all is known. */
  readonly band: string;
  readonly need: string;
  readonly mean: string;
  readonly dots: readonly (Point & { readonly id: string })[];
  readonly labels: readonly RadarLabel[];
}

export interface RadarBox {
  readonly centre: Point;
  readonly radius: number;
  /** From the outer ring to the labels. */
  readonly labelGap: number;
}

const MOST = 3;
const RINGS = [1, 2, 3];

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A point on an axis; the first axis points up, the others follow clockwise. */
export function pointAt(box: RadarBox, index: number, count: number, value: number): Point {
  const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
  const length = (box.radius * value) / MOST;
  return { x: round(box.centre.x + Math.cos(angle) * length), y: round(box.centre.y + Math.sin(angle) * length) };
}

const say = ({ x, y }: Point): string => `${x} ${y}`;

function closed(points: readonly Point[]): string {
  return points.length === 0 ? '' : `M ${points.map(say).join(' L ')} Z`;
}

/** A ring of lines that is broken where a value is missing; a single point between two gaps is left to its dot. */
function brokenRing(points: readonly (Point | null)[]): string {
  const known = points.flatMap((point) => point ?? []);
  if (known.length === points.length) return closed(known);
  return points
    .map((point, index) => ({ point, next: points[(index + 1) % points.length] ?? null }))
    .flatMap(({ point, next }) => (point && next ? [`M ${say(point)} L ${say(next)}`] : []))
    .join(' ');
}

function anchorOf(dx: number): RadarLabel['anchor'] {
  if (Math.abs(dx) < 1) return 'middle';
  return dx > 0 ? 'start' : 'end';
}

function bandPath(box: RadarBox, axes: readonly RadarAxis[]): string {
  if (axes.every(({ range }) => range === null || range[0] === range[1])) return '';
  const edge = (end: 0 | 1): string =>
    closed(axes.map(({ range }, index) => pointAt(box, index, axes.length, range?.[end] ?? 0)));
  // Two rings in one path, filled even-odd: what lies between them.
  return `${edge(1)} ${edge(0)}`;
}

/** Everything that the radar draws, as numbers; `axes` clockwise from the top. */
export function radarOf(axes: readonly RadarAxis[], box: RadarBox): Radar {
  const count = axes.length;
  const at = (index: number, value: number): Point => pointAt(box, index, count, value);
  const line = (pick: (axis: RadarAxis) => number | null): (Point | null)[] =>
    axes.map((axis, index) => {
      const value = pick(axis);
      return value === null ? null : at(index, value);
    });
  const means = line(({ mean }) => mean);
  const outside = { ...box, radius: box.radius + box.labelGap };
  return {
    rings: RINGS.map((value) => ({
      value,
      path: closed(axes.map((_, index) => at(index, value))),
      label: at(0, value),
    })),
    spokes: axes.map(({ id }, index) => ({ id, to: at(index, MOST) })),
    band: bandPath(box, axes),
    need: brokenRing(line(({ need }) => need)),
    mean: brokenRing(means),
    dots: axes.flatMap(({ id }, index) => {
      const point = means[index];
      return point ? [{ id, ...point }] : [];
    }),
    labels: axes.map(({ id, label }, index) => {
      const point = pointAt(outside, index, count, MOST);
      const anchor = anchorOf(point.x - box.centre.x);
      return { id, ...point, anchor, lines: anchor === 'middle' ? [label] : label.split(' ') };
    }),
  };
}
