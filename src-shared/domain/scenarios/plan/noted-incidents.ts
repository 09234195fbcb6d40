import { counted, sayCount } from '../../base/wording';
import { isDerived, notDeriving, withDerived } from './derived-inputs';
import type { InvestmentInputs } from './inputs';

/** Amounts noted with incidents: their mean in major units of the plan's currency, of how many that have one. */
export interface NotedIncidents {
  readonly cost: number;
  readonly noted: number;
  readonly of: number;
}

export type IncidentAnswerId = 'onTop' | 'holdHours' | 'notCounted';

/** The plan as it would be if the noted amounts were meant like this. */
export interface IncidentReading {
  readonly id: IncidentAnswerId;
  readonly label: string;
  readonly inputs: InvestmentInputs;
  /** Of an incident, in major units. */
  readonly cost: number;
}

/** Whether nobody has said yet if noted amounts count: the cost follows the hours, and nothing stands beside these. */
export function asksIncidentCost(inputs: InvestmentInputs): boolean {
  return isDerived(inputs, 'incidentCost') && inputs.incidentOtherCost === undefined;
}

/**
 * The answers to what is asked before a headline: whether noted amounts count, and whether they hold the people's hours
 * already. Empty where there is nothing to ask: the cost is a number of its own, nothing is noted, or it was answered.
 */
export function incidentReadings<T extends InvestmentInputs>(
  inputs: T,
  cost: number | null,
): readonly (IncidentReading & { readonly inputs: T })[] {
  if (cost === null || !asksIncidentCost(inputs)) return [];
  const reading = (id: IncidentAnswerId, label: string, given: T) => {
    const worked = withDerived(given);
    return { id, label, inputs: worked, cost: worked.incidentCost };
  };
  return [
    reading('onTop', 'They count, and the hours come on top', { ...inputs, incidentOtherCost: cost }),
    reading('holdHours', 'They count, and hold the hours already', {
      ...notDeriving(inputs, 'incidentCost'),
      incidentCost: cost,
    }),
    reading('notCounted', 'They do not count', { ...inputs, incidentOtherCost: 0 }),
  ];
}

/** The readings in which noted amounts count: the other is what the plan says while nobody has answered. */
export const countedReadings = <T extends { readonly id: IncidentAnswerId }>(readings: readonly T[]): readonly T[] =>
  readings.filter(({ id }) => id !== 'notCounted');

/** `€8.2M to €8.6M`; one amount where they read alike. */
export function saySpan(amounts: readonly number[], money: (amount: number) => string): string {
  const [low, high] = [money(Math.min(...amounts)), money(Math.max(...amounts))];
  return low === high ? low : `${low} to ${high}`;
}

export const IF_COUNTED = 'if noted incident amounts count';

/**
 * What follows a finding while it is open whether noted amounts count: `, or €8.2M to €8.6M if noted
 * incident amounts count`; '' where nothing is open.
 *
 * @param npvs of the readings in which they count
 */
export function sayReadings(npv: number, npvs: readonly number[], money: (amount: number) => string): string {
  if (npvs.length === 0) return '';
  const side = (value: number): boolean => value >= 0;
  const [first = 0] = npvs;
  if (npvs.every((value) => side(value) === side(npv)))
    return `, or ${saySpan(npvs.map(Math.abs), money)} ${IF_COUNTED}`;
  if (npvs.every((value) => side(value) === side(first)))
    return `, but ${side(first) ? 'returns' : 'costs'} ${saySpan(npvs.map(Math.abs), money)} ${IF_COUNTED}`;
  return `, and between ${saySpan(npvs, money).replace(' to ', ' and ')} ${IF_COUNTED}`;
}

/** That the question is open; without the amount, which not every report may say. */
export const sayOpenIncidents = ({ noted, of }: NotedIncidents): string =>
  `Nobody has said whether the amounts noted with incidents count (${sayCount(noted)} of ${counted(of, 'incident')} have one): the figures leave them out until the plan is told.`;
