import { oneOf } from '../../base/wording';
import { parsePath, sayPath } from '../plan/input-path';
import type { SensitivityRow } from './sensitivity';

/** What the runs say of an NPV: it stands wherever the case itself does. */
export interface RunsOfCase {
  readonly mean: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
}

type Ends = Pick<SensitivityRow, 'path' | 'npvLow' | 'npvHigh'>;

/** On which side of the middle half of its runs the case lies; `null`: in it. maths.md C7. */
export function outsideMiddle(npv: number, { p25, p75 }: RunsOfCase): 'below' | 'above' | null {
  if (npv < p25) return 'below';
  return npv > p75 ? 'above' : null;
}

/** An input that explains less of the distance than this is not named. */
const WORTH_NAMING = 0.1;
const MOST_NAMED = 2;

/** The inputs whose ranges reach further to the side on which the runs lie, the longest first. */
function longer(npv: number, { mean }: RunsOfCase, rows: readonly Ends[]): string[] {
  const distance = mean - npv;
  const pulls = rows.map(({ path, npvLow, npvHigh }) => ({ path, pull: (npvLow + npvHigh) / 2 - npv }));
  return pulls
    .filter(({ pull }) => pull * distance > 0 && Math.abs(pull) >= WORTH_NAMING * Math.abs(distance))
    .toSorted((p, q) => Math.abs(q.pull) - Math.abs(p.pull))
    .slice(0, MOST_NAMED)
    .map(({ path }) => path);
}

function namesOf(paths: readonly string[]): string {
  const said = paths.map((path) => {
    const place = parsePath(path);
    return place ? sayPath(place) : path;
  });
  return oneOf(said, 'and');
}

/**
 * The sentence beside a case that its own runs leave on one side, with the reason of the distance; '' where it lies in their
 * middle half. `rows`: the tornado of the same case.
 */
export function sayOutsideMiddle(
  npv: number,
  runs: RunsOfCase,
  rows: readonly Ends[],
  money: (amount: number) => string,
): string {
  const side = outsideMiddle(npv, runs);
  if (side === null) return '';
  const named = longer(npv, runs, rows);
  const reason = named.length === 0 ? '' : `, drawn there most by the range of ${namesOf(named)}`;
  return `With every input as entered the value is ${money(npv)}, ${side} the middle half of the runs, ${money(runs.p25)} to ${money(runs.p75)}; their mean is ${money(runs.mean)}, their median ${money(runs.p50)}${reason}.`;
}

interface Spread extends RunsOfCase {
  readonly p10: number;
  readonly p90: number;
}

/** The runs in a line beside the case: `mean €4.4M, median €4.2M, P10 €1.1M, P90 €7.4M`. */
export function runsWords({ mean, p10, p50, p90 }: Omit<Spread, 'p25' | 'p75'>, money: (amount: number) => string) {
  return `mean ${money(mean)}, median ${money(p50)}, P10 ${money(p10)}, P90 ${money(p90)}`;
}

/** The same as a sentence of its own, with the middle half. */
export function sayRuns({ mean, p10, p25, p50, p75, p90 }: Spread, runs: string, money: (amount: number) => string) {
  return `Of ${runs} runs: mean ${money(mean)}, median ${money(p50)}; half of them ${money(p25)} to ${money(p75)}, eight of ten ${money(p10)} to ${money(p90)}.`;
}
