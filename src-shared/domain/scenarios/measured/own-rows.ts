import type { Distribution } from '../statistics/distribution';
import type { MeasuredRow, MeasureKey } from './measured';

/** A measured value as it is kept with an input. */
export interface KeptMeasure {
  readonly measure: MeasureKey;
  /** In the unit of the measure; the input's own value follows from it. */
  readonly measured: number;
  readonly n: number;
  readonly rows: readonly MeasuredRow[];
  /** Every value behind a median or a mean; left out by portfolios of before, where `rows` may be all of them. */
  readonly values?: readonly number[] | undefined;
}

/** The values behind a measure, if all of them are kept. */
function allValues({ n, rows, values }: KeptMeasure): readonly number[] | null {
  if (values) return values;
  const known = rows.flatMap(({ value }) => (value === null ? [] : [value]));
  return known.length === n ? known : null;
}

/**
 * How a measured input may be, from its own rows: a rate from its events and their exposure, a median and a mean from their
 * values. A count is what it is. `null`: the rows are not all kept, so nothing can be said.
 *
 * @param value of the input
 */
export function ownDistribution(kept: KeptMeasure, value: number): Distribution | null {
  switch (kept.measure) {
    case 'releasesPerYear':
    case 'incidentsPerModelYear':
      return kept.measured > 0 ? { kind: 'rate', events: kept.n, exposure: kept.n / kept.measured } : null;
    case 'timeToProduction': {
      const values = allValues(kept);
      return values && { kind: 'median', values };
    }
    case 'declaredUpdates': {
      return kept.values ? { kind: 'mean', values: kept.values } : null;
    }
    case 'incidentHours':
    case 'incidentOtherCost': {
      const values = allValues(kept);
      return values && kept.measured > 0 ? { kind: 'mean', values, scale: value / kept.measured } : null;
    }
    case 'modelsInProduction':
    case 'plannedModels':
    case 'assessmentGrowth':
      return { kind: 'entered', value };
    default:
      return null;
  }
}
