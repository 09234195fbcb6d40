import type { BarSeriesOption } from 'echarts/charts';
import { type LevelOnAxis, PLAN_PARTS, type PlanOnAxis, type PlanPart } from '#domain/scenarios/options/plan-on-axis';
import type { LevelKey } from '#domain/scenarios/plan/inputs';
import { baseOption, plainAxis, valueAxis } from '../../../components/chart/base-option';
import type { ChartInk } from '../../../components/chart/chart-ink';
import type { ChartContent, ChartOption, ChartSize } from '../../../components/chart/chart-types';
import { pixelAt } from '../../../components/chart/lines-layout';
import { placeLabels } from '../../../components/chart/place-labels';
import { widest } from '../../../components/chart/text-width';
import { type PlacedWord, wordsSeries } from '../../../components/chart/words-series';
import { formatCompactMoney } from '../../../lib/format';
import { COST_PART_WORDS } from '../page/cost-parts';
import { colourOf, levelName, levelsIn } from '../page/level-words';
import { type MoneyAxis, moneyAxis } from './money-axis';
import { periodWords, shortYear, yearsName } from './time-axis';

type Levels = readonly (readonly [LevelKey, LevelOnAxis])[];

/** Each part is a lighter tone of its level, so that the level's colour stays what it is on every screen. */
const STRENGTH: Readonly<Record<PlanPart, number>> = {
  operate: 1,
  incident: 0.78,
  retrain: 0.6,
  deploy: 0.44,
  platform: 0.32,
  lines: 0.22,
  exit: 0.13,
};
const GAP = 15;
const TOP = 46;
const BOTTOM = 44;
const LEFT = 8;

/** What of a year is paid for each part. */
const partsOf = ({ parts }: LevelOnAxis, year: number): Readonly<Record<PlanPart, number>> =>
  // One entry for each part of PLAN_PARTS.
  Object.fromEntries(PLAN_PARTS.map((part) => [part, parts[part][year] ?? 0])) as Record<PlanPart, number>;

/** What each level costs a year, by part: one small picture a level, all on one scale. */
export function yearlyCostChart(plan: PlanOnAxis, currency: string): ChartContent {
  const { axis: periods, house } = plan;
  const levels = levelsIn(plan.levels);
  const years = periods.length;
  const axis = moneyAxis(
    levels.flatMap(([, level]) => stackEnds(level, years)),
    currency,
  );
  const last = levels.map(
    ([key, { cost }]) => `${levelName(key)} ${formatCompactMoney(cost[years - 1] ?? 0, currency)}`,
  );
  const named = periods.map((period) => periodWords(period, house));
  return {
    kind: 'picture',
    words: `Cost in ${named.at(-1) ?? ''}: ${last.join(', ')}; each by operating, incidents, retraining, deploying and platform.`,
    table: {
      columns: [
        { label: 'level' },
        { label: yearsName(house) },
        ...PLAN_PARTS.map((part) => ({ label: `${COST_PART_WORDS[part]}, ${currency}`, digits: 0 })),
        { label: `paid, ${currency}`, digits: 0 },
      ],
      rows: levels.flatMap(([key, level]) =>
        level.cost.map((paid, year) => [
          levelName(key),
          named[year] ?? '',
          ...PLAN_PARTS.map((part) => level.parts[part][year] ?? 0),
          paid,
        ]),
      ),
    },
    draw: (ink, size) => draw(levels, plan, axis, ink, size),
  };
}

/** Tops and bottoms of the stacks. */
function stackEnds(level: LevelOnAxis, years: number): readonly number[] {
  return Array.from({ length: years }, (_, year) => Object.values(partsOf(level, year))).flatMap((parts) => [
    parts.filter((part) => part > 0).reduce((sum, part) => sum + part, 0),
    parts.filter((part) => part < 0).reduce((sum, part) => sum + part, 0),
  ]);
}

/** Room for a picture that can be read: narrower ones share the words of the last. */
const LEAST_WIDTH = 84;
const BESIDE = 10;

/**
 * How wide the small pictures are and whose parts are named: beside each where the words fit, else beside the last alone.
 * Words never run into the next picture.
 */
export function picturesOf(room: number, count: number): { each: number; width: number; named: 'each' | 'last' } {
  const names = widest(Object.values(COST_PART_WORDS)) + 8;
  const each = room / count;
  if (each - names - BESIDE >= LEAST_WIDTH || count === 1)
    return { each, width: Math.max(20, each - names - BESIDE), named: 'each' };
  const narrow = (room - names) / count;
  return { each: narrow, width: Math.max(20, narrow - BESIDE), named: 'last' };
}

function draw(
  levels: Levels,
  { axis: periods, house }: PlanOnAxis,
  axis: MoneyAxis,
  ink: ChartInk,
  size: ChartSize,
): ChartOption {
  const years = periods.length;
  const { scale } = axis;
  const ticks = LEFT + widest([scale.min, scale.max].map(axis.tick)) + 8;
  const { each, width, named } = picturesOf(size.width - ticks, levels.length);
  const left = (at: number): number => ticks + at * each;
  const bottom = Math.max(TOP + 1, size.height - BOTTOM);
  const words = levels.flatMap(([key, level], at): PlacedWord[] => [
    { x: left(at), y: TOP - 16, text: levelName(key), colour: colourOf(ink, key), bold: true },
    ...(named === 'each' || at === levels.length - 1
      ? partWords(level, years - 1, (value) => pixelAt(scale, value, TOP, bottom), [TOP, bottom])
      : []
    ).map(({ text, y }) => ({ x: left(at) + width + 4, y, text, colour: ink.muted })),
  ]);
  const base = baseOption(ink);
  return {
    ...base,
    tooltip: {
      ...base.tooltip,
      trigger: 'item',
      formatter: tooltip(
        levels,
        periods.map((period) => periodWords(period, house)),
        axis,
      ),
    },
    grid: levels.map((_, at) => ({
      left: left(at),
      top: TOP,
      width,
      height: bottom - TOP,
      outerBoundsMode: 'none' as const,
    })),
    xAxis: levels.map((_, at) => ({
      ...plainAxis(ink),
      type: 'category' as const,
      gridIndex: at,
      data: periods.map(shortYear),
      name: yearsName(house),
      nameLocation: 'middle' as const,
      nameGap: 24,
    })),
    yAxis: levels.map((_, at) => ({
      ...valueAxis(ink),
      type: 'value' as const,
      gridIndex: at,
      min: scale.min,
      max: scale.max,
      interval: scale.step,
      axisLabel: { ...valueAxis(ink).axisLabel, show: at === 0, formatter: axis.tick },
    })),
    series: [
      ...levels.flatMap(([key, level], at) =>
        PLAN_PARTS.map((part) => partSeries(key, level, at, part, ink, width / years)),
      ),
      wordsSeries('words', [{ x: LEFT, y: 8, text: axis.name, colour: ink.muted }, ...words], ink),
    ],
  };
}

function partSeries(
  key: LevelKey,
  level: LevelOnAxis,
  at: number,
  part: PlanPart,
  ink: ChartInk,
  room: number,
): BarSeriesOption {
  return {
    id: `${key} ${part}`,
    name: COST_PART_WORDS[part],
    type: 'bar',
    stack: key,
    xAxisIndex: at,
    yAxisIndex: at,
    barWidth: Math.max(4, Math.min(30, room * 0.62)),
    data: [...level.parts[part]],
    itemStyle: { color: colourOf(ink, key), opacity: STRENGTH[part], borderColor: ink.panel, borderWidth: 0.5 },
    emphasis: { disabled: true },
  };
}

/** The name of each part beside its piece of the last bar; pieces too small to be seen have none. */
function partWords(
  level: LevelOnAxis,
  year: number,
  pixel: (value: number) => number,
  [top, bottom]: readonly [number, number],
): readonly { readonly text: string; readonly y: number }[] {
  const parts = partsOf(level, year);
  let [above, below] = [0, 0];
  const pieces = PLAN_PARTS.flatMap((part) => {
    const value = parts[part];
    const from = value >= 0 ? above : below;
    if (value >= 0) above += value;
    else below += value;
    const tall = Math.abs(pixel(from + value) - pixel(from));
    return tall < 3 ? [] : [{ text: COST_PART_WORDS[part], wanted: (pixel(from) + pixel(from + value)) / 2 }];
  });
  const placed = placeLabels(
    pieces.map(({ wanted }) => wanted),
    { top, bottom, gap: GAP },
  );
  return pieces.map(({ text }, at) => ({ text, y: placed[at] ?? 0 }));
}

interface Hovered {
  readonly seriesId?: string;
  readonly dataIndex?: number;
}

function tooltip(levels: Levels, years: readonly string[], axis: MoneyAxis) {
  return (params: unknown): string => {
    // ECharts hands one point here; only its series and its place are read.
    const { seriesId = '', dataIndex = 0 } = params as Hovered;
    const found = levels.find(([key]) => seriesId.startsWith(`${key} `));
    const part = PLAN_PARTS.find((one) => seriesId.endsWith(` ${one}`));
    if (!found || !part) return '';
    const [key, level] = found;
    const parts = partsOf(level, dataIndex);
    return [
      `${levelName(key)}, ${years[dataIndex] ?? ''}: ${axis.say(level.cost[dataIndex] ?? 0)}`,
      `${COST_PART_WORDS[part]}  ${axis.say(parts[part])}`,
    ].join('\n');
  };
}
