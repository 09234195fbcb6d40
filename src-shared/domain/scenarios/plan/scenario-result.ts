import { counted } from '../../base/wording';
import { sayFigure, sayPercent } from '../explain/say-figure';
import { npv } from '../finance/cash-flow';
import { type SensitivityRow, sensitivity } from '../uncertainty/sensitivity';
import { tornadoEnds } from '../uncertainty/tornado-ends';
import type { Uncertain } from '../uncertainty/uncertain';
import { type Caution, cautionsOf, withheldBy } from './cautions';
import { comparisonFlows, type Pair, parsePair } from './comparison-flows';
import { type EarlierValue, earlierValue } from './earlier-value';
import { fieldAt, parsePath, sayPath } from './input-path';
import { horizonOf, type InvestmentInputs, type LevelKey, sayLevel } from './inputs';
import type { KnownInputs } from './known-inputs';
import {
  countedReadings,
  type IncidentAnswerId,
  incidentReadings,
  type NotedIncidents,
  sayReadings,
} from './noted-incidents';
import { type Comparison, projectInvestment } from './project';
import { sayLimit } from './say-limit';
import { sayAmount, sayWhen } from './say-result';
import { levelYears } from './yearly-cost';

/** One thing that must be true for the case to hold: at `breakEven` the NPV is 0, the others at their values. */
export interface MustBeTrue {
  readonly path: string;
  readonly label: string;
  readonly unit: string;
  readonly money: boolean;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly breakEven: number;
  /** Whether the break-even lies in the believed range. */
  readonly within: boolean;
}

export interface ScenarioResult extends Comparison {
  readonly compare: string;
  readonly years: number;
  readonly pvCost: Readonly<Partial<Record<LevelKey, number>>>;
  readonly mustBeTrue: readonly MustBeTrue[];
  readonly earlier: EarlierValue | null;
  readonly sentence: string;
  /** What must be said beside the figures, the gravest first. */
  readonly cautions: readonly Caution[];
  /** What stands in the place of a headline wherever the result would be quoted; `null`: it may be. */
  readonly withheld: string | null;
  /** Figures that count in an amount that is quoted (`KnownInputs`). */
  readonly digits: number;
  /** Amounts noted with incidents of which nobody has said whether they count; `null`: nothing is open. */
  readonly noted: NotedIncidents | null;
  /** What the plan is worth in each answer in which they count; empty: nothing is open. */
  readonly readings: readonly Reading[];
}

/** One answer to an open question. */
export interface Reading {
  readonly id: IncidentAnswerId;
  readonly label: string;
  /** Of an incident. */
  readonly cost: number;
  readonly npv: number;
}

export interface ScenarioQuestion {
  readonly inputs: InvestmentInputs;
  readonly compare: string;
  readonly uncertain: readonly Uncertain[];
  readonly currency: string;
  /** What a model in production earns a year; `null`: nobody has said. */
  readonly modelValue: number | null;
  /** Where the inputs come from, as far as it makes a result misleading (`knownInputs`). */
  readonly known: KnownInputs;
  /** Amounts noted with incidents; `null`: none, or none in the plan's currency. */
  readonly noted: NotedIncidents | null;
}

/** How far the break-even lies from the value, in widths of the believed range: the smaller, the more fragile. */
function distance({ value, low, high, breakEven }: MustBeTrue): number {
  return Math.abs(breakEven - value) / (high > low ? high - low : Math.abs(value) || 1);
}

/** The inputs that can turn a comparison on their own, the most fragile belief first. */
export function beliefs(rows: readonly SensitivityRow[], uncertain: readonly Uncertain[]): MustBeTrue[] {
  const all = rows.flatMap(({ path, low, high, breakEvenValue }): MustBeTrue[] => {
    const place = parsePath(path);
    const value = uncertain.find((one) => one.path === path)?.mode;
    if (!place || value === undefined || breakEvenValue === null) return [];
    const { unit, money = false } = fieldAt(place);
    const within = breakEvenValue >= low && breakEvenValue <= high;
    return [{ path, label: sayPath(place), unit, money, value, low, high, breakEven: breakEvenValue, within }];
  });
  return all.toSorted((p, q) => distance(p) - distance(q));
}

function paybackWords({ payback }: Comparison, years: number): string {
  if (payback === null) return `does not pay back within ${counted(years, 'year')}`;
  return payback === 0 ? 'needs no payback' : `pays back ${sayWhen(payback)}`;
}

function sentenceOf(
  comparison: Comparison,
  beliefsFound: readonly MustBeTrue[],
  { inputs, compare, currency, known }: ScenarioQuestion,
  { withheld, readings }: Pick<ScenarioResult, 'withheld' | 'readings'>,
): string {
  const pair = parsePair(compare);
  if (!pair) return '';
  const years = horizonOf(inputs);
  const say = (amount: number): string => sayAmount(amount, currency, known.digits);
  const worth = `${comparison.npv >= 0 ? 'saves' : 'costs'} ${say(Math.abs(comparison.npv))}`;
  const over = `over ${counted(years, 'year')} at ${sayPercent(inputs.discountRate)}`;
  const what = `${sayLevel(pair.b)} instead of ${sayLevel(pair.a)} ${worth} ${over} and ${paybackWords(comparison, years)}${sayReadings(
    comparison.npv,
    readings.map(({ npv }) => npv),
    say,
  )}.`;
  const said =
    withheld === null ? `${what.charAt(0).toUpperCase()}${what.slice(1)}` : `${withheld}. As assumed, ${what}`;
  const limit = beliefsFound[0] ?? null;
  const one = (figure: number): string => (limit?.money ? say(figure) : sayFigure(figure));
  return `${said} ${sayLimit(limit, { pair, npv: comparison.npv, digits: known.digits, say: one })}`;
}

/** What a comparison is worth in each answer in which noted amounts count. */
export function readingsOf(inputs: InvestmentInputs, pair: Pair, cost: number | null): Reading[] {
  return countedReadings(incidentReadings(inputs, cost)).map(({ id, label, cost: each, inputs: given }) => {
    const flows = comparisonFlows(given, levelYears(given, [pair.a, pair.b]), pair.a, pair.b);
    return { id, label, cost: each, npv: npv(given.discountRate, flows) };
  });
}

/**
 * The figures of a scenario's own comparison, with what must be true for them, the most fragile belief first. RangeError
 * with every problem of the inputs, the ranges or the comparison.
 */
export function scenarioResult(question: ScenarioQuestion): ScenarioResult {
  const { inputs, compare, uncertain, modelValue, currency, known, noted } = question;
  const { rows } = sensitivity({ inputs, compare, uncertain: tornadoEnds(uncertain) });
  const projection = projectInvestment(inputs);
  const comparison = projection.comparisons[compare];
  const pair = parsePair(compare);
  if (!comparison || !pair) throw new RangeError(`${compare} is not a comparison: name the higher level first.`);
  const mustBeTrue = beliefs(rows, uncertain);
  const cautions = cautionsOf({ inputs, pair, currency, noted, ...known });
  const withheld = withheldBy(cautions);
  const readings = readingsOf(inputs, pair, noted?.cost ?? null);
  return {
    ...comparison,
    compare,
    years: horizonOf(inputs),
    pvCost: Object.fromEntries(Object.entries(projection.levels).map(([key, level]) => [key, level.pvCost])),
    mustBeTrue,
    earlier: modelValue === null ? null : earlierValue(inputs, pair, modelValue),
    sentence: sentenceOf(comparison, mustBeTrue, question, { withheld, readings }),
    cautions,
    withheld,
    digits: known.digits,
    noted: readings.length === 0 ? null : noted,
    readings,
  };
}
