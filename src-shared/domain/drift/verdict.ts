import { wilson } from '../base/wilson';
import { type DriftBands, type DriftDirection, type DriftVerdict, FEWEST_ROWS } from './vocabulary';

/** One figure against its bands, whatever the number of rows behind it. The limits themselves belong to the worse side. */
export function bandOf(
  value: number | null,
  bands: DriftBands | null,
  direction: DriftDirection,
): Exclude<DriftVerdict, 'too_few_rows'> {
  if (value === null || Number.isNaN(value) || bands === null || direction === 'unknown') return 'none';
  const beyond = direction === 'higher' ? (limit: number) => value >= limit : (limit: number) => value <= limit;
  if (beyond(bands.act)) return 'act';
  return beyond(bands.watch) ? 'watch' : 'ok';
}

/**
 * Verdict on one figure; rules.md 6. With fewer than 500 known rows on either side it is `too_few_rows`, whatever the
 * figure; `null` rows mean that the tool did not say, and do not stand in the way.
 */
export function driftVerdict(
  value: number | null,
  bands: DriftBands | null,
  direction: DriftDirection,
  rows: { readonly reference: number | null; readonly current: number | null },
): DriftVerdict {
  const verdict = bandOf(value, bands, direction);
  if (verdict === 'none') return verdict;
  const fewest = Math.min(rows.reference ?? Number.POSITIVE_INFINITY, rows.current ?? Number.POSITIVE_INFINITY);
  return fewest < FEWEST_ROWS ? 'too_few_rows' : verdict;
}

/**
 * Verdict on a share of n answers that passed, by Wilson's 95 % interval; rules.md 6, maths.md D5. It is ok where the whole interval
 * lies above the watch limit, act where it lies at or below the act limit, watch where it lies at or below the watch limit.
 * Where a limit lies inside, so many answers cannot tell: `too_few_rows`, as without n.
 */
export function rateVerdict(rate: number | null, n: number | null, bands: DriftBands | null): DriftVerdict {
  if (rate === null || Number.isNaN(rate) || bands === null) return 'none';
  if (n === null || n <= 0) return 'too_few_rows';
  const { low, high } = wilson(rate * n, n);
  if (low === null || high === null) return 'too_few_rows';
  if (high <= bands.act) return 'act';
  if (high <= bands.watch) return 'watch';
  return low > bands.watch ? 'ok' : 'too_few_rows';
}

const SEVERITY: Readonly<Record<DriftVerdict, number>> = { act: 4, watch: 3, ok: 2, too_few_rows: 1, none: 0 };

/** The worst of several; `none` for no verdicts. A verdict from too few rows never hides one from enough. */
export function worstVerdict(verdicts: Iterable<DriftVerdict>): DriftVerdict {
  let worst: DriftVerdict = 'none';
  for (const verdict of verdicts) if (SEVERITY[verdict] > SEVERITY[worst]) worst = verdict;
  return worst;
}
