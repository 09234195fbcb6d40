import { VERDICT_CODES } from './day-verdicts';

/** An unbroken run of windows at act that reaches up to the newest one. */
export interface ActRun {
  readonly windows: number;
  /** Ends of the run's first and last window, milliseconds. */
  readonly firstAt: number;
  readonly lastAt: number;
}

/**
 * The run of windows at act at the end of a series, when it has at least `windows` of them; rules.md 6. A window without
 * a value, or with too few rows, proves nothing and ends the run.
 */
export function actRun(at: Float64Array, codes: Uint8Array, windows: number): ActRun | null {
  let start = codes.length;
  while (start > 0 && ((codes[start - 1] ?? 0) & 7) === VERDICT_CODES.act) start -= 1;
  const length = codes.length - start;
  if (length === 0 || length < windows) return null;
  return { windows: length, firstAt: at[start] ?? 0, lastAt: at[codes.length - 1] ?? 0 };
}
