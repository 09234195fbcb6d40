import type { Scenario } from '#contract/scenarios/scenarios';
import { minorDigits, toMinor } from '#domain/base/money';
import type { InvestmentInputs } from '#domain/scenarios/plan/inputs';
import { isMoney, withMoney } from '#domain/scenarios/plan/scenario-inputs';
import type { GivenRange } from '#domain/scenarios/plan/scenario-ranges';
import { DomainError } from '../../failure/domain-error';
import type { ScenarioRow } from './tables';

/** Larger amounts of minor units would lose their last digits. */
const MOST_MINOR = Number.MAX_SAFE_INTEGER;

export function minorOf(amount: number, currency: string): number {
  const minor = toMinor(amount, currency);
  if (Math.abs(minor) > MOST_MINOR) {
    throw new DomainError('invalid_input', `${amount} ${currency} is more than a scenario can hold: enter less.`);
  }
  return minor;
}

export const majorOf = (minor: number, currency: string): number => minor / 10 ** minorDigits(currency);

/** The number of an input as the file holds it. */
export const storedValue = (path: string, value: number | null, currency: string): number | null =>
  value !== null && isMoney(path) ? minorOf(value, currency) : value;

export const shownValue = (path: string, value: number | null, currency: string): number | null =>
  value !== null && isMoney(path) ? majorOf(value, currency) : value;

export const storedInputs = (inputs: InvestmentInputs, currency: string): string =>
  JSON.stringify(withMoney(inputs, (amount) => minorOf(amount, currency)));

/** Written through the contract's schema, amounts in minor units. */
export const inputsOf = (row: ScenarioRow): InvestmentInputs =>
  withMoney(JSON.parse(row.inputs) as InvestmentInputs, (minor) => majorOf(minor, row.currency));

const withRangeMoney = (ranges: readonly GivenRange[], change: (amount: number) => number): GivenRange[] =>
  ranges.map(({ path, low, high }) =>
    isMoney(path) ? { path, low: change(low), high: change(high) } : { path, low, high },
  );

export const storedRanges = (ranges: readonly GivenRange[], currency: string): string =>
  JSON.stringify(withRangeMoney(ranges, (amount) => minorOf(amount, currency)));

export const rangesOf = (row: ScenarioRow): GivenRange[] =>
  withRangeMoney(JSON.parse(row.ranges) as GivenRange[], (minor) => majorOf(minor, row.currency)); // as above

export const correlationsOf = (row: ScenarioRow): Scenario['correlations'] =>
  JSON.parse(row.correlations) as Scenario['correlations']; // as above

type Asked = NonNullable<Scenario['asked']>;

function withTeamMoney({ team, ...rest }: Asked, change: (amount: number) => number): Asked {
  if (!team) return rest;
  const { hiringCost, annualValue } = team;
  const money = {
    ...(hiringCost === undefined ? {} : { hiringCost: change(hiringCost) }),
    ...(annualValue === undefined ? {} : { annualValue: change(annualValue) }),
  };
  return { ...rest, team: { ...team, ...money } };
}

export const storedAsked = (asked: Asked | null, currency: string): string | null =>
  asked && JSON.stringify(withTeamMoney(asked, (amount) => minorOf(amount, currency)));

export const askedOf = ({ asked, currency }: ScenarioRow): Asked | null =>
  asked === null ? null : withTeamMoney(JSON.parse(asked) as Asked, (minor) => majorOf(minor, currency)); // as above

type Named = Scenario['named'];

const withPartMoney = (named: Named, change: (amount: number) => number): Named =>
  named.map((part) => ({ ...part, amount: change(part.amount) }));

export const storedNamed = (named: Named, currency: string): string | null =>
  named.length === 0 ? null : JSON.stringify(withPartMoney(named, (amount) => minorOf(amount, currency)));

export const namedOf = ({ named, currency }: ScenarioRow): Named =>
  named === null ? [] : withPartMoney(JSON.parse(named) as Named, (minor) => majorOf(minor, currency)); // as above
