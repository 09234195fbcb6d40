import type { Question } from './trace-metrics';

const COUNT = [{ aggregation_type: 'COUNT' }] as const;
export const TRACES: Question = { view_type: 'TRACES', metric_name: 'trace_count', aggregations: COUNT };
export const BY_STATUS: Question = { ...TRACES, dimensions: ['trace_status'] };
const ASSESSMENTS = { view_type: 'ASSESSMENTS', dimensions: ['assessment_name'] } as const;
export const SCORES: Question = {
  ...ASSESSMENTS,
  metric_name: 'assessment_value',
  aggregations: [{ aggregation_type: 'AVG' }],
};
/** Also of those that are no number. */
export const ASSESSED: Question = { ...ASSESSMENTS, metric_name: 'assessment_count', aggregations: COUNT };
export const COST: Question = {
  view_type: 'SPANS',
  metric_name: 'total_cost',
  aggregations: [{ aggregation_type: 'SUM' }],
};
/** A mean and a sum tell of how many calls it is. */
export const PRICED: Question = { ...COST, aggregations: [...COST.aggregations, { aggregation_type: 'AVG' }] };
export const CALLS: Question = {
  ...{ view_type: 'SPANS', metric_name: 'span_count', aggregations: COUNT },
  dimensions: ['span_type'],
};
