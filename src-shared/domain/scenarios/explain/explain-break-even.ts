import { counted } from '../../base/wording';
import { allAtOnce, MOST_MODELS, type SteadyYear, steadyYear } from '../finance/break-even';
import { npv } from '../finance/cash-flow';
import { comparisonFlows, type Pair } from '../plan/comparison-flows';
import { type InvestmentInputs, type LevelKey, sayLevel } from '../plan/inputs';
import { levelYears } from '../plan/yearly-cost';
import { discountedTerms } from './explain-flows';
import { sayFactor, sayRateFactor } from './say-figure';

const none = (most: number): string => `Not with any number of models up to ${most}.`;

/** The number itself and the one below it, where there is one: from the first on it holds, at the other it does not. */
const around = (n: number): readonly number[] => (n > 1 ? [n, n - 1] : [n]);

function steadyTerms(year: SteadyYear): string {
  const { once, recovery, lines, operate, retrain, incident, platform, deploy } = year;
  const parts = [operate, retrain, incident, platform, deploy, lines].filter((part) => part !== 0).map(sayFactor);
  return [`${sayFactor(once)} × ${sayRateFactor(recovery)}`, ...parts].join(' + ');
}

function steadySum({ once, recovery, lines, operate, retrain, incident, platform, deploy }: SteadyYear): number {
  return once * recovery + lines + operate + retrain + incident + platform + deploy;
}

/**
 * What a steady year costs at both levels with the break-even number of models and with one fewer: the investment × the
 * yearly payment for 1 + operating + updates + incidents + platform + deploying (+ cost lines).
 */
export function explainSteady(inputs: InvestmentInputs, { a, b }: Pair, n: number | null): string {
  if (n === null) return none(MOST_MODELS.steady);
  const at = (key: LevelKey, models: number): string => {
    const year = steadyYear(inputs, key, models);
    return `${counted(models, 'model')}, ${sayLevel(key)}: ${steadyTerms(year)} = ${sayFactor(steadySum(year))}`;
  };
  return around(n)
    .flatMap((models) => [at(b, models), at(a, models)])
    .join('; ');
}

/** The NPV with the break-even number of models, all deployed in year 1, and with one fewer. */
export function explainByNpv(inputs: InvestmentInputs, { a, b }: Pair, n: number | null): string {
  if (n === null) return none(MOST_MODELS.npv);
  const { discountRate } = inputs;
  return around(n)
    .map((models) => {
      const given = allAtOnce(inputs, models);
      const flows = comparisonFlows(given, levelYears(given), a, b);
      const value = sayFactor(npv(discountRate, flows));
      return `${counted(models, 'model')}: ${discountedTerms(flows, discountRate)} = ${value}`;
    })
    .join('; ');
}
