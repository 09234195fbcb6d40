/** What a registry counts of the calls of an application, a figure a day. */
export const TRAFFIC = {
  failed: 'Share of failed traces',
  latencyMean: 'Latency, mean, ms',
  latency90: 'Latency, 90th percentile, ms',
  cost: 'Cost of a day, USD',
} as const;

/** In front of the name of what somebody or something judged of an application's answers: `Assessment: correctness`. */
export const OF_ASSESSMENT = 'Assessment: ';

const COUNTED: ReadonlySet<string> = new Set(Object.values(TRAFFIC));

/**
 * Whether a figure comes with the traffic of an application, day by day. Where nobody set a band for it, it is shown beside the others
 * and says nothing of health: calls that go on do not mean that somebody watches the model, nor does a day without them that nobody does.
 */
export const isOfTraffic = (metric: string): boolean => COUNTED.has(metric) || metric.startsWith(OF_ASSESSMENT);
