import type { CSSProperties } from 'react';
import type { GridColumnSpec } from './grid-types';

declare module 'react' {
  interface CSSProperties {
    /** Tracks of the columns: one change resizes every row without rendering any. */
    '--mf-grid-columns'?: string;
    '--mf-grid-width'?: string;
  }
}

const BOX_WIDTH = 36;

/** The columns' widths for the style of the grid; the first one takes what room is left unless a person gave it a width. */
export function gridTracks(
  columns: readonly GridColumnSpec[],
  widths: Readonly<Record<string, number>>,
): CSSProperties {
  const sizes = columns.map((column) => widths[column.id] ?? column.width);
  const first = columns[0];
  const flexible = first !== undefined && widths[first.id] === undefined;
  const tracks = sizes.map((size, index) => (index === 0 && flexible ? `minmax(${size}px, 1fr)` : `${size}px`));
  return {
    '--mf-grid-columns': [`${BOX_WIDTH}px`, ...tracks].join(' '),
    '--mf-grid-width': `${sizes.reduce((sum, size) => sum + size, BOX_WIDTH)}px`,
  };
}
