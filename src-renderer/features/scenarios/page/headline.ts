import { oneOf } from '#domain/base/wording';
import { type Pair, parsePair } from '#domain/scenarios/plan/comparison-flows';
import { sayLevel } from '#domain/scenarios/plan/inputs';
import { sayReadings } from '#domain/scenarios/plan/noted-incidents';
import type { FlowFigures } from '#domain/scenarios/plan/project';
import { type Finding, sayFinding } from '#domain/scenarios/plan/say-result';
import type { Sensitivity } from '#domain/scenarios/uncertainty/sensitivity';
import { formatCount, formatPercent, formatRoundMoney } from '../../../lib/format';
import { pairWords } from './level-words';

/** The finding in a sentence: `Level 2 returns €5.09M over 5 years and pays back after 1 year 6 months`. */
export function headlineOf(
  comparison: Pick<FlowFigures, 'npv' | 'payback'> & Pick<Finding, 'readings'>,
  pair: Pair,
  years: number,
  currency: string,
  digits = 3,
): string {
  const money = (amount: number): string => formatRoundMoney(amount, currency, digits);
  return sayFinding({ ...comparison, years }, pair, { money, counted: formatCount });
}

const short = (npv: number, currency: string, digits: number): string =>
  `${npv < 0 ? 'costs' : 'returns'} ${formatRoundMoney(Math.abs(npv), currency, digits)}`;

/** With what-ifs on: what they make of the result that is kept. `With salaries 30% higher, level 3 returns €6.3M instead of €4.1M`. */
export function whatIfHeadline(
  said: readonly string[],
  { b }: Pair,
  npvs: { readonly asked: number; readonly kept: number; readonly readings: readonly number[] },
  currency: string,
  digits: number,
): string {
  const { asked, kept, readings } = npvs;
  const instead =
    kept < 0 === asked < 0
      ? formatRoundMoney(Math.abs(kept), currency, digits)
      : short(kept, currency, digits).replace(/^(returns|costs)/, (verb) =>
          verb === 'costs' ? 'costing' : 'returning',
        );
  const finding = `With ${oneOf(said, 'and')}, ${sayLevel(b)} ${short(asked, currency, digits)} instead of ${instead}`;
  const money = (amount: number): string => formatRoundMoney(amount, currency, digits);
  return `${finding}${sayReadings(asked, readings, money)}`;
}

/** That what is shown is only looked at, and what is kept instead; '' where they are the same. */
export function viewWords(
  shown: { readonly compare: string; readonly years: number },
  kept: { readonly compare: string; readonly years: number },
  asked: number,
): string {
  const pair = parsePair(kept.compare);
  const parts = [
    shown.compare !== kept.compare && pair ? pairWords(pair) : '',
    shown.years !== kept.years ? `over ${formatCount(kept.years, 'year')}` : '',
  ].filter((part) => part !== '');
  if (parts.length === 0) return asked === 0 ? '' : 'A view: what is kept is unchanged.';
  const held =
    shown.years > kept.years
      ? ` After year ${kept.years} the portfolio is held: no new models and none retired until you enter them.`
      : '';
  return `A view: what is kept is ${parts.join(', ')}.${held}`;
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
