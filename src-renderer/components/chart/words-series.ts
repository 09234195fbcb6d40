import type { CustomSeriesOption } from 'echarts/charts';
import type { ChartInk } from './chart-ink';

/** A word that stands at a place of the drawing (pixels), decided before anything is drawn. */
export interface PlacedWord {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly colour: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly bold?: boolean;
}

/** Words over a drawing that no axis and no series carries: names of small multiples, of parts of a bar. */
export function wordsSeries(id: string, words: readonly PlacedWord[], ink: ChartInk): CustomSeriesOption {
  return {
    id,
    type: 'custom',
    coordinateSystem: 'none',
    silent: true,
    clip: false,
    z: 5,
    data: words.map((_, index) => [index]),
    tooltip: { show: false },
    renderItem: ({ dataIndex }) => {
      const word = words[dataIndex];
      if (!word) return null;
      const { x, y, text, colour, align = 'left', bold = false } = word;
      const weight = bold ? 600 : 400;
      const style = { x, y, text, fill: colour, align, verticalAlign: 'middle' as const };
      return { type: 'text', style: { ...style, font: `${weight} 12px ${ink.font}` } };
    },
  };
}
