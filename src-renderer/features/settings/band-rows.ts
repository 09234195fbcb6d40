import type { Output } from '#contract/index';
import { formatCount, formatNumber } from '../../lib/format';

type BandTable = Output<'drift.bands'>;
type FalseAlarms = Output<'drift.falseAlarms'>;

/** Shown even where no series has them: what a portfolio is measured by here. */
const HEADLINES: readonly string[] = ['psi', 'jsBase2', 'wassersteinNormed', 'ksP'];

export interface BandRow {
  readonly metric: string;
  readonly label: string;
  readonly bands: { readonly watch: number; readonly act: number };
  /** On which side of the limits drift lies. */
  readonly side: string;
  /** The false alarms that these limits cost, as a sentence. */
  readonly expected: string;
}

/** Metrics with bands that are in use, or are the headline ones. */
export function bandRows(table: BandTable, alarms: FalseAlarms | undefined): BandRow[] {
  return table.metrics.flatMap(({ metric, label, bands, series, direction, changed }) => {
    if (bands === null || (series === 0 && !changed && !HEADLINES.includes(metric))) return [];
    const found = alarms?.metrics.find((one) => one.metric === metric);
    return [
      { metric, label, bands, side: direction === 'lower' ? 'or less' : 'or more', expected: sayExpected(found) },
    ];
  });
}

function sayExpected(found: FalseAlarms['metrics'][number] | undefined): string {
  if (!found) return 'No model in production has a series of this figure.';
  const over = `${formatCount(found.series, 'series', 'series')}, ${formatNumber(found.windows, 1)} windows a month`;
  if (found.watch === null || found.act === null)
    return `${over}: the false alarms cannot be said, for rows or bins are not known, or the figure has no such rule.`;
  return `${over}: without any drift expect ${sayCount(found.watch)} at watch a month, ${sayCount(found.act)} of them at act.`;
}

const sayCount = (alarms: number): string => {
  if (alarms === 0) return '0';
  return alarms < 0.05 ? 'fewer than 0.1' : formatNumber(alarms, 1);
};

/** What the expectation is made of. */
export function sayAlarms({ models, series, windowsPerMonth }: FalseAlarms): string {
  return `Expected false alarms = models × features × windows × chance of one: here ${formatCount(models, 'model')} with ${formatCount(series, 'series', 'series')} and ${formatNumber(windowsPerMonth, 1)} windows a month. Figures that move together raise fewer, larger alarms.`;
}
