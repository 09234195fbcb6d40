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
 * all the same, give a scale round them; zeros alone one to 1. `zero`: 0 is on the axis (default; lines of money and counts).
 * `whole`: the ticks are whole numbers, as of things that are counted.
 */
export function niceScale(values: readonly number[], { ticks = 5, zero = true, whole = false } = {}): Scale {
  const known = values.filter(Number.isFinite);
  const drawn = known.some((value) => value !== 0) ? [...known, ...(zero ? [0] : [])] : [0, 1];
  const low = Math.min(...drawn);
  const high = Math.max(...drawn);
  const size = Math.max(Math.abs(low), Math.abs(high));
  // What differs by less than a number's own rounding is the same value, and what is smaller than all that is drawn is 0.
  const span = Math.max(high - low > size * 1e-6 ? high - low : size, 1e-9);
  const rough = span / ticks;
  const power = 10 ** Math.floor(Math.log10(rough));
  const round = power * (STEPS.find((one) => one * power >= rough * 0.999) ?? 10);
  const step = whole ? Math.max(1, Math.ceil(round)) : round;
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
