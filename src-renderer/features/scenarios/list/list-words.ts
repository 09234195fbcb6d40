import { oneOf } from '#domain/base/wording';
import { parsePair } from '#domain/scenarios/plan/comparison-flows';
import { formatCount, formatRoundMoney } from '../../../lib/format';
import { headlineOf } from '../page/headline';
import { pairWords } from '../page/level-words';
import type { ScenarioHead } from '../page/scenario-types';

type Result = Pick<ScenarioHead['result'], 'npv' | 'payback' | 'years' | 'withheld' | 'digits' | 'readings'>;

/** The finding of a scenario that is kept, or what stands in its place. */
export function resultWords(result: Result, compare: string, currency: string): string {
  if (result.withheld !== null) return result.withheld;
  const pair = parsePair(compare);
  return pair ? headlineOf(result, pair, result.years, currency, result.digits) : '';
}

/** Why the result of a scenario is no forecast that others could be held against; '' where it is one. */
export function notComparable({ preset, result }: Pick<ScenarioHead, 'preset' | 'result'>): string {
  if (preset === 'article') return 'a story, not a forecast';
  return result.withheld === null ? '' : 'what it costs to build has yet to be entered';
}

/** `“The article” is left out: a story, not a forecast.`; '' where none is. */
export function leftOutWords(heads: readonly ScenarioHead[]): string {
  const reasons = new Map<string, string[]>();
  for (const head of heads) {
    const why = notComparable(head);
    if (why !== '') reasons.set(why, [...(reasons.get(why) ?? []), `“${head.name}”`]);
  }
  return [...reasons]
    .map(([why, names]) => `${oneOf(names, 'and')} ${names.length === 1 ? 'is' : 'are'} left out: ${why}.`)
    .join(' ');
}

/** The plan's finding over the list, with the span of the other scenarios under it. */
export function listHeadline(heads: readonly ScenarioHead[]): { readonly headline: string; readonly subline: string } {
  const plan = heads.find(({ chosen }) => chosen);
  if (!plan) {
    return {
      headline: `${formatCount(heads.length, 'scenario')}, none of them the plan`,
      subline: 'Choose the one that the overview is to show.',
    };
  }
  const pair = parsePair(plan.compare);
  const against = pair ? pairWords(pair) : plan.compare;
  const alike = heads.filter((head) => head.compare === plan.compare && head.currency === plan.currency);
  const counting = alike.filter((head) => notComparable(head) === '');
  const digits = Math.min(...counting.map(({ result }) => result.digits));
  const money = (amount: number): string => formatRoundMoney(amount, plan.currency, digits);
  const npvs = counting.map(({ result }) => result.npv);
  const range =
    counting.length < 2
      ? ''
      : ` ${formatCount(counting.length, 'scenario')} of the same comparison range from ${money(Math.min(...npvs))} to ${money(Math.max(...npvs))}.`;
  const left = alike.length > 1 ? leftOutWords(alike) : '';
  return {
    headline: resultWords(plan.result, plan.compare, plan.currency),
    subline: `The plan is “${plan.name}”: ${against}.${range}${left === '' ? '' : ` ${left}`}`,
  };
}
