import { sayDay } from '../base/calendar';
import { plainWords, type Sentence, said, typedText } from '../base/sentence';
import { counted } from '../base/wording';
import { VERDICT_CODES } from './day-verdicts';
import { A_COLUMN } from './health-words';
import { driftMetricSpec } from './vocabulary';

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

/** `PSI of age was at act in 3 windows in a row, 3 Nov 2026 to 17 Nov 2026`, or the reason that a person gave. */
interface Found {
  readonly column_name: string;
  readonly metric: string;
  readonly windows: number;
  readonly first_at: string | null;
  readonly last_at: string | null;
  readonly reason: string;
}

export const sayRetraining = (item: Found): string => plainWords(saidRetraining(item));

/** The same as its parts: what was not found by a figure, somebody asked for in his own words. */
export function saidRetraining(item: Found): Sentence {
  if (item.first_at === null || item.last_at === null)
    return [typedText(item.reason.replace(/\.$/, ''), 'somebody asked for it')];
  const of = item.column_name === '' ? 'the data set' : typedText(item.column_name, A_COLUMN);
  const label = `${driftMetricSpec(item.metric).label} of `;
  return said`${label}${of}${` was at act in ${counted(item.windows, 'window')} in a row, ${sayDay(item.first_at)} to ${sayDay(item.last_at)}`}`;
}
