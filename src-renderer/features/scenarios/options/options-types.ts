import type { Input, Output } from '#contract/index';

export type Answer = Output<'investment.options'>;
export type Question = Input<'investment.options'>;
export type LevelAnswer = NonNullable<Answer['levels']['L1']>;
export type PathAnswer = Answer['paths'][string];
export type Turn = Answer['turns'][number];
/** The years by which every table tells. */
export type Axis = Answer['axis'];
