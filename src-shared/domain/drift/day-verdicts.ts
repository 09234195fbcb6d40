import { dayNumber } from '../base/calendar';
import type { BandInForce } from './bands';
import { TOOL_VERDICTS } from './result-columns';
import { driftVerdict, rateVerdict } from './verdict';
import type { DriftVerdict } from './vocabulary';

/**
 * Verdicts as small numbers, from nothing to the worst, so that years of days are one byte each. The verdict in effect is
 * ours where there is a band for the metric, else the tool's own: its alarm counts as *watch*, since the limits at which
 * tools raise it are those at which our bands begin to watch.
 */
export const VERDICT_CODES = {
  nothing: 0,
  none: 1,
  too_few_rows: 2,
  ok: 3,
  watch: 4,
  act: 5,
} as const satisfies Record<DriftVerdict | 'nothing', number>;
const WORDS = ['none', 'none', 'too_few_rows', 'ok', 'watch', 'act'] as const satisfies readonly DriftVerdict[];

/** Added where a tool itself said drift, whatever our verdict is. */
export const TOOL_DRIFT = 8;

const LEVEL = 7;

export const verdictOfCode = (code: number): DriftVerdict => WORDS[code & LEVEL] ?? 'none';
export const hasToolDrift = (code: number): boolean => (code & TOOL_DRIFT) !== 0;
export const worseCode = (a: number, b: number): number => Math.max(a & LEVEL, b & LEVEL) | ((a | b) & TOOL_DRIFT);

const SAYS_NONE = TOOL_VERDICTS.indexOf('none');
const SAYS_DRIFT = TOOL_VERDICTS.indexOf('drift');

/** Figures of one series; NaN = not known. `verdict` are places in TOOL_VERDICTS. */
export interface JudgedColumns {
  readonly value: Float64Array;
  readonly nRef: Float64Array;
  readonly nCur: Float64Array;
  readonly verdict: Float64Array;
}

/** The code of each point of a series under a band. */
export function verdictCodes(points: JudgedColumns, band: BandInForce): Uint8Array {
  const codes = new Uint8Array(points.value.length);
  const known = (value: number | undefined): number | null =>
    value === undefined || Number.isNaN(value) ? null : value;
  for (let i = 0; i < codes.length; i += 1) {
    const rows = { reference: known(points.nRef[i]), current: known(points.nCur[i]) };
    const value = known(points.value[i]);
    const own = band.rate
      ? rateVerdict(value, rows.current, band.bands)
      : driftVerdict(value, band.bands, band.direction, rows);
    const tool = points.verdict[i] ?? Number.NaN;
    codes[i] = (own === 'none' ? toolCode(tool) : VERDICT_CODES[own]) | (tool === SAYS_DRIFT ? TOOL_DRIFT : 0);
  }
  return codes;
}

function toolCode(tool: number): number {
  if (TOOL_VERDICTS[tool] === undefined) return VERDICT_CODES.none;
  return tool === SAYS_NONE ? VERDICT_CODES.ok : VERDICT_CODES.watch;
}

/** The worst code of each UTC day from `firstDay` (days since 1970) on; 0 = no result that day. */
export interface DayVerdicts {
  readonly firstDay: number;
  readonly codes: Uint8Array;
}

export const NO_DAYS: DayVerdicts = { firstDay: 0, codes: new Uint8Array(0) };

export const lastDayOf = ({ firstDay, codes }: DayVerdicts): number => firstDay + codes.length - 1;

/** Adds points (ascending times, milliseconds) to the days; the order of additions does not matter. */
export function withPoints(days: DayVerdicts, at: Float64Array, codes: Uint8Array): DayVerdicts {
  if (at.length === 0) return days;
  const first = dayNumber(at[0] ?? 0);
  const last = dayNumber(at[at.length - 1] ?? 0);
  const widened = widen(days, first, last);
  for (let i = 0; i < at.length; i += 1) {
    const place = dayNumber(at[i] ?? 0) - widened.firstDay;
    widened.codes[place] = worseCode(widened.codes[place] ?? 0, codes[i] ?? 0);
  }
  return widened;
}

function widen(days: DayVerdicts, first: number, last: number): DayVerdicts {
  if (days.codes.length === 0) return { firstDay: first, codes: new Uint8Array(last - first + 1) };
  const firstDay = Math.min(days.firstDay, first);
  const codes = new Uint8Array(Math.max(lastDayOf(days), last) - firstDay + 1);
  codes.set(days.codes, days.firstDay - firstDay);
  return { firstDay, codes };
}

/** The days up to `day`, both ends with a result. */
export function daysUpTo(days: DayVerdicts, day: number): DayVerdicts {
  let { length } = days.codes;
  length = Math.max(0, Math.min(length, day - days.firstDay + 1));
  while (length > 0 && days.codes[length - 1] === 0) length -= 1;
  return length === 0 ? NO_DAYS : { firstDay: days.firstDay, codes: days.codes.subarray(0, length) };
}

/** The newest days with a result, ascending, at most `most`. */
export function resultDays({ firstDay, codes }: DayVerdicts, most: number): number[] {
  const days: number[] = [];
  for (let i = codes.length - 1; i >= 0 && days.length < most; i -= 1) if (codes[i]) days.push(firstDay + i);
  return days.reverse();
}
