import { oneOf } from '#domain/base/wording';
import type { Caution } from '#domain/scenarios/plan/cautions';
import { parsePair } from '#domain/scenarios/plan/comparison-flows';
import { formatCount, formatPercent, formatRoundMoney } from '../../../lib/format';
import { originCounts } from '../inputs/origin-words';
import { notComparable } from '../list/list-words';
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
  // The figures of a case that is not to be quoted say that they rest on an assumption.
  const quoted = (label: string, of: (head: ScenarioHead) => string): ResultRow =>
    row(label, (head) => (head.result.withheld === null ? of(head) : `as assumed ${of(head)}`));
  return [
    row('Compares', ({ compare }) => {
      const pair = parsePair(compare);
      return pair ? pairWords(pair) : compare;
    }),
    row('Years of the plan', ({ result }) => String(result.years)),
    quoted('Net present value', ({ result, currency }) => formatRoundMoney(result.npv, currency, result.digits)),
    quoted('Payback', ({ result }) => span(result.payback)),
    quoted('Payback, discounted', ({ result }) => span(result.discountedPayback)),
    quoted('Internal rate of return', ({ result }) => rateWords(result)),
    quoted('Modified rate of return', ({ result }) => (result.mirr === null ? NONE : formatPercent(result.mirr))),
    quoted('Breaks even from, by NPV', ({ result }) => models(result.breakEvenNpv)),
    quoted('Breaks even from, steady state', ({ result }) => models(result.breakEvenSteady)),
    row('Where the inputs come from', ({ origins }) => originCounts(origins)),
  ];
}

/** How far apart the scenarios lie; what is no forecast is left out of it. */
export function compareHeadline(heads: readonly ScenarioHead[]): string {
  const currencies = new Set(heads.map(({ currency }) => currency));
  const [currency] = currencies;
  if (currencies.size !== 1 || currency === undefined)
    return `${formatCount(heads.length, 'scenario')} in different currencies`;
  const counting = heads.filter((head) => notComparable(head) === '');
  const sorted = counting.toSorted((p, q) => p.result.npv - q.result.npv);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (!least || !most) return 'None of these scenarios is a forecast that can be quoted';
  const digits = Math.min(...counting.map(({ result }) => result.digits));
  const say = (head: ScenarioHead): string =>
    `${formatRoundMoney(head.result.npv, currency, digits)} in “${head.name}”`;
  if (least === most) return `The net present value is ${say(least)}; the others are no forecasts`;
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
