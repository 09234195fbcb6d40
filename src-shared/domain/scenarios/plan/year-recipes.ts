import { sayFactor } from '../explain/say-figure';
import { incidentsPath, isDerived } from './derived-inputs';
import { type InvestmentInputs, type LevelKey, levelKeys, levelOf } from './inputs';
import { deploymentWeeks, learningCurve } from './learning';
import type { PortfolioYear } from './portfolio-path';
import { type CostComponents, operatingPeople } from './yearly-cost';

export type ComponentKey = keyof Omit<CostComponents, 'total'>;

/** One factor of a component's formula, in words and with its numbers. */
export interface Factor {
  readonly words: string;
  readonly numbers: string;
}

/** How a component of a year is reckoned: factors to multiply, and the inputs behind them by name. */
export interface Recipe {
  readonly key: ComponentKey;
  readonly factors: readonly Factor[];
  /** Names of the plan (`incidentCost`) and, after a dot, of the level (`.operateFte`); the models of the years come besides. */
  readonly from: readonly string[];
}

function factor(words: string, value: number): Factor {
  return { words, numbers: sayFactor(value) };
}

/** What the cost of an incident is worked out from; nothing where it is a number of its own. */
function costParents(inputs: InvestmentInputs): readonly string[] {
  if (!isDerived(inputs, 'incidentCost')) return [];
  const other = (inputs.incidentOtherCost ?? 0) > 0 ? ['incidentOtherCost'] : [];
  return ['incidentHours', 'loadedAnnual', 'hoursPerYear', ...other];
}

/** What a level's incidents are worked out from, as above. */
function incidentParents(inputs: InvestmentInputs, key: LevelKey): readonly string[] {
  if (!isDerived(inputs, incidentsPath(key))) return [];
  const [lowest = key] = levelKeys(inputs);
  return [incidentsPath(lowest), ...[key, lowest].flatMap((of) => (of === 'L1' ? [] : [`incidentReduction${of}`]))];
}

/** The five components of maths.md C2 as recipes; the same formulas as `yearComponents`, told. */
export function yearRecipes(inputs: InvestmentInputs, key: LevelKey, year: PortfolioYear): Recipe[] {
  const level = levelOf(inputs, key);
  const { newModels, deployedBefore } = year;
  const living = factor('living models', year.living);
  const salary = factor('cost of a person', inputs.loadedAnnual);
  const weeks = deploymentWeeks(learningCurve(level), deployedBefore, newModels);
  const units = `${sayFactor(newModels)} new models, ${sayFactor(deployedBefore)} deployed before`;
  const whole = level.modelsPerEngineer !== undefined;
  return [
    {
      key: 'deploy',
      factors: [
        factor(`weeks of deployment (${units})`, weeks),
        factor('people on a deployment', level.deployFte),
        factor('cost of a person-week', inputs.loadedAnnual / inputs.weeksPerYear),
      ],
      from: ['loadedAnnual', 'weeksPerYear', '.deployWeeks', '.progressRatio', '.floorWeeks', '.deployFte'],
    },
    {
      key: 'operate',
      factors: whole
        ? [factor('whole engineers for the living models', operatingPeople(level, year.living)), salary]
        : [living, factor('people per model', level.operateFte), salary],
      from: ['loadedAnnual', ...(whole ? ['.modelsPerEngineer', '.minEngineers'] : ['.operateFte'])],
    },
    {
      key: 'retrain',
      factors: [
        living,
        factor('updates per model', inputs.updatesPerYear),
        factor('hours per update', level.retrainHours),
        factor('cost of a person-hour', inputs.loadedAnnual / inputs.hoursPerYear),
      ],
      from: ['loadedAnnual', 'hoursPerYear', 'updatesPerYear', '.retrainHours'],
    },
    {
      key: 'incident',
      factors: [
        living,
        factor('incidents per model', level.incidentsPerModel),
        factor('cost of an incident', inputs.incidentCost),
      ],
      from: ['incidentCost', ...costParents(inputs), '.incidentsPerModel', ...incidentParents(inputs, key)],
    },
    {
      key: 'platform',
      factors: [
        {
          words: '(fixed cost + cost per model × living models)',
          numbers: `(${sayFactor(level.platformFixed)} + ${sayFactor(level.platformPerModel)} × ${living.numbers})`,
        },
      ],
      from: ['.platformFixed', '.platformPerModel'],
    },
  ];
}
