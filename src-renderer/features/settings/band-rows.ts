import type { Output } from '#contract/index';
import type { Tier } from '#domain/vocabulary';
import { formatCount, formatNumber } from '../../lib/format';

type BandTable = Output<'drift.bands'>;
type FalseAlarms = Output<'drift.falseAlarms'>;

/** Shown even where no series has them: what a portfolio is measured by here. */
const HEADLINES: readonly string[] = ['psi', 'jsBase2', 'wassersteinNormed', 'ksP'];

export interface BandRow {
  readonly metric: string;
  readonly label: string;
  readonly bands: { readonly watch: number; readonly act: number };
  /** Set for this tier alone. */
  readonly own: boolean;
  /** On which side of the limits drift lies. */
  readonly side: string;
  /** The false alarms that these limits cost, as a sentence. */
  readonly expected: string;
}

/**
 * Metrics with bands that are in use, or are the headline ones.
 *
 * @param tier what holds for its models; `null` = for the portfolio
 * @param alarms of the same
 */
export function bandRows(table: BandTable, alarms: FalseAlarms | undefined, tier: Tier | null = null): BandRow[] {
  return table.metrics.flatMap(({ metric, label, bands, series, direction, changed }) => {
    if (bands === null || (series === 0 && !changed && !HEADLINES.includes(metric))) return [];
    const found = alarms?.metrics.find((one) => one.metric === metric);
    const own =
      tier === null ? undefined : table.overrides.find((one) => one.metric === metric && one.tier === tier)?.bands;
    return [
      {
        metric,
        label,
        bands: own ?? bands,
        own: own !== undefined,
        side: direction === 'lower' ? 'or less' : 'or more',
        expected: alarms === undefined ? '' : sayExpected(found, tier),
      },
    ];
  });
}

function sayExpected(found: FalseAlarms['metrics'][number] | undefined, tier: Tier | null): string {
  if (!found) return `No model ${tier === null ? '' : `of tier ${tier} `}in production has a series of this figure.`;
  const over = `${formatCount(found.series, 'series', 'series')}, ${formatNumber(found.windows, 1)} windows a month`;
  if (found.watch === null || found.act === null)
    return `${over}: the false alarms cannot be said, for rows or bins are not known, or the figure has no such rule.`;
  return `${over}: without any drift expect ${sayCount(found.watch)} at watch a month, ${sayCount(found.act)} of them at act.`;
}

const sayCount = (alarms: number): string => {
  if (alarms === 0) return '0';
  return alarms < 0.05 ? `fewer than ${formatNumber(0.1, 1)}` : formatNumber(alarms, 1);
};

/** What the expectation is made of. */
export function sayAlarms({ models, series, windowsPerMonth }: FalseAlarms): string {
  return `Expected false alarms = models × features × windows × chance of one: here ${formatCount(models, 'model')} with ${formatCount(series, 'series', 'series')} and ${formatNumber(windowsPerMonth, 1)} windows a month. Figures that move together raise fewer, larger alarms.`;
}
