import type { Scale } from '#domain/base/nice-scale';

export type LinePoint = readonly [x: number, y: number | null];

export interface ChartLine {
  readonly id: string;
  /** Stands where the line ends; '' leaves the line unnamed. */
  readonly label: string;
  /** In the tooltip, where the label alone would not say enough. */
  readonly name?: string;
  /** By x; `null` breaks the line. On an axis of steps x is the index of the step. */
  readonly points: readonly LinePoint[];
  readonly colour: string;
  readonly dashed?: boolean;
  readonly width?: number;
  /** A dot at each point, for series with few or single points. */
  readonly dots?: boolean;
  /** The shape of the dots; default: circle. A line of width 0 is its dots alone, and not in the tooltip. */
  readonly symbol?: 'circle' | 'emptyCircle' | 'diamond' | 'triangle';
}

/** Between two lines, such as P10 and P90; drawn under everything else. */
export interface ChartBand {
  readonly id: string;
  readonly points: readonly (readonly [x: number, low: number, high: number])[];
  readonly colour: string;
}

/** A horizontal line that is named at its right end: `act 0.20`. */
export interface ChartThreshold {
  readonly label: string;
  readonly value: number;
  readonly colour: string;
  readonly dashed?: boolean;
}

/** Upright bars from 0, beside the lines; for an axis of values or time. */
export interface ChartBars {
  readonly id: string;
  readonly label: string;
  readonly points: readonly LinePoint[];
  readonly colour: string;
  /** Pixels. */
  readonly width: number;
}

/** A vertical line that is named at its top: an incident, the break-even. */
export interface ChartMark {
  readonly x: number;
  readonly label: string;
  readonly colour: string;
}

export type LinesAxis =
  | { readonly kind: 'steps'; readonly labels: readonly string[]; readonly name?: string }
  | { readonly kind: 'time'; readonly min: number; readonly max: number; readonly name?: string }
  | {
      readonly kind: 'value';
      readonly min: number;
      readonly max: number;
      readonly name?: string;
      /** From one tick to the next; left out: as ECharts finds it. */
      readonly step?: number;
      readonly tick?: (value: number) => string;
    };

/** The part of the x axis that is shown: the wheel zooms with Ctrl, so that the page still scrolls; dragging moves it. */
export interface LinesZoom {
  readonly from: number;
  readonly to: number;
}

export interface LinesSpec {
  readonly x: LinesAxis;
  /** For the tooltip's first line. */
  readonly sayX: (x: number) => string;
  readonly y: {
    /** With the unit: `million USD`. */
    readonly name: string;
    readonly scale: Scale;
    readonly tick: (value: number) => string;
    readonly say: (value: number) => string;
  };
  readonly lines: readonly ChartLine[];
  readonly bands?: readonly ChartBand[];
  readonly bars?: readonly ChartBars[];
  readonly thresholds?: readonly ChartThreshold[];
  readonly marks?: readonly ChartMark[];
  /** Wheel and drag along the x axis. */
  readonly zoom?: boolean | LinesZoom;
  /** More about one place of the x axis, a line each, under the values of the tooltip. */
  readonly sayMore?: (x: number) => readonly string[];
}
