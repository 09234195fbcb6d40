import type { Input, Output } from '#contract/index';

export type Measured = Output<'drift.measure'>;
export type MeasuredColumn = Measured['columns'][number];
export type Inspected = Output<'drift.inspect'>;
export type InspectedColumn = Inspected['columns'][number];
export type MeasureInput = Input<'drift.measure'>;

/** A figure as it is, or null where there is none; the one infinite figure is written out by the engine. */
export const numberOf = (figure: number | 'Infinity' | null | undefined): number | null =>
  figure === 'Infinity' ? Number.POSITIVE_INFINITY : (figure ?? null);
