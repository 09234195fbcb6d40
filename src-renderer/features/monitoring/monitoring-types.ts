import type { Output } from '#contract/index';

export type Heatmap = Output<'drift.heatmap'>;
export type CellWord = Heatmap['verdicts'][number];
export type ModelDrift = Output<'drift.health'>['models'][number];
export type RetrainingItem = Output<'drift.retraining'>['items'][number];
export type FalseAlarms = Output<'drift.falseAlarms'>;
export type Bucket = 'week' | 'month' | 'quarter';
