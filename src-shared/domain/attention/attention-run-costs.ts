import { said, typedText } from '../base/sentence';
import { counted, sayCount, sayQuantity } from '../base/wording';
import { detailOf, type RankedItem } from './attention-item';

/** Run costs noted of the models and the plan's own first year, further apart than a factor of two. */
export interface RunCostsAttention {
  readonly scenarioId: string;
  readonly name: string;
  /** Noted over planned, for the same number of models. */
  readonly ratio: number;
  /** Models in production that have a run cost noted, of how many. */
  readonly models: number;
  readonly inProduction: number;
}

/** One of the two leaves something out, and the case rests on the planned one. */
export function runCostsItem({ scenarioId, name, ratio, models, inProduction }: RunCostsAttention): RankedItem {
  const higher = ratio > 1;
  const times = sayQuantity(higher ? ratio : 1 / ratio);
  const title = higher
    ? `Run costs are noted ${times} times as high as the plan says`
    : `The plan says run costs ${times} times as high as they are noted`;
  const of = `Noted of ${sayCount(models)} of ${counted(inProduction, 'model')} in production, brought to as many as the plan has`;
  return {
    tier: null,
    attention: {
      kind: 'run_costs_apart',
      severity: 'watch',
      title,
      ...detailOf(
        said`${of}, and held against the first year of ${typedText(`“${name}”`, 'the plan')} without deployments. Beyond a factor of two one of them leaves something out: say how many people keep today’s models running, or correct what is noted.`,
      ),
      count: 1,
      since: null,
      action: { label: 'Open the people of today', filter: null, modelId: null, scenarioId },
    },
  };
}
