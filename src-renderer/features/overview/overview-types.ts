import type { Output } from '#contract/index';

export type Summary = Output<'overview.summary'>;
export type Attention = Summary['attention'][number];
export type AttentionRow = Summary['attentionRows']['rows'][number];
export type Recommendation = Summary['recommendation'];
export type ModelFilter = NonNullable<Attention['action']['filter']>;
export type LevelThresholds = Output<'settings.get'>['levelThresholds'];
export type AsOfRow = Output<'portfolio.asOf'>['rows'][number];
