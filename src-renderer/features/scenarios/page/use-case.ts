import { useMemo, useRef } from 'react';
import { paybackMonth } from '#domain/scenarios/options/option-result';
import type { HouseYears } from '#domain/scenarios/options/plan-axis';
import { type PlanOnAxis, planOnAxis } from '#domain/scenarios/options/plan-on-axis';
import { planOver } from '#domain/scenarios/plan/carried-years';
import { type Pair, pairName, pairsOf, parsePair } from '#domain/scenarios/plan/comparison-flows';
import { followIncidentHours } from '#domain/scenarios/plan/incident-follow';
import type { InvestmentInputs } from '#domain/scenarios/plan/inputs';
import { type FlowFigures, type FlowProjection, projectFlows } from '#domain/scenarios/plan/project';
import { validateInputs } from '#domain/scenarios/plan/validate-inputs';
import { withWhatIfs } from './what-if';

/** A scenario worked out: all that the charts and figures show. */
export interface Case {
  /** With the what-if questions that are on. */
  readonly inputs: InvestmentInputs;
  /** Over the years that are looked at, without any question. */
  readonly asIs: InvestmentInputs;
  /** Person-hours of an incident where its cost follows them (`incidentHoursOf`). */
  readonly hours: number | null;
  readonly pair: Pair;
  readonly compare: string;
  readonly projection: FlowProjection;
  readonly comparison: FlowFigures;
  readonly years: number;
  readonly house: HouseYears;
  /** By the years of the house; worked out when it is first asked for. */
  readonly onAxis: () => PlanOnAxis;
  /** When the compared pair breaks even: years as flows by plan years have them, the month as the running months have it. */
  readonly breaksEven: () => { readonly years: number | null; readonly month: number | null };
}

function onceOf<T>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}

function caseOf(given: InvestmentInputs, { compare, years, whatIfs, hours, house }: Viewed): Case | null {
  const asIs = planOver(given, years, 'hold');
  const inputs = followIncidentHours(asIs, withWhatIfs(asIs, whatIfs), hours);
  if (validateInputs(inputs).length > 0) return null;
  const pairs = pairsOf(inputs);
  const named = parsePair(compare);
  const pair = pairs.find(({ a, b }) => a === named?.a && b === named.b) ?? pairs[0];
  if (!pair) return null;
  const projection = projectFlows(inputs);
  const comparison = projection.comparisons[pairName(pair)];
  if (!comparison) return null;
  const onAxis = onceOf(() => planOnAxis(inputs, house));
  const breaksEven = onceOf(() => {
    const { levels } = onAxis();
    const [other, own] = [levels[pair.a], levels[pair.b]];
    return { years: comparison.payback, month: other && own ? paybackMonth(other.costs, own.costs) : null };
  });
  return {
    inputs,
    asIs,
    hours,
    pair,
    compare: pairName(pair),
    projection,
    comparison,
    years,
    house,
    onAxis,
    breaksEven,
  };
}

/** What of a scenario is looked at. */
export interface Viewed {
  readonly compare: string;
  readonly years: number;
  readonly whatIfs: ReadonlySet<string>;
  readonly hours: number | null;
  readonly house: HouseYears;
}

/** The case of these inputs; while they are not valid, the last one that was. `null`: there has been none. */
export function useCase(inputs: InvestmentInputs, { compare, years, whatIfs, hours, house }: Viewed): Case | null {
  const last = useRef<Case | null>(null);
  const now = useMemo(
    () => caseOf(inputs, { compare, years, whatIfs, hours, house }),
    [inputs, compare, years, whatIfs, hours, house],
  );
  if (now !== null) last.current = now;
  return now ?? last.current;
}
