import type {
  BarSeriesOption,
  BoxplotSeriesOption,
  CustomSeriesOption,
  HeatmapSeriesOption,
  LineSeriesOption,
  ScatterSeriesOption,
} from 'echarts/charts';
import type {
  AriaComponentOption,
  DatasetComponentOption,
  DataZoomComponentOption,
  GridComponentOption,
  MarkAreaComponentOption,
  MarkLineComponentOption,
  MarkPointComponentOption,
  TooltipComponentOption,
  VisualMapComponentOption,
} from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import type { ChartInk } from './chart-ink';

/** What the loaded parts of ECharts can draw (echarts-parts.ts registers the same list). */
export type ChartOption = ComposeOption<
  | BarSeriesOption
  | BoxplotSeriesOption
  | CustomSeriesOption
  | HeatmapSeriesOption
  | LineSeriesOption
  | ScatterSeriesOption
  | AriaComponentOption
  | DatasetComponentOption
  | DataZoomComponentOption
  | GridComponentOption
  | MarkAreaComponentOption
  | MarkLineComponentOption
  | MarkPointComponentOption
  | TooltipComponentOption
  | VisualMapComponentOption
>;

/** Pixels of the drawing. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

export interface ChartColumn {
  /** With its unit: `cost, thousand USD`. */
  readonly label: string;
  /** Decimals on the screen; the CSV has the number as it is. Left out: at most 2. */
  readonly digits?: number;
  /** Its texts are days, months or moments as ISO 8601 writes them; a screen shows them in the reader's form. */
  readonly time?: boolean;
  /** What a file has in the place of the label: a column that is a day. */
  readonly iso?: string;
}

/** The numbers behind the picture; `null` is a value that there is not. */
export interface ChartTable {
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export interface ChartPicture {
  readonly kind: 'picture';
  /** What the picture shows, in words, for those who do not see it: the finding first. */
  readonly words: string;
  readonly table: ChartTable;
  /** Pure: the same ink and size give the same option. */
  readonly draw: (ink: ChartInk, size: ChartSize) => ChartOption;
}

/** There is nothing to draw; `reason` says why and what to do, in a sentence. */
export interface ChartNothing {
  readonly kind: 'nothing';
  readonly reason: string;
}

export type ChartContent = ChartPicture | ChartNothing;

export const nothingToShow = (reason: string): ChartNothing => ({ kind: 'nothing', reason });
