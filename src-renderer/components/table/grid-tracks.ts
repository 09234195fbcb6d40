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

/**
 * The columns' widths for the style of the grid. What room is left goes to the first one and to those that grow, except
 * where a person gave them a width.
 */
export function gridTracks(
  columns: readonly GridColumnSpec[],
  widths: Readonly<Record<string, number>>,
): CSSProperties {
  const sizes = columns.map((column) => widths[column.id] ?? column.width);
  const tracks = columns.map((column, index) => {
    const share = index === 0 ? 1 : column.grow;
    const fixed = share === undefined || widths[column.id] !== undefined;
    return fixed ? `${sizes[index]}px` : `minmax(${sizes[index]}px, ${share}fr)`;
  });
  return {
    '--mf-grid-columns': [`${BOX_WIDTH}px`, ...tracks].join(' '),
    '--mf-grid-width': `${sizes.reduce((sum, size) => sum + size, BOX_WIDTH)}px`,
  };
}
