import type { Summary } from '#contract/overview';
import type { Scenario } from '#contract/scenarios/scenarios';
import type { LevelThresholds } from '#domain/level/level-thresholds';
import type { JointSpread } from '#domain/scenarios/options/joint-simulation';
import { parsePair } from '#domain/scenarios/plan/comparison-flows';
import { levelKeys } from '#domain/scenarios/plan/inputs';
import { sayAmount } from '#domain/scenarios/plan/say-result';
import { outsideMiddle, sayOutsideMiddle } from '#domain/scenarios/uncertainty/beside-case';
import { sensitivity } from '#domain/scenarios/uncertainty/sensitivity';
import { tornadoEnds } from '#domain/scenarios/uncertainty/tornado-ends';
import type { ReadHandle } from '../journal/handle';
import { decisionOf } from './decision';
import { inputsOf } from './inputs';
import { readScenario } from './reading';
import { findChosenScenario } from './scenarios';

/** Of the runs what stands beside the case. */
const pick = ({ mean, p10, p25, p50, p75, p90 }: JointSpread) => ({ mean, p10, p25, p50, p75, p90 });

/** What is said of a case that its own runs leave on one side; '' where they do not. */
function outsideWords({ inputs, compare, uncertain, currency, result }: Scenario, runs: JointSpread): string {
  if (outsideMiddle(result.npv, runs) === null) return '';
  const { rows } = sensitivity({ inputs, compare, uncertain: tornadoEnds(uncertain) });
  return sayOutsideMiddle(result.npv, runs, rows, (amount) => sayAmount(amount, currency, result.digits));
}

/** What the chosen scenario says, in one line; `null`: there is none. */
export async function chosenInvestment(
  read: ReadHandle,
  thresholds: LevelThresholds,
  now: string,
): Promise<Summary['investment']> {
  const row = await findChosenScenario(read);
  const pair = row && parsePair(row.compare);
  if (!row || !pair) return null;
  const scenario = await readScenario(read, row.id, now);
  const { id, name, currency, compare, origins, result } = scenario;
  const decision = await decisionOf(scenario, thresholds);
  const { words, sentence, agreement, cheapest, recommended, simulation } = decision;
  const runs = simulation?.pairs[compare] ?? null;
  const aside = runs && outsideWords(scenario, runs);
  const cautions = [...(aside ? [aside] : []), ...result.cautions.map(({ sentence }) => sentence)];
  return {
    scenarioId: id,
    name,
    currency,
    compare,
    level: Number(pair.b.slice(1)),
    years: result.years,
    discountRate: inputsOf(row).discountRate,
    npv: result.npv,
    runs: runs && pick(runs),
    payback: result.payback,
    mustBeTrue: result.mustBeTrue[0] ?? null,
    origins,
    withheld: result.withheld,
    readings: [...result.readings],
    digits: result.digits,
    cautions,
    // What stands in one line elsewhere stands with what makes it misleading.
    words: [result.sentence, ...cautions].join(' '),
    decision: {
      headline: words.headline,
      sentence,
      money: [words.money, words.runs].filter((part) => part !== '').join(' '),
      agreement,
      levels: levelKeys(scenario.inputs),
      cheapest,
      recommended,
    },
  };
}
