import type { Criticality, Origin, PersonalData, Tier, UpdateFrequency } from '#domain/vocabulary';
import type { Person } from './story/people';

/** One model of the sample: what it is, and its life in days before the day on which the sample is made. */
export interface ModelPlan {
  /** Its id in the portfolio is `sample-` and this. */
  readonly key: string;
  readonly name: string;
  readonly purpose: string;
  readonly unit: string;
  /** `null`: nobody has said. */
  readonly owner: Person | null;
  readonly maker: Person;
  readonly type: string;
  readonly origin?: Origin;
  readonly tier: Tier | null;
  readonly frequency: UpdateFrequency | null;
  readonly criticality: Criticality;
  readonly personalData: PersonalData;
  /** Thousands a year; `null`: nobody has said. */
  readonly value: number | null;
  readonly cost: number | null;
  readonly tags?: readonly string[];
  /** Its name in the registry; without one it is in none. */
  readonly registry?: string;
  readonly life: Life;
}

export interface Life {
  /** The day on which it was proposed; of a model that was there before, the day of its last release before. */
  readonly from: number;
  /** It was in production when the portfolio was begun, in this version. */
  readonly before?: string;
  /** Days of preparation, training and validation. */
  readonly days?: readonly [number, number, number];
  /** It has not come further than this. */
  readonly reached?: 'proposed' | 'data_preparation' | 'training' | 'validation';
  /** Validation sent it back once, and it took these days more. */
  readonly sentBack?: number;
  /** Days from deployment to the first monitoring; without it nobody watches the model. */
  readonly watched?: number;
  /** Days on which a new version went live. */
  readonly releases?: readonly number[];
  readonly retired?: { readonly on: number; readonly why: string; readonly by?: string };
  /** Moves against the usual order, and what followed; a deployment has a new version. */
  readonly corrections?: readonly {
    readonly on: number;
    readonly to: 'validation' | 'retraining' | 'deployed';
    readonly why: string;
  }[];
}
