import { originOf } from '#domain/scenarios/defaults/default-origins';
import { sayFactor } from '#domain/scenarios/explain/say-figure';
import { derivedIncidentCost, formulaAt } from '#domain/scenarios/plan/derived-inputs';
import { personHour } from '#domain/scenarios/plan/incident-follow';
import { type InvestmentInputs, LEVEL_KEYS, levelKeys, sayLevel } from '#domain/scenarios/plan/inputs';
import { numberAt } from '#domain/scenarios/plan/scenario-inputs';
import { assumptionOf, type Origin } from './assumption-origin';

/** Where a cost of an incident comes from that follows its hours: from wherever these come, with the formula as it is now. */
export function derivedCostOrigin(inputs: InvestmentInputs, hours: Origin | null): Origin {
  const { incidentHours = 0, incidentOtherCost = 0 } = inputs;
  const people = `${sayFactor(incidentHours)} hours × ${sayFactor(personHour(inputs))} a person-hour now`;
  const other = incidentOtherCost > 0 ? ` + ${sayFactor(incidentOtherCost)} besides` : '';
  const numbers = `${people}${other} = ${sayFactor(derivedIncidentCost(inputs))}`;
  return hours?.kind === 'measured' ? { ...hours, numbers } : { kind: 'entered', note: `Worked out: ${numbers}.` };
}

/** Where a level's incidents come from that follow the lowest level's: the assumption is how many of them it avoids. */
export function derivedIncidentsOrigin(inputs: InvestmentInputs, path: string, currency: string): Origin {
  const level = LEVEL_KEYS.find((key) => path.startsWith(`levels.${key}.`)) ?? 'L2';
  const name = `incidentReduction${level}`;
  const known = originOf(name)?.origin;
  const [lowest = 'L1'] = levelKeys(inputs);
  const [of, share, now] = [
    numberAt(inputs, `levels.${lowest}.incidentsPerModel`),
    numberAt(inputs, name),
    formulaAt(inputs, path),
  ];
  const numbers = `${sayFactor(of ?? 0)} incidents at ${sayLevel(lowest)}, of which ${sayLevel(level)} avoids ${sayFactor(100 * (share ?? 0))}% = ${sayFactor(now ?? 0)}`;
  if (!known) return { kind: 'entered', note: `Worked out: ${numbers}.` };
  const left = (reduction: number): number => formulaAt({ ...inputs, [name]: reduction }, path) ?? 0;
  const points = { low: left(known.high), mode: left(known.mode), high: left(known.low) };
  return assumptionOf({ ...known, ...points, unit: 'per yr' }, currency, `Worked out: ${numbers}.`);
}
