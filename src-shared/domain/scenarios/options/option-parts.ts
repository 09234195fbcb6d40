import type { PortfolioYear } from '../plan/portfolio-path';
import { inflatorOf } from '../plan/yearly-cost';
import type { DecisionInputs } from './decision-inputs';
import type { FullCosts } from './full-costs';
import { costOfHires, hiresFor } from './hiring';
import { decisionLevel, MONTHS, type OptionPlan, type PlacedLine } from './option-plan';
import { mixedPeople, workTotal } from './people';
import { type Arrival, fillShares } from './step-shares';

/** The rows of an option's cost; investments are a row of their own. */
export const PARTS = [
  'deploy',
  'operate',
  'retrain',
  'incident',
  'platform',
  'dip',
  'lines',
  'exit',
  'hiring',
] as const;
export type PartKey = (typeof PARTS)[number];

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** At the baseline and two steps. */
const MOST_PLACES = 3;

function overlap(from: number, to: number, start: number, end: number): number {
  return Math.max(0, Math.min(to, end) - Math.max(from, start));
}

/** What of a cost line falls between two months: a share of its one-off and months of its yearly cost. */
export interface LineDue {
  readonly oneOff: number;
  readonly months: number;
}

function dueBetween({ line, first, spans }: PlacedLine, from: number, to: number): LineDue {
  const start = first + line.startMonth;
  const end = start + line.months;
  const begins = start >= from && start < to;
  const share = line.months === 0 ? Number(begins) : overlap(from, to, start, end) / line.months;
  const running = spans.reduce((sum, span) => sum + overlap(Math.max(from, end), to, span.from, span.to), 0);
  return { oneOff: share, months: running };
}

/** What a cost line asks for between two months at the prices of year 1. */
function lineBetween(placed: PlacedLine, from: number, to: number): number {
  const { oneOff, months } = dueBetween(placed, from, to);
  return placed.line.oneOff * oneOff + (placed.line.yearly * months) / MONTHS;
}

/** A month in which people change over: the share of it that is lost, and the year's work of its mix that waits. */
export interface DipTerm {
  readonly lost: number;
  readonly work: number;
}

/** The cost of one option, worked out again and again for inputs and level costs that change in place. */
export interface OptionCosting {
  readonly plan: OptionPlan;
  /** Reads what of the inputs decides when; before `fill`, whenever the inputs have changed. */
  readonly refresh: () => void;
  /** The parts between two months of one plan year (from 0) into `parts`, in the order of `PARTS`. */
  readonly fill: (parts: Float64Array, from: number, to: number, year: number) => void;
  /** The cost of a whole plan year (from 0): the sum of its parts, many times as quick. */
  readonly yearCost: (year: number) => number;
  /** The shares of the work between two months: baseline, then the steps. */
  readonly sharesBetween: (from: number, to: number) => number[];
  /** Months of a place's platform bill between two months. */
  readonly billedMonths: (place: number, from: number, to: number) => number;
  /** Cost lines with what of them falls between two months. */
  readonly linesDue: (
    from: number,
    to: number,
  ) => { readonly label: string; readonly oneOff: number; readonly yearly: number; readonly due: LineDue }[];
  /** The months of a change-over between two months of a year (from 0): their cost is lost × work / 12 each. */
  readonly dipTerms: (from: number, to: number, year: number) => DipTerm[];
}

/** `costs`: those of each place of the plan, the baseline first; `portfolio`: its models as they stand. maths.md C6. */
export function optionCosting(
  inputs: DecisionInputs,
  plan: OptionPlan,
  costs: readonly FullCosts[],
  portfolio: () => readonly PortfolioYear[],
): OptionCosting {
  const { places, lines, path } = plan;
  const arrivals = path.steps.map((): Mutable<Arrival> => ({ begin: 0, ramp: 0 }));
  const dips = path.steps.map(() => ({ months: 0, share: 0 }));
  const shares = new Float64Array(MOST_PLACES);
  const mix = new Float64Array(MOST_PLACES);
  const parallel = path.platformOverlap === 'parallel';
  /** What hires cost by year; stays 0 where hiring is not in the costs. */
  const hiring = new Float64Array(plan.months / MONTHS);
  let hasDip = false;

  const refresh = (): void => {
    hasDip = false;
    for (let at = 0; at < path.steps.length; at++) {
      const step = path.steps[at];
      const arrival = arrivals[at];
      const dip = dips[at];
      if (!step || !arrival || !dip) continue;
      const level = decisionLevel(inputs, step.level);
      arrival.begin = step.startMonth + (step.delayMonths ?? level.delayMonths ?? 0);
      arrival.ramp = step.rampMonths ?? level.rampMonths ?? 0;
      dip.share = level.dipShare ?? 0;
      dip.months = level.dipMonths ?? 0;
      if (dip.share > 0 && dip.months > 0) hasDip = true;
    }
    refreshHiring();
  };

  /** Months of a place's bill: from its start; side by side, until the step above is fully there. */
  const billed = (at: number, from: number, to: number): number => {
    const place = places[at];
    if (!place) return 0;
    const own = overlap(from, to, place.from, place.to);
    const above = arrivals[at];
    if (!parallel || at === 0 || !above) return own;
    // A month that begins before the step above is complete is paid in full.
    return own + overlap(from, to, place.to, Math.min(plan.months, Math.ceil(above.begin + above.ramp)));
  };

  const dipTerms: OptionCosting['dipTerms'] = (from, to, year) => {
    const terms: DipTerm[] = [];
    for (let month = from; month < to; month++) {
      let lost = 0;
      for (const [step, { months, share }] of dips.entries()) {
        const begin = arrivals[step]?.begin ?? 0;
        lost += share * overlap(month, month + 1, begin, begin + months);
      }
      if (lost === 0) continue;
      fillShares(mix, arrivals, month, month + 1);
      // Incidents and platform do not wait for people who are changing over.
      const work = costs.reduce(
        (sum, cost, at) => sum + (mix[at] ?? 0) * ((cost.work[year] ?? 0) - (cost.incident[year] ?? 0)),
        0,
      );
      terms.push({ lost, work });
    }
    return terms;
  };
  const dipBetween = (from: number, to: number, year: number): number =>
    dipTerms(from, to, year).reduce((sum, { lost, work }) => sum + (lost * work) / MONTHS, 0);

  const sharesBetween = (from: number, to: number): number[] => {
    fillShares(mix, arrivals, from, to);
    return [...mix.subarray(0, places.length)];
  };

  /** Hires at the start of each year for the people that it needs. */
  const refreshHiring = (): void => {
    const team = inputs.hiring;
    if (!team) return;
    let heads = team.teamToday;
    for (const [year, models] of portfolio().entries()) {
      const [from, to] = [MONTHS * year, MONTHS * (year + 1)];
      const lost = hasDip ? dipBetween(from, to, year) / inflatorOf(inputs, year + 1) : 0;
      const work = workTotal(mixedPeople(inputs, plan, sharesBetween(from, to), models));
      const hires = hiresFor(team, work + (lost === 0 ? 0 : lost / inputs.loadedAnnual), heads);
      hiring[year] = costOfHires(inputs, team, hires, year);
      heads += hires;
    }
  };

  /** At the prices of year 1. */
  const linesBetween = (from: number, to: number): number =>
    lines.reduce((sum, line) => sum + lineBetween(line, from, to), 0);
  const inflated = (amount: number, year: number): number =>
    amount === 0 ? 0 : amount * (1 + (inputs.inflation ?? 0)) ** year;

  const exitsBetween = (from: number, to: number): number => {
    let sum = 0;
    for (let at = 0; at < plan.exits.length; at++) {
      const exit = plan.exits[at];
      if (exit && exit.month > from && exit.month <= to) sum += decisionLevel(inputs, exit.level).exitCost ?? 0;
    }
    return sum;
  };

  const fill: OptionCosting['fill'] = (parts, from, to, year) => {
    fillShares(shares, arrivals, from, to);
    const time = (to - from) / MONTHS;
    parts.fill(0);
    for (let at = 0; at < costs.length; at++) {
      const cost = costs[at];
      if (!cost) continue;
      const share = (shares[at] ?? 0) * time;
      if (share !== 0) {
        parts[0] = (parts[0] ?? 0) + share * (cost.deploy[year] ?? 0);
        parts[1] = (parts[1] ?? 0) + share * (cost.operate[year] ?? 0);
        parts[2] = (parts[2] ?? 0) + share * (cost.retrain[year] ?? 0);
        parts[3] = (parts[3] ?? 0) + share * (cost.incident[year] ?? 0);
      }
      parts[4] = (parts[4] ?? 0) + (billed(at, from, to) / MONTHS) * (cost.platform[year] ?? 0);
    }
    if (hasDip) parts[5] = dipBetween(from, to, year);
    parts[6] = inflated(linesBetween(from, to), year);
    parts[7] = exitsBetween(from, to);
    // The search begins with the year.
    parts[8] = from === MONTHS * year ? (hiring[year] ?? 0) : 0;
  };

  // What lies still while amounts move: months of each bill and what the cost lines ask for, by year.
  const years = Array.from({ length: plan.months / MONTHS }, (_, year) => year);
  const billedYears = places.map((_, at) =>
    Float64Array.from(years, (year) => billed(at, MONTHS * year, MONTHS * (year + 1)) / MONTHS),
  );
  const linesYears = Float64Array.from(years, (year) => linesBetween(MONTHS * year, MONTHS * (year + 1)));

  const yearCost: OptionCosting['yearCost'] = (year) => {
    const [from, to] = [MONTHS * year, MONTHS * (year + 1)];
    fillShares(shares, arrivals, from, to);
    let sum = hasDip ? dipBetween(from, to, year) : 0;
    for (let at = 0; at < costs.length; at++) {
      const cost = costs[at];
      if (!cost) continue;
      const share = shares[at] ?? 0;
      if (share !== 0) sum += share * (cost.work[year] ?? 0);
      const bill = parallel ? billed(at, from, to) / MONTHS : (billedYears[at]?.[year] ?? 0);
      if (bill !== 0) sum += bill * (cost.platform[year] ?? 0);
    }
    return sum + inflated(linesYears[year] ?? 0, year) + exitsBetween(from, to) + (hiring[year] ?? 0);
  };
  refresh();
  const linesDue: OptionCosting['linesDue'] = (from, to) =>
    lines.map((placed) => ({ ...placed.line, due: dueBetween(placed, from, to) }));
  return { plan, refresh, fill, yearCost, sharesBetween, billedMonths: billed, linesDue, dipTerms };
}
