import { type LevelOnAxis, PLAN_PARTS, type PlanOnAxis, type PlanPart } from '#domain/scenarios/options/plan-on-axis';
import type { LevelKey } from '#domain/scenarios/plan/inputs';
import { baseOption } from '../../../components/chart/base-option';
import type { ChartInk } from '../../../components/chart/chart-ink';
import type { ChartContent, ChartOption, ChartSize } from '../../../components/chart/chart-types';
import { pixelAt } from '../../../components/chart/lines-layout';
import { placeLabels } from '../../../components/chart/place-labels';
import { boxesSeries, linesSeries, type PlacedBox, type PlacedLine } from '../../../components/chart/shape-series';
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

/** A piece of a bar, with what its tip says. */
interface Piece extends PlacedBox {
  readonly level: LevelKey;
  readonly year: number;
  readonly part: PlanPart;
}

/** What of a stack stands for each part, from the axis upwards, and downwards where it is saved. */
function piecesOf(
  [key, level]: Levels[number],
  years: number,
  { left, band, wide }: { readonly left: number; readonly band: number; readonly wide: number },
  pixel: (value: number) => number,
  ink: ChartInk,
): readonly Piece[] {
  const colour = colourOf(ink, key);
  return Array.from({ length: years }, (_, year) => {
    const parts = partsOf(level, year);
    let [above, below] = [0, 0];
    return PLAN_PARTS.flatMap((part): Piece[] => {
      const value = parts[part];
      if (value === 0) return [];
      const from = value > 0 ? above : below;
      if (value > 0) above += value;
      else below += value;
      const [one, other] = [pixel(from), pixel(from + value)];
      return [
        {
          ...{ level: key, year, part, colour, opacity: STRENGTH[part] },
          ...{ x: left + (year + 0.5) * band - wide / 2, y: Math.min(one, other) },
          ...{ width: wide, height: Math.abs(one - other) },
        },
      ];
    });
  }).flat();
}

/** Every how many years one is named, so that no two names touch. */
const namedEvery = (names: readonly string[], band: number): number =>
  Math.max(1, Math.ceil((widest(names) + 4) / Math.max(1, band)));

/** Drawn in pixels: three pictures with axes and a series for each part would be most of what a step of a slider costs. */
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
  const pixel = (value: number): number => pixelAt(scale, value, TOP, bottom);
  const band = width / Math.max(1, years);
  const wide = Math.max(4, Math.min(30, band * 0.62));
  const places = Array.from(
    { length: Math.round((scale.max - scale.min) / scale.step) + 1 },
    (_, at) => scale.min + at * scale.step,
  );
  const names = periods.map(shortYear);
  const every = namedEvery(names, band);
  const pieces = levels.flatMap((level, at) => piecesOf(level, years, { left: left(at), band, wide }, pixel, ink));
  const lines = levels.flatMap((_, at): PlacedLine[] => {
    const [x1, x2] = [left(at), left(at) + width];
    const hairs = places.map((value): PlacedLine => ({ x1, x2, y1: pixel(value), y2: pixel(value), colour: ink.line }));
    // The axis: at 0 where amounts lie on both sides of it.
    const zero = pixel(Math.min(Math.max(0, scale.min), scale.max));
    return [...hairs, { x1, x2, y1: zero, y2: zero, colour: ink.line }];
  });
  const words = levels.flatMap(([key, level], at): PlacedWord[] => [
    { x: left(at), y: TOP - 16, text: levelName(key), colour: colourOf(ink, key), bold: true },
    ...names.flatMap((text, year): PlacedWord[] =>
      year % every === 0
        ? [{ x: left(at) + (year + 0.5) * band, y: bottom + 11, text, colour: ink.muted, align: 'center' }]
        : [],
    ),
    { x: left(at) + width / 2, y: bottom + 27, text: yearsName(house), colour: ink.muted, align: 'center' },
    ...(named === 'each' || at === levels.length - 1 ? partWords(level, years - 1, pixel, [TOP, bottom]) : []).map(
      ({ text, y }): PlacedWord => ({ x: left(at) + width + 4, y, text, colour: ink.muted }),
    ),
  ]);
  const amounts = places.map(
    (value): PlacedWord => ({
      x: ticks - 8,
      y: pixel(value),
      text: axis.tick(value),
      colour: ink.muted,
      align: 'right',
    }),
  );
  const base = baseOption(ink);
  return {
    ...base,
    tooltip: {
      ...base.tooltip,
      trigger: 'item',
      formatter: tooltip(
        levels,
        pieces,
        periods.map((period) => periodWords(period, house)),
        axis,
      ),
    },
    series: [
      linesSeries('lines', lines),
      boxesSeries('parts', pieces, ink.panel),
      wordsSeries('words', [{ x: LEFT, y: 8, text: axis.name, colour: ink.muted }, ...amounts, ...words], ink),
    ],
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
  readonly dataIndex?: number;
}

function tooltip(levels: Levels, pieces: readonly Piece[], years: readonly string[], axis: MoneyAxis) {
  return (params: unknown): string => {
    // ECharts hands one piece here; only its place is read.
    const { dataIndex = -1 } = params as Hovered;
    const piece = pieces[dataIndex];
    const level = levels.find(([key]) => key === piece?.level)?.[1];
    if (!piece || !level) return '';
    const { year, part } = piece;
    return [
      `${levelName(piece.level)}, ${years[year] ?? ''}: ${axis.say(level.cost[year] ?? 0)}`,
      `${COST_PART_WORDS[part]}  ${axis.say(partsOf(level, year)[part])}`,
    ].join('\n');
  };
}
