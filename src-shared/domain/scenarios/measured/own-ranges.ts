import type { DecisionInputs } from '../options/decision-inputs';
import type { UncertainInput } from '../options/uncertain-inputs';
import { levelKeys } from '../plan/inputs';
import { type Distribution, FEWEST_ROWS } from '../statistics/distribution';
import type { Measured } from './measured';

/** A measured value as it is shown or kept: enough to know how it may be. */
export type MeasuredRows = Pick<Measured, 'key' | 'value' | 'n' | 'rows'>;

/** The rows' values; `null`: too few for a range of their own, or not all of them are at hand. */
function allValues({ n, rows }: MeasuredRows): number[] | null {
  const values = rows.flatMap(({ value }) => (value === null ? [] : [value]));
  return values.length === n && n >= FEWEST_ROWS ? values : null;
}

/** Events and their exposure; the exposure follows from the rate. */
function rateOf({ value, n }: MeasuredRows): Distribution | null {
  return value !== null && value > 0 ? { kind: 'rate', events: n, exposure: n / value } : null;
}

function rowsOf(found: MeasuredRows, kind: 'median' | 'mean', scale?: number): Distribution | null {
  const values = allValues(found);
  return values && { kind, values, scale };
}

/**
 * The input that a measured value speaks for, with how it may be by its own rows in place of the default's range; `null`
 * where it sets none, or where its rows are too few (`widenedRange`) or not all kept. It speaks of the last twelve months.
 */
export function ownRange(found: MeasuredRows, inputs: DecisionInputs): UncertainInput | null {
  const [lowest = 'L1'] = levelKeys(inputs);
  const at = (path: string, of: Distribution | null): UncertainInput | null => of && { path, of };
  switch (found.key) {
    case 'releasesPerYear':
      return at('updatesPerYear', rateOf(found));
    case 'incidentsPerModelYear':
      return at(`levels.${lowest}.incidentsPerModel`, rateOf(found));
    case 'timeToProduction':
      return at(`levels.${lowest}.deployWeeks`, rowsOf(found, 'median'));
    case 'incidentHours':
      // Where the cost of an incident is a formula, its hours carry the range.
      return inputs.derived?.includes('incidentCost')
        ? at('incidentHours', rowsOf(found, 'mean'))
        : at('incidentCost', rowsOf(found, 'mean', inputs.loadedAnnual / inputs.hoursPerYear));
    default:
      return null;
  }
}

/** The assumption's range around a value of too few rows, widened so that it holds every row. */
export function widenedRange(
  range: { readonly low: number; readonly high: number },
  base: number,
  values: readonly number[],
): Distribution {
  return {
    kind: 'pert',
    low: Math.min(range.low, base, ...values),
    mode: base,
    high: Math.max(range.high, base, ...values),
  };
}
