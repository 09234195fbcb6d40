import type { Assessment } from '#contract/assessments';
import { demandLoad } from '#domain/assessments/demand-load';
import { isWithinUnit } from '#domain/base/unit-path';
import { recommendLevel } from '#domain/level/level-recommendation';
import { isInProduction } from '#domain/models/lifecycle';
import { type RecordedReleases, recordedReleases } from '#domain/models/recorded-releases';
import { meanFrequency, releaseLoad } from '#domain/models/update-frequency';
import { countKinds } from '../../store/assessments/count-kinds';
import type { ReadHandle } from '../../store/journal/handle';
import { listMovedModels } from '../../store/models/moved-models';
import { countByStageTierUnit } from '../../store/overview/counts';
import { getSettings } from '../../store/portfolio/settings';

export interface Demand {
  readonly models: number;
  /** Mean over the models whose frequency is known. */
  readonly updatesPerYear: number;
  readonly unknownFrequency: number;
  readonly tier1InProduction: number;
  /** Not retired, and of kind generative or agent; and those of which nobody has said the kind. */
  readonly generative: number;
  readonly kindUnknown: number;
}

/** What the portfolio, or one of its units, says about models in production and how often they are updated. */
export async function portfolioDemand(read: ReadHandle, unit: string): Promise<Demand> {
  const settings = await getSettings(read);
  const groups = (await countByStageTierUnit(read)).filter(
    (group) => isInProduction(group.stage) && (unit === '' || isWithinUnit(group.unit, unit)),
  );
  const models = groups.reduce((sum, group) => sum + group.count, 0);
  const { load, unknown } = releaseLoad(groups, settings.updatesPerYear);
  return {
    models,
    updatesPerYear: meanFrequency(load, models - unknown),
    unknownFrequency: unknown,
    tier1InProduction: groups.filter((group) => group.tier === 1).reduce((sum, group) => sum + group.count, 0),
    ...(await countKinds(read, unit)),
  };
}

/** What the moves of the last twelve months show of updates; of a unit, or of all (''). */
export async function recordedUpdates(
  read: ReadHandle,
  unit: string,
  now: string,
): Promise<Omit<RecordedReleases, 'models'>> {
  const { models: _models, ...recorded } = recordedReleases(await listMovedModels(read, now, unit), now);
  return recorded;
}

type Inputs = Assessment['inputs'];

/** What was given, and the portfolio for the rest. */
export function fillInputs(given: { readonly [K in keyof Inputs]?: Inputs[K] | undefined }, demand: Demand): Inputs {
  const ofAll = given.models === undefined ? demand.unknownFrequency : demand.updatesPerYear === 0 ? given.models : 0;
  const typed = given.models !== undefined || given.updatesPerYear !== undefined;
  return {
    models: given.models ?? demand.models,
    updatesPerYear: given.updatesPerYear ?? demand.updatesPerYear,
    // A frequency that is given holds for all of them.
    unknownFrequency: given.unknownFrequency ?? (given.updatesPerYear === undefined ? ofAll : 0),
    source: given.source ?? (typed ? 'typed' : 'portfolio'),
    growthModels: given.growthModels ?? 0,
    growthUpdatesPerYear: given.growthUpdatesPerYear ?? given.updatesPerYear ?? demand.updatesPerYear,
    highRisk: given.highRisk ?? demand.tier1InProduction > 0,
  };
}

/** The recommended level as the target to start from; level 1 where there is nothing to recommend yet. */
export async function recommendedTarget(read: ReadHandle, inputs: Inputs): Promise<1 | 2 | 3> {
  const { updatesPerYear, levelThresholds } = await getSettings(read);
  return (
    recommendLevel({
      models: inputs.models,
      load: demandLoad(inputs).load,
      updatesPerYear,
      thresholds: levelThresholds,
    }).level ?? 1
  );
}
