import { counted } from '../../base/wording';
import type { ModelYears } from '../../models/recorded-releases';
import { sayFactor } from '../explain/say-figure';
import { derivedIncidentCost, isDerived } from '../plan/derived-inputs';
import { type InvestmentInputs, levelKeys } from '../plan/inputs';
import type { NotedIncidents } from '../plan/noted-incidents';
import { type Measured, measured, unmeasured } from './measured';

/** An incident of the last 365 days. */
export interface IncidentFact {
  readonly modelId: string | null;
  readonly name: string;
  /** Person-hours; `null`: nobody has noted them. */
  readonly hours: number | null;
  /** Major units of the portfolio's currency; `null`: nobody has noted it, which is not 0. */
  readonly cost: number | null;
}

const NOT_KEPT = 'No incident is registered in the last 365 days: none known is not none.';

/** Incidents of a model in production in a year. */
export function measureIncidents(
  incidents: readonly IncidentFact[],
  production: ModelYears,
  inputs: InvestmentInputs,
): Measured {
  const told = {
    key: 'incidentsPerModelYear',
    label: 'Incidents per model-year',
    unit: 'incidents per model and year',
    words: 'incidents of the last 365 days / years in production in those days',
  } as const;
  if (incidents.length === 0) return unmeasured(told, NOT_KEPT);
  if (production.years === 0) return unmeasured(told, 'No model has dated moves into production in the last 365 days.');
  // Only models whose time in production is known are in the denominator, so only theirs are counted.
  const counting = incidents.filter(({ modelId }) => modelId !== null && production.models.has(modelId));
  const left = incidents.length - counting.length;
  if (counting.length === 0) {
    const words = `None of the ${counted(left, 'incident')} belongs to a model with dated moves into production.`;
    return unmeasured(told, words);
  }
  const value = counting.length / production.years;
  const [lowest = 'L1'] = levelKeys(inputs);
  return measured(told, {
    value,
    n: counting.length,
    numbers: `${counted(counting.length, 'incident')} / ${sayFactor(production.years)} model-years of ${counted(production.models.size, 'model')} = ${sayFactor(value)}`,
    caution: [
      'It counts what was registered; the levels above follow it by the share that they are assumed to avoid, unless entered.',
      left > 0 ? `${counted(left, 'incident')} of models without known time in production left out.` : '',
    ]
      .filter((text) => text !== '')
      .join(' '),
    sets: [{ path: `levels.${lowest}.incidentsPerModel`, value }],
    rows: counting.map(({ modelId, name, hours }) => ({
      modelId,
      name,
      value: 1,
      detail: hours === null ? 'hours not noted' : counted(hours, 'person-hour'),
    })),
  });
}

/** Mean, not median: it is multiplied by a number of incidents, and the long ones are the dear ones. */
export function measureIncidentHours(incidents: readonly IncidentFact[], inputs: InvestmentInputs): Measured {
  const told = {
    key: 'incidentHours',
    label: 'Person-hours of an incident',
    unit: 'person-hours per incident',
    words:
      'mean person-hours of the incidents of the last 365 days with noted hours; × cost of a person-hour now = what an incident costs in people',
  } as const;
  if (incidents.length === 0) return unmeasured(told, NOT_KEPT);
  const known = incidents.flatMap(({ modelId, name, hours }) => (hours === null ? [] : [{ modelId, name, hours }]));
  if (known.length === 0) return unmeasured(told, 'No incident of the last 365 days has its person-hours noted.');
  const hours = known.reduce((sum, one) => sum + one.hours, 0) / known.length;
  const hour = inputs.loadedAnnual / inputs.hoursPerYear;
  return measured(told, {
    value: hours,
    n: known.length,
    numbers: `mean of ${counted(known.length, 'incident')} = ${sayFactor(hours)} hours; × ${sayFactor(hour)} = ${sayFactor(hours * hour)}`,
    caution:
      (inputs.incidentOtherCost ?? 0) > 0
        ? ''
        : 'It is the cost of the people only: lost business, fines and harm are not in it.',
    sets: [
      { path: 'incidentHours', value: hours },
      { path: 'incidentCost', value: derivedIncidentCost({ ...inputs, incidentHours: hours }) },
    ],
    values: known.map((one) => one.hours),
    rows: known.map((one) => ({ modelId: one.modelId, name: one.name, value: one.hours, detail: 'person-hours' })),
  });
}

/** The mean of the amounts that are noted, of how many; `null`: none is. */
export function notedMean(incidents: readonly Pick<IncidentFact, 'cost'>[]): NotedIncidents | null {
  const known = incidents.flatMap(({ cost }) => (cost === null ? [] : [cost]));
  if (known.length === 0) return null;
  return { cost: known.reduce((sum, cost) => sum + cost, 0) / known.length, noted: known.length, of: incidents.length };
}

/**
 * Mean of the amounts that are noted with incidents. Where the cost of an incident follows its hours they come on top of
 * these; where it does not, they are the whole cost. An unknown amount is not 0.
 *
 * @param noted the currency of the amounts
 * @param wanted the currency of the inputs
 */
export function measureIncidentOtherCost(
  incidents: readonly IncidentFact[],
  inputs: InvestmentInputs,
  { noted, wanted }: { readonly noted: string; readonly wanted: string },
): Measured {
  const told = {
    key: 'incidentOtherCost',
    label: 'Noted cost of an incident',
    unit: `${noted} per incident`,
    words: 'mean of the amounts noted with incidents of the last 365 days, of those that have one',
  } as const;
  if (incidents.length === 0) return unmeasured(told, NOT_KEPT);
  const known = incidents.flatMap(({ modelId, name, cost }) => (cost === null ? [] : [{ modelId, name, cost }]));
  if (known.length === 0) return unmeasured(told, 'No incident of the last 365 days has its cost noted.');
  if (noted !== wanted) {
    return unmeasured(
      told,
      `The amounts are noted in ${noted} and the scenario counts in ${wanted}: enter what they are.`,
    );
  }
  const sum = known.reduce((total, { cost }) => total + cost, 0);
  const value = notedMean(incidents)?.cost ?? 0;
  const onTop = isDerived(inputs, 'incidentCost');
  return measured(told, {
    value,
    n: known.length,
    numbers: `mean of ${known.length} noted of ${counted(incidents.length, 'incident')} = ${sayFactor(value)}`,
    caution: `${known.length} of ${counted(incidents.length, 'incident')} ${known.length === 1 ? 'has' : 'have'} an amount; if the others cost nothing, it is ${sayFactor(sum / incidents.length)} an incident. Ask whether the amounts already hold the hours of people.`,
    sets: onTop
      ? [
          { path: 'incidentOtherCost', value },
          { path: 'incidentCost', value: derivedIncidentCost({ ...inputs, incidentOtherCost: value }) },
        ]
      : [{ path: 'incidentCost', value }],
    values: known.map(({ cost }) => cost),
    rows: known.map((one) => ({ modelId: one.modelId, name: one.name, value: one.cost, detail: noted })),
  });
}
