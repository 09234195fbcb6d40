import type { Output } from '#contract/index';
import { type CarryPeople, type CarrySum, sayReason, sumOf } from '#domain/scenarios/carry/carry';
import { formatCompactMoney, formatCount, formatFigure, formatMajor, formatNumber } from '../../../lib/format';

export type Carry = Output<'scenarios.carry'>;
export type CarriedModel = Carry['rows'][number];

/** Amounts that were typed, as they are read on a list. */
const money = (amount: number, currency: string): string => formatCompactMoney(amount, currency);

export const candidatesOf = ({ rows }: Carry): readonly CarriedModel[] =>
  rows.filter(({ reasons }) => reasons.length > 0);

/** The finding: how many models speak for retirement, and what is noted that they cost. */
export function headlineOf(carry: Carry): string {
  const { rows, currency } = carry;
  const found = candidatesOf(carry);
  if (found.length === 0) {
    const { withoutRunCost, withoutValue } = sumOf(rows);
    return withoutRunCost === rows.length || withoutValue === rows.length
      ? `Of ${formatCount(rows.length, 'model')} in production nothing says yet whether one costs more than it is worth`
      : `None of ${formatCount(rows.length, 'model')} in production costs more than the value noted of it`;
  }
  const { runCost } = sumOf(found);
  const cost =
    runCost === 0 ? '' : `; noted of ${found.length === 1 ? 'it' : 'them'}: ${money(runCost, currency)} a year`;
  return `${formatNumber(found.length)} of ${formatCount(rows.length, 'model')} in production ${found.length === 1 ? 'is a candidate' : 'are candidates'} for retirement${cost}`;
}

const basis = (what: string, amount: number, noted: number, all: number, currency: string): string => {
  if (noted === 0) return `no ${what} is noted`;
  const of = noted === all ? `all ${formatNumber(all)}` : `${formatNumber(noted)} of ${formatNumber(all)}`;
  return `${what} ${money(amount, currency)}, noted of ${of}`;
};

/** What the figures rest on, and how much of it is not known. */
export function basisWords({ rows, currency }: Carry): string {
  const sum = sumOf(rows);
  const incidents = rows.reduce((count, row) => count + row.incidents.length, 0);
  const unpriced = sum.unpriced === 0 ? '' : `, ${formatNumber(sum.unpriced)} without a price`;
  const happened =
    incidents === 0
      ? 'no incident is registered in 365 days'
      : `${formatCount(incidents, 'incident')} in 365 days ${atLeast(sum.incidentCost, currency, sum.unpriced)}${unpriced}`;
  const said = [
    basis('run cost', sum.runCost, sum.models - sum.withoutRunCost, sum.models, currency),
    basis('value', sum.value, sum.models - sum.withoutValue, sum.models, currency),
    happened,
  ].join('; ');
  return `A year: ${said}. What is not noted is not 0.`;
}

/** How an incident gets its price, and what the plan says of people. */
export function priceWords({ people, plan, currency }: Carry): string {
  if (people === null) {
    const why = plan === null ? 'there is no plan' : `the plan is in ${plan.currency}`;
    return `An incident costs what is noted of it. Its hours have no price, for ${why}.`;
  }
  const hour = formatMajor(people.hour, currency);
  const price = people.hoursOnTop ? `what is noted and its hours × ${hour}` : `what is noted, else its hours × ${hour}`;
  return `An incident costs ${price}. People are the plan’s ${formatFigure(people.perModel)} a model and ${formatFigure(people.updateHours)} hours a release; not added: a noted run cost may hold them.`;
}

/** An amount of which a part may not be known: at least that much. */
export const atLeast = (amount: number, currency: string, unpriced: number): string =>
  `${unpriced === 0 ? '' : '≥ '}${money(amount, currency)}`;

/** The reasons of a model in one sentence; '' without any. */
export function reasonWords({ reasons }: CarriedModel, currency: string): string {
  const said = reasons.map((reason) => sayReason(reason, (amount) => money(amount, currency))).join('; ');
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** A line of how what a model costs to carry comes about. */
export interface CarryLine {
  readonly words: string;
  readonly numbers: string;
  /** `null`: not known. */
  readonly value: number | null;
  readonly incidentId?: string;
}

const FROM = { noted: 'noted', hours: 'hours × cost of an hour', both: 'noted, and hours × cost of an hour' } as const;

/** The rows that the cost of a model is made of: a calculator comes to the same. */
export function carryLines(row: CarriedModel, people: CarryPeople | null, currency: string): readonly CarryLine[] {
  const hour = people === null ? '' : formatMajor(people.hour, currency);
  const worked = (hours: number): string => `${formatFigure(hours)} h × ${hour}`;
  const incidents = row.incidents.map(({ id, number, title, hours, cost, price, from }): CarryLine => {
    const parts = [
      ...(from === 'noted' || from === 'both' ? [formatMajor(cost ?? 0, currency)] : []),
      ...(from === 'hours' || from === 'both' ? [worked(hours ?? 0)] : []),
    ];
    return {
      words: `Incident ${number}, ${title}: ${from === null ? 'neither cost nor hours with a price are noted' : FROM[from]}`,
      numbers: from === null ? '' : parts.join(' + '),
      value: price,
      incidentId: id,
    };
  });
  return [{ words: 'Annual run cost, as noted', numbers: '', value: row.runCost }, ...incidents];
}

/** What is noted of the models that were chosen, and how much of it is not. */
export function chosenWords(sum: CarrySum, currency: string): string {
  if (sum.models === 0) return 'No model is chosen.';
  const unknown = sum.withoutRunCost === 0 ? '' : `, not noted of ${formatNumber(sum.withoutRunCost)}`;
  const unpriced = sum.unpriced === 0 ? '' : `, ${formatNumber(sum.unpriced)} without a price`;
  return `${formatCount(sum.models, 'model')}: run costs ${atLeast(sum.runCost, currency, sum.withoutRunCost)} a year${unknown}; incidents ${atLeast(sum.incidentCost, currency, sum.unpriced)} in 365 days${unpriced}; value noted ${atLeast(sum.value, currency, sum.withoutValue)} a year${sum.withoutValue === 0 ? '' : `, not noted of ${formatNumber(sum.withoutValue)}`}.`;
}
