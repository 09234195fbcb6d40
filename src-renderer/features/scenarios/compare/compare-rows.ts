import { oneOf } from '#domain/base/wording';
import type { Caution } from '#domain/scenarios/plan/cautions';
import { parsePair } from '#domain/scenarios/plan/comparison-flows';
import { formatCompactMoney, formatCount, formatMajor, formatPercent } from '../../../lib/format';
import { originCounts } from '../inputs/origin-words';
import { rateWords } from '../page/key-figures';
import { pairWords } from '../page/level-words';
import type { ScenarioHead } from '../page/scenario-types';
import { sayYears } from '../page/time-words';

export interface ResultRow {
  readonly label: string;
  readonly values: readonly string[];
}

const NONE = 'none';
const span = (years: number | null): string => (years === null ? NONE : sayYears(years));
const models = (count: number | null): string => (count === null ? NONE : formatCount(count, 'model'));

/** The results of scenarios side by side. */
export function resultRows(heads: readonly ScenarioHead[]): readonly ResultRow[] {
  const row = (label: string, of: (head: ScenarioHead) => string): ResultRow => ({ label, values: heads.map(of) });
  return [
    row('Compares', ({ compare }) => {
      const pair = parsePair(compare);
      return pair ? pairWords(pair) : compare;
    }),
    row('Years of the plan', ({ result }) => String(result.years)),
    row('Net present value', ({ result, currency }) => formatMajor(result.npv, currency)),
    row('Payback', ({ result }) => span(result.payback)),
    row('Payback, discounted', ({ result }) => span(result.discountedPayback)),
    row('Internal rate of return', ({ result }) => rateWords(result)),
    row('Modified rate of return', ({ result }) => (result.mirr === null ? NONE : formatPercent(result.mirr))),
    row('Breaks even from, by NPV', ({ result }) => models(result.breakEvenNpv)),
    row('Breaks even from, steady state', ({ result }) => models(result.breakEvenSteady)),
    row('Where the inputs come from', ({ origins }) => originCounts(origins)),
  ];
}

/** How far apart the scenarios lie. */
export function compareHeadline(heads: readonly ScenarioHead[]): string {
  const currencies = new Set(heads.map(({ currency }) => currency));
  const [currency] = currencies;
  if (currencies.size !== 1 || currency === undefined)
    return `${formatCount(heads.length, 'scenario')} in different currencies`;
  const sorted = heads.toSorted((p, q) => p.result.npv - q.result.npv);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (!least || !most) return 'Nothing to compare';
  const say = (head: ScenarioHead): string => `${formatCompactMoney(head.result.npv, currency)} in “${head.name}”`;
  return `The net present value ranges from ${say(least)} to ${say(most)}`;
}

/** What must be said before one of them is quoted: once where it holds for all, otherwise with the names. */
export function sharedCautions(
  heads: readonly { readonly name: string; readonly result: { readonly cautions: readonly Caution[] } }[],
): readonly Caution[] {
  const found = new Map<string, { readonly caution: Caution; readonly names: string[] }>();
  for (const { name, result } of heads) {
    for (const caution of result.cautions) {
      const known = found.get(caution.sentence);
      if (known) known.names.push(name);
      else found.set(caution.sentence, { caution, names: [name] });
    }
  }
  return [...found.values()].map(({ caution: { key, sentence }, names }) => ({
    key,
    sentence: names.length === heads.length ? sentence : `${oneOf(names, 'and')}: ${sentence}`,
  }));
}
