import { NANNYML_METHODS } from '#domain/drift/tool-tests';
import { DRIFT_METRICS, type DriftMetric } from '#domain/drift/vocabulary';
import type { DriftPoint } from './reading';

/** Methods of NannyML that cut the reference into bins, by Doane's rule; rows outside have a bin of their own. */
const DOANE = new Set(['jensen_shannon', 'hellinger']);

/** Its methods that look at all columns together. */
export const NANNYML_WHOLE: Readonly<Record<string, DriftMetric>> = {
  reconstruction_error: 'reconstructionError',
  domain_classifier_auroc: 'domainClassifierAuc',
};

/** What one of NannyML's methods measures (formats.md 2): JS in base 2, KS and χ² as their statistics. */
export function nannymlFigure(method: string): Pick<DriftPoint, 'metric' | 'method' | 'base' | 'binning'> {
  const whole = NANNYML_WHOLE[method];
  if (whole) return { metric: whole, method: `NannyML ${method}`, base: null, binning: '' };
  const metric = NANNYML_METHODS[method];
  if (!metric) return { metric: method, method: `NannyML ${method}`, base: null, binning: '' };
  return {
    metric,
    method: `NannyML ${method}`,
    base: DRIFT_METRICS[metric].logBase,
    binning: DOANE.has(method)
      ? 'Doane on the reference, or one bin a category'
      : DRIFT_METRICS[metric].binned
        ? 'one bin a category'
        : '',
  };
}
