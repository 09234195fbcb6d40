import { wilson } from '#domain/base/wilson';
import { formatNumber, formatPercent } from './format';

/** What stands behind a pass rate: `96 of 120 passed, 95 % interval 72 % to 86.2 %`. */
export function sayRate(rate: number | null, n: number | null): string {
  if (rate === null) return 'without a value';
  if (n === null || n <= 0) return 'of how many answers is not said';
  const { low, high } = wilson(rate * n, n);
  const between =
    low === null || high === null ? '' : `, 95 % interval ${formatPercent(low)} to ${formatPercent(high)}`;
  return `${formatNumber(Math.round(rate * n))} of ${formatNumber(n)} passed${between}`;
}
