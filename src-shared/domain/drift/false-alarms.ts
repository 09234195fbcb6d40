import { DAY_MS } from '../base/calendar';
import { chiSquareP } from './chi-square';
import type { PointColumns } from './result-columns';
import { type DriftBands, driftMetricSpec, FEWEST_ROWS } from './vocabulary';

/** The newest result of one series; `null` = not known. */
export interface WindowSizes {
  readonly nRef: number | null;
  readonly nCur: number | null;
  readonly nBins: number | null;
}

/**
 * The chance that a window reaches a limit although nothing drifted. Of a p-value that is the limit itself; PSI follows
 * χ² with B − 1 degrees of freedom × (1/n + 1/m), the JS divergence an eighth of it in nats, the Hellinger distance
 * squared as well (maths.md D1). 0 where so few rows are known that no verdict is given (rules.md 6). `null`: nobody has said what the figure does without drift, or the sizes are not known.
 */
export function falseAlarmChance(metric: string, limit: number, sizes: WindowSizes): number | null {
  if (Math.min(sizes.nRef ?? Infinity, sizes.nCur ?? Infinity) < FEWEST_ROWS) return 0;
  if (driftMetricSpec(metric).family === 'p_value') return Math.min(1, Math.max(0, limit));
  const psi = psiAtLimit(metric, limit);
  const { nRef, nCur, nBins } = sizes;
  if (psi === null || !nRef || !nCur || nBins === null || nBins < 2) return null;
  return chiSquareP(psi / (1 / nRef + 1 / nCur), nBins - 1);
}

/** The PSI that lies, for small differences, where the figure reaches its limit. */
function psiAtLimit(metric: string, limit: number): number | null {
  switch (metric) {
    case 'psi':
      return limit;
    case 'jsBase2':
      return 8 * Math.LN2 * limit * limit;
    case 'jsNatural':
    case 'hellinger':
      return 8 * limit * limit;
    default:
      return null;
  }
}

const DAYS_PER_MONTH = 365.25 / 12;
/** Newest windows that a series' distance of windows is read from. */
const WINDOWS_ASKED = 21;

/** What is asked of a series to expect its false alarms. */
export interface SeriesWindows {
  readonly sizes: WindowSizes;
  /** Mean distance of the newest windows in days; `null`: fewer than two. */
  readonly cadence: number | null;
}

/** Sizes of the newest window and the distance of the newest ones. @param points ascending, at least one; NaN = not known */
export function seriesWindows(points: Pick<PointColumns, 'at' | 'nRef' | 'nCur' | 'nBins'>): SeriesWindows {
  const { at, nRef, nCur, nBins } = points;
  const last = at.length - 1;
  const windows = Math.min(last, WINDOWS_ASKED - 1);
  const span = (at[last] ?? Number.NaN) - (at[last - windows] ?? Number.NaN);
  return {
    sizes: { nRef: known(nRef[last]), nCur: known(nCur[last]), nBins: known(nBins[last]) },
    cadence: windows < 1 ? null : span / windows / DAY_MS,
  };
}

const known = (value: number | undefined): number | null => (value === undefined || Number.isNaN(value) ? null : value);

/** Without a cadence a series is left out of the expectation. */
export interface AlarmSeries extends SeriesWindows {
  readonly metric: string;
  readonly bands: DriftBands | null;
}

export interface MetricAlarms {
  readonly metric: string;
  readonly series: number;
  readonly windows: number;
  readonly alphaWatch: number | null;
  readonly alphaAct: number | null;
  readonly watch: number | null;
  readonly act: number | null;
}

/**
 * Alarms a month without drift, by metric: windows × α of each series, summed, which is models × features × windows × α
 * where all are alike. One series without a known chance leaves its whole metric open: a part would look like the sum.
 */
export function falseAlarmsByMetric(series: readonly AlarmSeries[]): MetricAlarms[] {
  const metrics = [...new Set(series.map((one) => one.metric))].sort();
  return metrics.map((metric) => {
    const own = series.filter((one) => one.metric === metric && one.cadence !== null);
    const windows = own.map((one) => DAYS_PER_MONTH / (one.cadence ?? Number.NaN));
    const total = windows.reduce((sum, one) => sum + one, 0);
    const expected = (limit: keyof DriftBands): number | null => {
      let sum = 0;
      for (const [i, one] of own.entries()) {
        const chance = one.bands && falseAlarmChance(metric, one.bands[limit], one.sizes);
        if (chance === null) return null;
        sum += chance * (windows[i] ?? 0);
      }
      return own.length === 0 ? null : sum;
    };
    const [watch, act] = [expected('watch'), expected('act')];
    const share = (alarms: number | null): number | null => (alarms === null || total === 0 ? null : alarms / total);
    return { metric, series: own.length, windows: total, alphaWatch: share(watch), alphaAct: share(act), watch, act };
  });
}
