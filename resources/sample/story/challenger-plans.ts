import type { ColumnPlan } from '../drift-plan';
import type { Person } from './people';

/** A version that runs, or ran, beside the live one of a watched model. */
export interface ChallengerPlan {
  /** Of the model. */
  readonly key: string;
  readonly version: string;
  /** Of the traffic; `null`: in the shadow. */
  readonly share: number | null;
  readonly by: Person;
  readonly from: number;
  /** The day by which it is to be decided. */
  readonly decideBy: number;
  readonly note: string;
  /** What became of it; without it it still runs. */
  readonly givenUp?: { readonly on: number; readonly why: string };
  /** What its rows look like by column of the model's plan, where it is not as of the live version. */
  readonly columns: Readonly<Record<string, Pick<ColumnPlan, 'base' | 'season' | 'episodes'>>>;
}

export const CHALLENGER_PLANS: readonly ChallengerPlan[] = [
  {
    key: 'home-peril',
    version: '2.6',
    share: 0.1,
    by: 'property',
    from: -95,
    decideBy: 22,
    note: 'Fitted on the sums insured since the indexation. It goes live if they stay within the watch limit for three months and the loss ratio of its share is no worse.',
    columns: { sum_insured: { base: 0.06, episodes: [{ from: -95, rise: 330, height: 0.12 }] } },
  },
  {
    key: 'quote-conversion',
    version: '1.3-net',
    share: 0.2,
    by: 'pricing',
    from: -258,
    decideBy: -200,
    note: 'A neural network on one comparison site; judged by conversion and by the drift of its inputs.',
    givenUp: { on: -206, why: 'Conversion of its share was two points lower, for no less drift.' },
    columns: { price_rank: { base: 0.13, season: 0.1 } },
  },
];
