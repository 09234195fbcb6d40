import type { Output } from '#contract/index';

export type Heatmap = Output<'drift.heatmap'>;
export type CellWord = Heatmap['verdicts'][number];
export type HealthList = Output<'drift.health'>;
export type ModelDrift = HealthList['models'][number];
export type RetrainingItem = Output<'drift.retraining'>['items'][number];
export type FalseAlarms = Output<'drift.falseAlarms'>;
export type Bucket = 'week' | 'month' | 'quarter';
export type DriftSeries = Output<'drift.series'>['series'][number];
export type Timeline = Output<'incidents.timeline'>;
export type TimelineIncident = Timeline['incidents'][number];
export type FoundDistribution = NonNullable<Output<'drift.distribution'>['found']>;
export type RetrainingLead = Output<'drift.retraining'>['lead'];
export type RetrainingCounts = Output<'drift.retraining'>['counts'];
