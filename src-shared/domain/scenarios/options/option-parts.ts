import type { DecisionInputs } from './decision-inputs';
import type { FullCosts } from './full-costs';
import { decisionLevel, MONTHS, type OptionPlan, type PlacedLine } from './option-plan';
import { type Arrival, fillShares } from './step-shares';

/** The rows of an option's cost; investments are a row of their own. */
export const PARTS = ['deploy', 'operate', 'retrain', 'incident', 'platform', 'dip', 'lines', 'exit'] as const;
export type PartKey = (typeof PARTS)[number];

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const WORK = ['deploy', 'operate', 'retrain', 'incident'] as const;
/** Incidents and platform do not wait for people who are changing over. */
const DIPS = ['deploy', 'operate', 'retrain'] as const;

/** At the baseline and two steps. */
const MOST_PLACES = 3;

function overlap(from: number, to: number, start: number, end: number): number {
  return Math.max(0, Math.min(to, end) - Math.max(from, start));
}

/** What a cost line asks for between two months at the prices of year 1. */
function lineBetween({ line, first, spans }: PlacedLine, from: number, to: number): number {
  const start = first + line.startMonth;
  const end = start + line.months;
  const begins = start >= from && start < to;
  const share = line.months === 0 ? Number(begins) : overlap(from, to, start, end) / line.months;
  const running = spans.reduce((sum, span) => sum + overlap(Math.max(from, end), to, span.from, span.to), 0);
  return line.oneOff * share + (line.yearly * running) / MONTHS;
}

/** The cost of one option, worked out again and again for inputs and level costs that change in place. */
export interface OptionCosting {
  readonly plan: OptionPlan;
  /** Reads what of the inputs decides when; before `fill`, whenever the inputs have changed. */
  readonly refresh: () => void;
  /** The parts between two months of one plan year (from 0) into `parts`, in the order of `PARTS`. */
  readonly fill: (parts: Float64Array, from: number, to: number, year: number) => void;
  /** The shares of the work between two months: baseline, then the steps. */
  readonly sharesBetween: (from: number, to: number) => number[];
}

/** `costs`: those of each place of the plan, the baseline first. maths.md C6. */
export function optionCosting(inputs: DecisionInputs, plan: OptionPlan, costs: readonly FullCosts[]): OptionCosting {
  const { places, lines, path } = plan;
  const arrivals = path.steps.map((): Mutable<Arrival> => ({ begin: 0, ramp: 0 }));
  const dips = path.steps.map(() => ({ months: 0, share: 0 }));
  const shares = new Float64Array(MOST_PLACES);
  const mix = new Float64Array(MOST_PLACES);
  const parallel = path.platformOverlap === 'parallel';
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

  const dipBetween = (from: number, to: number, year: number): number => {
    let sum = 0;
    for (let month = from; month < to; month++) {
      let lost = 0;
      for (const [step, { months, share }] of dips.entries()) {
        const begin = arrivals[step]?.begin ?? 0;
        lost += share * overlap(month, month + 1, begin, begin + months);
      }
      if (lost === 0) continue;
      fillShares(mix, arrivals, month, month + 1);
      for (const [at, cost] of costs.entries()) {
        for (const key of DIPS) sum += (lost * (mix[at] ?? 0) * (cost[key][year] ?? 0)) / MONTHS;
      }
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
      // Only what is done there is asked for: an endless amount of nothing would be no number.
      if (share !== 0) {
        for (let key = 0; key < WORK.length; key++) {
          const name = WORK[key];
          if (name) parts[key] = (parts[key] ?? 0) + share * (cost[name][year] ?? 0);
        }
      }
      parts[4] = (parts[4] ?? 0) + (billed(at, from, to) / MONTHS) * (cost.platform[year] ?? 0);
    }
    if (hasDip) parts[5] = dipBetween(from, to, year);
    if (lines.length > 0) {
      let asked = 0;
      for (const line of lines) asked += lineBetween(line, from, to);
      parts[6] = asked * (1 + (inputs.inflation ?? 0)) ** year;
    }
    for (const { level, month } of plan.exits) {
      if (month > from && month <= to) parts[7] = (parts[7] ?? 0) + (decisionLevel(inputs, level).exitCost ?? 0);
    }
  };

  const sharesBetween = (from: number, to: number): number[] => {
    fillShares(mix, arrivals, from, to);
    return [...mix.subarray(0, places.length)];
  };
  refresh();
  return { plan, refresh, fill, sharesBetween };
}
