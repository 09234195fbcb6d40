import type { Pair } from '#domain/scenarios/plan/comparison-flows';
import type { PortfolioYear } from '#domain/scenarios/plan/portfolio-path';
import type { FlowFigures } from '#domain/scenarios/plan/project';
import type { Sensitivity } from '#domain/scenarios/uncertainty/sensitivity';
import { formatCompactMoney, formatCount, formatPercent } from '../../../lib/format';
import { afterYears } from './time-words';

/** The finding in a sentence: `Level 2 returns €5.09M over 5 years and pays back after 1 year 6 months`. */
export function headlineOf(
  comparison: Pick<FlowFigures, 'npv' | 'payback'>,
  pair: Pair,
  years: number,
  currency: string,
): string {
  const { npv, payback } = comparison;
  const level = `Level ${pair.b.slice(1)}`;
  const over = `over ${formatCount(years, 'year')}`;
  if (Math.abs(npv) < 0.5) return `${level} neither returns nor costs anything ${over}`;
  const money = formatCompactMoney(Math.abs(npv), currency);
  if (npv < 0) {
    const back = payback === null ? 'and never pays back' : `though it pays back ${afterYears(payback)}, undiscounted`;
    return `${level} costs ${money} more than it saves ${over} ${back}`;
  }
  if (payback === null) return `${level} returns ${money} ${over}, but is not paid back at its end`;
  return `${level} returns ${money} ${over} and pays back ${afterYears(payback)}`;
}

/** Instead of a sum that somebody would quote: what it costs to build for so many models is only assumed for a few. */
export function assumedWords({ b }: Pair, portfolio: readonly PortfolioYear[]): string {
  const most = Math.max(0, ...portfolio.map(({ living }) => living));
  return `What level ${b.slice(1)} costs to build for ${formatCount(Math.round(most), 'model')} has yet to be entered`;
}

/** Against what and at which rate. */
export function againstWords(pair: Pair, discountRate: number): string {
  return `against staying at level ${pair.a.slice(1)}, at ${formatPercent(discountRate)} a year`;
}

/** The input whose break-even lies nearest in its believed range: what the case hangs on first. `null`: none can turn it. */
export function mostFragile({ rows }: Sensitivity, taken: (path: string) => number | null) {
  const found = rows.flatMap((row) => {
    const value = taken(row.path);
    if (value === null || row.breakEvenValue === null) return [];
    const width = row.high - row.low || Math.abs(value) || 1;
    return [{ ...row, value, breakEven: row.breakEvenValue, distance: Math.abs(row.breakEvenValue - value) / width }];
  });
  return found.toSorted((p, q) => p.distance - q.distance)[0] ?? null;
}
