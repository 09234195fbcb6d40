/** The ends of an axis and the distance of its ticks, all "round" numbers. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Decimals that the ticks need. */
  readonly digits: number;
}

const STEPS = [1, 2, 2.5, 5, 10] as const;

/**
 * A scale that covers every value and has about `ticks` intervals. Values that are not finite are left out; none at all, or
 * all the same, give a scale round them. `zero`: 0 is on the axis (default; lines of money and counts).
 */
export function niceScale(values: readonly number[], { ticks = 5, zero = true } = {}): Scale {
  const known = values.filter(Number.isFinite);
  const low = Math.min(...known, ...(zero || known.length === 0 ? [0] : []));
  const high = Math.max(...known, ...(zero || known.length === 0 ? [0] : []));
  const size = Math.max(Math.abs(low), Math.abs(high));
  // What differs by less than a number's own rounding is the same value, and what is smaller than all that is drawn is 0.
  const span = Math.max(high - low > size * 1e-6 ? high - low : size, 1e-9);
  const rough = span / ticks;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (STEPS.find((one) => one * power >= rough * 0.999) ?? 10);
  // A value that lies on a tick up to rounding does not open one more interval.
  const min = Math.floor(low / step + 1e-9) * step;
  const top = Math.ceil(high / step - 1e-9) * step;
  const max = top > min ? top : min + step;
  return { min: tidy(min), max: tidy(max), step: tidy(step), digits: digitsOf(step) };
}

const tidy = (value: number): number => Number(value.toPrecision(12));

function digitsOf(step: number): number {
  for (let digits = 0; digits < 12; digits += 1) {
    const scaled = step * 10 ** digits;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6 * scaled) return digits;
  }
  return 12;
}

/** Where a value lies between the top and the bottom edge of the drawing (pixels). */
export function pixelAt(scale: Scale, value: number, top: number, bottom: number): number {
  return top + ((scale.max - value) / (scale.max - scale.min)) * (bottom - top);
}
