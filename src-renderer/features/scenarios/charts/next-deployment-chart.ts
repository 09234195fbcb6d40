import type { LevelKey } from '#domain/scenarios/plan/inputs';
import type { DeploymentCosts } from '#domain/scenarios/plan/marginal-cost';
import { type ChartContent, nothingToShow } from '../../../components/chart/chart-types';
import { linesOption } from '../../../components/chart/lines-option';
import { formatCompactMoney } from '../../../lib/format';
import { colourOf, levelName, levelsIn } from '../page/level-words';
import { moneyAxis } from './money-axis';

type Costs = Readonly<Partial<Record<LevelKey, DeploymentCosts>>>;

/** What the n-th deployment alone costs at each level: by hand it never falls. */
export function nextDeploymentChart(costs: Costs, currency: string): ChartContent {
  const levels = levelsIn(costs);
  const count = levels[0]?.[1].cost.length ?? 0;
  if (count === 0) return nothingToShow('The plan deploys no model, so there is no next deployment to price.');
  const lowest = levels[0]?.[0];
  const label = (key: LevelKey): string => (key === lowest ? `${levelName(key)}, by hand` : levelName(key));
  const ends = levels.map(([key, { cost }]) => {
    const [first, last] = [cost[0] ?? 0, cost[count - 1] ?? 0].map((one) => formatCompactMoney(one, currency));
    return `${label(key)} from ${first} to ${last}`;
  });
  return {
    kind: 'picture',
    words: `Cost of one deployment, the first against number ${count}: ${ends.join('; ')}.`,
    table: {
      columns: [
        { label: 'deployment', digits: 0 },
        ...levels.flatMap(([key]) => [
          { label: `${levelName(key)}, ${currency}`, digits: 0 },
          { label: `${levelName(key)}, weeks`, digits: 2 },
        ]),
      ],
      rows: Array.from({ length: count }, (_, at) => [
        at + 1,
        ...levels.flatMap(([, { cost, weeks }]) => [cost[at] ?? null, weeks[at] ?? null]),
      ]),
    },
    draw: (ink, size) =>
      linesOption(
        {
          x: { kind: 'value', min: 1, max: Math.max(2, count), name: 'number of the deployment' },
          sayX: (n) => `deployment ${n}`,
          y: moneyAxis(
            levels.flatMap(([, { cost }]) => cost),
            currency,
          ),
          lines: levels.map(([key, { cost }]) => ({
            id: key,
            label: label(key),
            points: cost.map((one, at) => [at + 1, one] as const),
            colour: colourOf(ink, key),
            dots: count === 1,
          })),
        },
        ink,
        size,
      ),
  };
}
