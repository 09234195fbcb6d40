/** In front of a figure of the run that made a version: `Run: auc`. */
export const OF_TRAINING = 'Run: ';

/**
 * Whether a figure was measured when a version was made, and not of what it does in production. Such a figure is shown beside the others and
 * says nothing of health: a model that was trained once is neither watched by that nor falls silent after it.
 */
export const isOfTraining = (metric: string): boolean => metric.startsWith(OF_TRAINING);
