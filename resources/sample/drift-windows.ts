import type { Input } from '#contract/index';
import { hellinger, jsBase2, jsNatural, psi } from '#domain/drift/distances';
import type { SampleCalendar } from './calendar';
import { type Chance, chanceOf } from './chance';
import type { ColumnPlan, DriftPlan, Episode, ToolName } from './drift-plan';
import { modelId } from './model-steps';

type Recorded = Extract<Input<'drift.record'>, { results: unknown }>['results'][number];
export type Result = Recorded & { readonly day: number };

interface Tool {
  readonly tool: string;
  /** By the day from which it was in use. */
  readonly versions: readonly (readonly [from: number, version: string])[];
  readonly figure: 'psi' | 'jsBase2' | 'jsNatural' | 'hellinger';
  readonly method: string;
  readonly base: '2' | 'e' | null;
  readonly binning: string;
  /** From which value the tool itself speaks of drift. */
  readonly limit: number;
}

const TOOLS: Readonly<Record<ToolName, Tool>> = {
  house: {
    tool: 'Model risk monitor',
    versions: [
      [-2000, '2.3'],
      [-540, '2.4'],
    ],
    figure: 'psi',
    method: 'PSI',
    base: 'e',
    binning: 'deciles of the reference',
    limit: 0.25,
  },
  evidently: {
    tool: 'Evidently',
    versions: [
      [-2000, '0.4.40'],
      [-400, '0.7.8'],
    ],
    figure: 'jsNatural',
    method: 'Jensen-Shannon distance',
    base: 'e',
    binning: 'Sturges on both',
    limit: 0.1,
  },
  nannyml: {
    tool: 'NannyML',
    versions: [[-2000, '0.13.1']],
    figure: 'jsBase2',
    method: 'jensen_shannon',
    base: '2',
    binning: 'Doane on the reference',
    limit: 0.12,
  },
};

const FIGURES = { psi, jsBase2, jsNatural, hellinger } as const;
const SPAN_DAYS = { day: 1, week: 7, month: 30 } as const;

/** The distributions behind a figure are kept for the newest results only, as monitoring tools do. */
const DISTRIBUTION_DAYS = 100;

/**
 * Every result of one model's monitoring, in the order of time.
 * @param version of one that runs beside the live one, which has its own chances; '' = the live one
 */
export function driftResults(plan: DriftPlan, calendar: SampleCalendar, seed: number, version = ''): readonly Result[] {
  const of = version === '' ? plan.key : `${plan.key} ${version}`;
  const chances = plan.columns.map((column) => chanceOf(seed, `${of} ${column.name}`));
  return daysOf(plan, calendar).flatMap((day) =>
    plan.columns.flatMap((column, i) => {
      const chance = chances[i];
      return chance === undefined ? [] : [resultOf(plan, column, day, calendar, chance)];
    }),
  );
}

function daysOf({ every, from, until = -1 }: DriftPlan, calendar: SampleCalendar): readonly number[] {
  if (every === 'month') return calendar.firstsOfMonths(from, until);
  if (every === 'week') return calendar.mondays(from, until);
  return Array.from({ length: until - from + 1 }, (_, i) => from + i);
}

function resultOf(plan: DriftPlan, column: ColumnPlan, day: number, calendar: SampleCalendar, chance: Chance): Result {
  const tool = TOOLS[plan.tool];
  const { labels, edges, shares } = binsOf(column);
  const reference = shares.map((share) => Math.round(share * plan.rows[0]));
  const rows = Math.round(plan.rows[1] * (0.9 + 0.2 * chance.unit()));
  const current = sample(tilted(shares, shiftOf(column, day, calendar)), rows, chance);
  const value = FIGURES[tool.figure](reference, current);
  const rounded = value === null ? null : Math.round(value * 1e6) / 1e6;
  const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
  return {
    day,
    modelId: modelId(plan.key),
    column: column.name,
    metric: tool.figure,
    method: tool.method,
    base: tool.base,
    binning: edges === null ? 'values' : tool.binning,
    source: { tool: tool.tool, version: tool.versions.findLast(([from]) => from <= day)?.[1] ?? '' },
    at: calendar.at(day, plan.every === 'day' ? 3 : 4.5),
    windowStart: calendar.at(day - SPAN_DAYS[plan.every], plan.every === 'day' ? 3 : 4.5),
    value: rounded,
    nRef: sum(reference),
    nCur: sum(current),
    nBins: labels.length,
    upper: tool.limit,
    verdict: rounded !== null && rounded >= tool.limit ? 'drift' : 'none',
    distribution: day >= -DISTRIBUTION_DAYS ? { bins: [...labels], edges, reference, current } : null,
  };
}

function binsOf({ bins }: ColumnPlan) {
  if (isCategories(bins))
    return { labels: bins.map(([name]) => name), edges: null, shares: bins.map(([, share]) => share) };
  const labels = [
    ...bins.map((edge, i) => (i === 0 ? `< ${edge}` : `${bins[i - 1]} to < ${edge}`)),
    `≥ ${bins.at(-1)}`,
  ];
  return { labels, edges: [...bins], shares: labels.map(() => 1 / labels.length) };
}

const isCategories = (bins: ColumnPlan['bins']): bins is readonly (readonly [string, number])[] =>
  Array.isArray(bins[0]);

/** January to December: how far winter pulls. A table, because sines are not the same on every machine. */
const SEASON = [0.95, 1, 0.75, 0.3, -0.2, -0.65, -0.95, -1, -0.7, -0.25, 0.3, 0.7] as const;

function shiftOf({ base = 0, season = 0, episodes = [] }: ColumnPlan, day: number, calendar: SampleCalendar): number {
  const at = calendar.month(day);
  const before = Math.floor(at) % 12;
  const [from = 0, to = 0] = [SEASON[before], SEASON[(before + 1) % 12]];
  const winter = from + (to - from) * (at - Math.floor(at));
  const drift = episodes.reduce((sum, episode) => sum + heightOn(episode, day), 0);
  return Math.max(-0.95, Math.min(0.95, base + season * winter + drift));
}

function heightOn({ from, rise, height, until = 1 }: Episode, day: number): number {
  return day < from || day >= until ? 0 : height * Math.min(1, (day - from + 1) / rise);
}

/** Shares moved towards the last bin (or the first, below 0), in proportion to how far each lies from the middle. */
function tilted(shares: readonly number[], shift: number): readonly number[] {
  const middle = (shares.length - 1) / 2;
  const moved = shares.map((share, i) => share * (1 + (shift * (i - middle)) / middle));
  const all = moved.reduce((sum, share) => sum + share, 0);
  return moved.map((share) => share / all);
}

/** Rows in each bin as a sample of that size has them. */
function sample(shares: readonly number[], rows: number, chance: Chance): number[] {
  return shares.map((share) =>
    Math.max(0, Math.round(rows * share + chance.normal() * Math.sqrt(rows * share * (1 - share)))),
  );
}
