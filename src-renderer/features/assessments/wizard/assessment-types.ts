import type { Output } from '#contract/index';

export type Assessment = Output<'assessments.get'>;
export type AssessmentHead = Output<'assessments.list'>['assessments'][number];
export type Response = Assessment['responses'][number];
export type Demand = Output<'assessments.demand'>;
export type DemandInputs = Assessment['inputs'];
