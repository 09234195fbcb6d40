import type { ReleaseLoad } from '../models/update-frequency';

/** What an assessment is asked for: a number of models, and how often one of them is updated. */
export interface ModelDemand {
  /** In production. */
  readonly models: number;
  /** Of one model, on average over those whose frequency is known. */
  readonly updatesPerYear: number;
  /** Models of which nobody has said how often they are updated. Left out: none, or all of them without any update. */
  readonly unknownFrequency?: number | undefined;
}

/** Decimals of a load that mean something; a mean times its number comes back as 260.00000000000006. */
const TIDY = 1e6;

/**
 * The release load behind a demand. Models with an unknown frequency add nothing, as in `releaseLoad`, so that an
 * assessment and the overview of one portfolio say the same; with any, the load is a lower bound.
 */
export function demandLoad({ models, updatesPerYear, unknownFrequency }: ModelDemand): ReleaseLoad {
  const unknown = Math.min(models, unknownFrequency ?? (updatesPerYear === 0 ? models : 0));
  return { load: Math.round((models - unknown) * updatesPerYear * TIDY) / TIDY, unknown };
}
