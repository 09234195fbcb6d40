import type { CustomSeriesOption } from 'echarts/charts';

interface Base {
  readonly colour: string;
}

/** A straight line between two places of the drawing (pixels). */
export interface PlacedLine extends Base {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** A filled rectangle of the drawing (pixels). */
export interface PlacedBox extends Base {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly opacity: number;
}

const plain = { type: 'custom', coordinateSystem: 'none', clip: false } as const;

/** A hairline is sharp between two rows of pixels. */
const sharp = (pixel: number): number => Math.round(pixel - 0.5) + 0.5;

/** Hairlines whose places are decided before anything is drawn: an axis costs many times as much to redraw. */
export function linesSeries(id: string, lines: readonly PlacedLine[]): CustomSeriesOption {
  return {
    ...plain,
    id,
    silent: true,
    z: 0,
    data: lines.map((_, index) => [index]),
    tooltip: { show: false },
    renderItem: ({ dataIndex }) => {
      const line = lines[dataIndex];
      if (!line) return null;
      const { x1, y1, x2, y2, colour } = line;
      const shape = { x1: sharp(x1), y1: sharp(y1), x2: sharp(x2), y2: sharp(y2) };
      return { type: 'line', shape, style: { stroke: colour, lineWidth: 1 } };
    },
  };
}

/** Pieces of bars, each of which can be pointed at: its place in `boxes` is the `dataIndex` of its tip. */
export function boxesSeries(id: string, boxes: readonly PlacedBox[], edge: string): CustomSeriesOption {
  return {
    ...plain,
    id,
    z: 2,
    data: boxes.map((_, index) => [index]),
    renderItem: ({ dataIndex }) => {
      const box = boxes[dataIndex];
      if (!box) return null;
      const { x, y, width, height, colour, opacity } = box;
      return {
        type: 'rect',
        shape: { x, y, width, height },
        style: { fill: colour, opacity, stroke: edge, lineWidth: 0.5 },
      };
    },
  };
}
