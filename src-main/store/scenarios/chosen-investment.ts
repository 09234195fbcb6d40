import type { Summary } from '#contract/overview';
import type { LevelThresholds } from '#domain/level/level-thresholds';
import { parsePair } from '#domain/scenarios/plan/comparison-flows';
import type { ReadHandle } from '../journal/handle';
import { decisionOf } from './decision';
import { inputsOf } from './inputs';
import { readScenario } from './reading';
import { findChosenScenario } from './scenarios';

/** What the chosen scenario says, in one line; `null`: there is none. */
export async function chosenInvestment(read: ReadHandle, thresholds: LevelThresholds): Promise<Summary['investment']> {
  const row = await findChosenScenario(read);
  const pair = row && parsePair(row.compare);
  if (!row || !pair) return null;
  const scenario = await readScenario(read, row.id);
  const { id, name, currency, compare, origins, result } = scenario;
  const { words, sentence, agreement, cheapest, recommended } = await decisionOf(scenario, thresholds);
  const cautions = result.cautions.map(({ sentence }) => sentence);
  return {
    scenarioId: id,
    name,
    currency,
    compare,
    level: Number(pair.b.slice(1)),
    years: result.years,
    discountRate: inputsOf(row).discountRate,
    npv: result.npv,
    payback: result.payback,
    mustBeTrue: result.mustBeTrue[0] ?? null,
    origins,
    withheld: result.withheld,
    digits: result.digits,
    cautions,
    // What stands in one line elsewhere stands with what makes it misleading.
    words: [result.sentence, ...cautions].join(' '),
    decision: {
      headline: words.headline,
      sentence,
      money: [words.money, words.runs].filter((part) => part !== '').join(' '),
      agreement,
      cheapest,
      recommended,
    },
  };
}
