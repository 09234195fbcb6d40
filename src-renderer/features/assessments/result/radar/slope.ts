export interface SlopePoint {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

export interface Slope {
  /** Through the known values; broken where one is missing. */
  readonly path: string;
  readonly points: readonly SlopePoint[];
}

export interface SlopeBox {
  readonly width: number;
  readonly height: number;
  /** Kept free on every side. */
  readonly margin: number;
}

/** Values 0 to `most` from left to right, at even distances; `null`: none. */
export function slopeOf(values: readonly (number | null)[], most: number, box: SlopeBox): Slope {
  const { width, height, margin } = box;
  const step = values.length > 1 ? (width - 2 * margin) / (values.length - 1) : 0;
  const at = values.map((value, index) =>
    value === null
      ? null
      : {
          x: Math.round((margin + index * step) * 10) / 10,
          y: Math.round((height - margin - (value / most) * (height - 2 * margin)) * 10) / 10,
          value,
        },
  );
  const path = at
    .map((point, index) => (point ? `${at[index - 1] ? 'L' : 'M'} ${point.x} ${point.y}` : ''))
    .filter((part) => part !== '')
    .join(' ');
  return { path, points: at.flatMap((point) => point ?? []) };
}
