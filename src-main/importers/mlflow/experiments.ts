import { z } from 'zod';
import { allPages } from '../remote/pages';
import type { Remote } from '../remote/remote';
import { remoteProblem } from '../remote/remote-failure';

const EXPERIMENTS = '/api/2.0/mlflow/experiments/search';
const MOST_EXPERIMENTS = 100_000;

const Experiments = z.object({
  experiments: z.array(z.object({ experiment_id: z.coerce.string(), name: z.string() })).nullish(),
  next_page_token: z.unknown().optional(),
});
export type Experiment = NonNullable<z.output<typeof Experiments>['experiments']>[number];

/** Those that were made last go first. @param which with those that were deleted, or without */
export const listExperiments = (remote: Remote, which: 'ACTIVE_ONLY' | 'ALL'): Promise<readonly Experiment[]> =>
  allPages('experiments', MOST_EXPERIMENTS, async (token) => {
    const query = { max_results: '1000', view_type: which, ...(token !== null && { page_token: token }) };
    const found = Experiments.safeParse(await remote.json(EXPERIMENTS, query));
    if (!found.success)
      throw remoteProblem(
        'the server’s list of experiments does not look as MLflow’s does',
        'See that it is an MLflow server',
      );
    return { items: found.data.experiments ?? [], next: found.data.next_page_token };
  });
