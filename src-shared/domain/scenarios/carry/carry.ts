import { sayDay, sayMonth } from '../../base/calendar';
import { lastTwelveMonths } from '../../base/last-twelve-months';
import type { Tier } from '../../vocabulary';
import { isDerived } from '../plan/derived-inputs';
import { personHour } from '../plan/incident-follow';
import { type InvestmentInputs, levelKeys, levelOf } from '../plan/inputs';

/** An incident of the last 365 days, as it costs. */
export interface CarriedIncident {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** Person-hours; `null`: nobody has noted them. */
  readonly hours: number | null;
  /** Major units; `null`: nobody has noted it, which is not 0. */
  readonly cost: number | null;
}

/** A model in production with what is noted of it; money in major units a year. */
export interface CarryFacts {
  readonly id: string;
  readonly name: string;
  readonly tier: Tier | null;
  readonly unit: string;
  /** Who answers for it in the business; '' = nobody is noted. */
  readonly owner: string;
  readonly runCost: number | null;
  readonly value: number | null;
  readonly incidents: readonly CarriedIncident[];
  /** Recorded releases of the last twelve months. */
  readonly releases: number;
  /** The version that ended last with nothing said to follow; `null`: one is live, or nobody knows. */
  readonly ended: { readonly version: string; readonly until: string } | null;
  /** The latest dated move, drift result or incident (ISO); `null`: nothing has a date. */
  readonly lastSign: string | null;
}

/** What the chosen plan says of people; `null` where there is none, or in another currency. */
export interface CarryPeople {
  /** What a person-hour costs, major units. */
  readonly hour: number;
  /** Full-time people for a model at today's level, and hours for an update of it. */
  readonly perModel: number;
  readonly updateHours: number;
  readonly hoursPerYear: number;
  /** Somebody said that noted amounts of incidents do not hold the people's hours: these come on top. */
  readonly hoursOnTop: boolean;
}

/** What today's way takes of people by the plan; the lowest level is today's. */
export function peopleOfPlan(inputs: InvestmentInputs): CarryPeople | null {
  const [today] = levelKeys(inputs);
  if (today === undefined) return null;
  const { operateFte, retrainHours } = levelOf(inputs, today);
  const { hoursPerYear } = inputs;
  const hoursOnTop = isDerived(inputs, 'incidentCost') && (inputs.incidentOtherCost ?? 0) > 0;
  return { hour: personHour(inputs), perModel: operateFte, updateHours: retrainHours, hoursPerYear, hoursOnTop };
}

/**
 * An incident with its price: what is noted, else hours × the cost of an hour, or both where the plan says that they are two
 * things; `null`: neither is known.
 */
export interface PricedIncident extends CarriedIncident {
  readonly price: number | null;
  readonly from: 'noted' | 'hours' | 'both' | null;
}

/** Why a model is offered for retirement. */
export type Reason =
  | { readonly key: 'costsMore'; readonly by: number }
  | { readonly key: 'ended'; readonly version: string; readonly until: string }
  | { readonly key: 'quiet'; readonly since: string };

export interface CarryRow extends Omit<CarryFacts, 'incidents' | 'ended' | 'releases'> {
  readonly incidents: readonly PricedIncident[];
  /** Of the incidents that have a price. */
  readonly incidentCost: number;
  readonly unpriced: number;
  /** Full-time people by the plan: an assumption, and never added, for a noted run cost may hold them. */
  readonly people: number | null;
  /** Run cost and incidents; `null`: no run cost is noted, which is not 0. */
  readonly carry: number | null;
  /** Value less what it costs to carry; `null`: one of them is not noted. */
  readonly balance: number | null;
  readonly reasons: readonly Reason[];
}

function priced(incident: CarriedIncident, people: CarryPeople | null): PricedIncident {
  const { cost, hours } = incident;
  const worked = hours === null || people === null ? null : hours * people.hour;
  if (cost === null) return { ...incident, price: worked, from: worked === null ? null : 'hours' };
  if (worked === null || !people?.hoursOnTop) return { ...incident, price: cost, from: 'noted' };
  return { ...incident, price: cost + worked, from: 'both' };
}

function reasonsOf({ ended, lastSign }: CarryFacts, balance: number | null, quietBefore: string | null): Reason[] {
  return [
    ...(balance !== null && balance < 0 ? [{ key: 'costsMore', by: -balance } as const] : []),
    ...(ended === null ? [] : [{ key: 'ended', ...ended } as const]),
    ...(lastSign !== null && quietBefore !== null && lastSign < quietBefore
      ? [{ key: 'quiet', since: lastSign } as const]
      : []),
  ];
}

/**
 * The day before which a last sign of life speaks for retirement: a year ago. `null` where most models show none since: then
 * nothing is recorded, and the silence is the record's, not the models'.
 */
export function quietBefore(models: readonly Pick<CarryFacts, 'lastSign'>[], now: string): string | null {
  const day = lastTwelveMonths(now).from;
  const seen = models.filter(({ lastSign }) => lastSign !== null && lastSign >= day).length;
  return 2 * seen >= models.length ? day : null;
}

/**
 * What a model costs to carry a year against the value noted of it, and what speaks for retiring it; rules.md 5.
 *
 * @param quiet see `quietBefore`
 */
export function carryOf(facts: CarryFacts, people: CarryPeople | null, quiet: string | null): CarryRow {
  const { ended: _ended, releases, ...kept } = facts;
  const incidents = facts.incidents.map((incident) => priced(incident, people));
  const incidentCost = incidents.reduce((sum, { price }) => sum + (price ?? 0), 0);
  const carry = facts.runCost === null ? null : facts.runCost + incidentCost;
  const balance = carry === null || facts.value === null ? null : facts.value - carry;
  return {
    ...kept,
    incidents,
    incidentCost,
    unpriced: incidents.filter(({ price }) => price === null).length,
    people: people && people.perModel + (releases * people.updateHours) / people.hoursPerYear,
    carry,
    balance,
    reasons: reasonsOf(facts, balance, quiet),
  };
}

/** Candidates first, those that cost most above their value before others; then by balance, what is not known last. */
export function byNeed(rows: readonly CarryRow[]): readonly CarryRow[] {
  const last = Number.POSITIVE_INFINITY;
  return rows.toSorted(
    (a, b) =>
      Number(b.reasons.length > 0) - Number(a.reasons.length > 0) ||
      (a.balance ?? last) - (b.balance ?? last) ||
      (b.carry ?? -1) - (a.carry ?? -1) ||
      a.name.localeCompare(b.name, 'en'),
  );
}

/** A reason as every surface says it. */
export function sayReason(reason: Reason, money: (amount: number) => string): string {
  switch (reason.key) {
    case 'costsMore':
      return `costs ${money(reason.by)} a year more than the value noted`;
    case 'ended':
      return `version ${reason.version} ended ${sayDay(reason.until)}, and nothing is said to follow`;
    case 'quiet':
      return `no move, drift result or incident since ${sayMonth(reason.since.slice(0, 7))}`;
  }
}

/** What is noted of several models together; what is not noted is counted, not taken for 0. */
export interface CarrySum {
  readonly models: number;
  readonly runCost: number;
  readonly withoutRunCost: number;
  readonly incidentCost: number;
  readonly unpriced: number;
  readonly value: number;
  readonly withoutValue: number;
}

export function sumOf(rows: readonly CarryRow[]): CarrySum {
  const sum = (of: (row: CarryRow) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return {
    models: rows.length,
    runCost: sum(({ runCost }) => runCost ?? 0),
    withoutRunCost: sum(({ runCost }) => Number(runCost === null)),
    incidentCost: sum(({ incidentCost }) => incidentCost),
    unpriced: sum(({ unpriced }) => unpriced),
    value: sum(({ value }) => value ?? 0),
    withoutValue: sum(({ value }) => Number(value === null)),
  };
}
