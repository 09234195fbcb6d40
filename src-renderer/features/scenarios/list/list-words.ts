import { parsePair } from '#domain/scenarios/plan/comparison-flows';
import { formatCompactMoney, formatCount } from '../../../lib/format';
import { headlineOf } from '../page/headline';
import { pairWords } from '../page/level-words';
import type { ScenarioHead } from '../page/scenario-types';

type Result = Pick<ScenarioHead['result'], 'npv' | 'payback' | 'years'>;

/** The finding of a scenario that is kept. */
export function resultWords(result: Result, compare: string, currency: string): string {
  const pair = parsePair(compare);
  return pair ? headlineOf(result, pair, result.years, currency) : '';
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
  const npvs = alike.map(({ result }) => result.npv);
  const span =
    alike.length < 2
      ? ''
      : ` ${formatCount(alike.length, 'scenario')} of the same comparison range from ${formatCompactMoney(Math.min(...npvs), plan.currency)} to ${formatCompactMoney(Math.max(...npvs), plan.currency)}.`;
  const beyond = plan.result.cautions.some(({ key }) => key === 'largePortfolio');
  return {
    headline: `${beyond ? 'If building costs what is assumed: ' : ''}${resultWords(plan.result, plan.compare, plan.currency)}`,
    subline: `The plan is “${plan.name}”: ${against}.${span}`,
  };
}
