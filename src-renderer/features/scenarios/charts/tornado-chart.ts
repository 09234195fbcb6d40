import type { BarSeriesOption } from 'echarts/charts';
import type { SensitivityRow } from '#domain/scenarios/uncertainty/sensitivity';
import { baseOption, plainAxis, valueAxis } from '../../../components/chart/base-option';
import type { ChartInk } from '../../../components/chart/chart-ink';
import { type ChartContent, type ChartOption, nothingToShow } from '../../../components/chart/chart-types';
import { widest } from '../../../components/chart/text-width';
import { formatCompactMoney } from '../../../lib/format';
import { type MoneyAxis, moneyAxis } from './money-axis';

/** More bars than this are noise; the table has them all. */
const SHOWN = 12;

/** Pixels beside the axis for the words of a bar that reaches to its end. */
const END_ROOM = 56;

export interface TornadoRow extends SensitivityRow {
  readonly label: string;
  /** An input's own value in words: `0.15`, `€20K`. */
  readonly say: (value: number) => string;
}

/** What the low and the high end of each uncertain input alone do to the NPV; the largest effect on top. */
export function tornadoChart(base: number, rows: readonly TornadoRow[], currency: string): ChartContent {
  const moving = rows.filter(({ swing }) => swing > 0).slice(0, SHOWN);
  const first = moving[0];
  if (!first) return nothingToShow('No uncertain input moves the NPV. Give an input a range (low and high) first.');
  const axis = moneyAxis([base, ...moving.flatMap(({ npvLow, npvHigh }) => [npvLow, npvHigh])], currency);
  const money = (value: number): string => formatCompactMoney(value, currency);
  return {
    kind: 'picture',
    words:
      `The NPV is ${money(base)} with every input at its value. ${first.label} moves it most: ` +
      `${money(first.npvLow)} at ${first.say(first.low)}, ${money(first.npvHigh)} at ${first.say(first.high)}.`,
    table: {
      columns: [
        { label: 'input' },
        { label: 'low', digits: 3 },
        { label: 'high', digits: 3 },
        { label: `NPV at low, ${currency}`, digits: 0 },
        { label: `NPV at high, ${currency}`, digits: 0 },
      ],
      rows: rows.map(({ label, low, high, npvLow, npvHigh }) => [label, low, high, npvLow, npvHigh]),
    },
    draw: (ink) => draw(base, moving, axis, ink),
  };
}

/** An end is named on the side that it is on; of two on one side, the nearer one on the other. */
function sidesOf(low: number, high: number): Readonly<Record<'low' | 'high', 'left' | 'right'>> {
  const sideOf = (value: number): 'left' | 'right' => (value < 0 ? 'left' : 'right');
  const other = (value: number): 'left' | 'right' => (value < 0 ? 'right' : 'left');
  if (low * high < 0) return { low: sideOf(low), high: sideOf(high) };
  return Math.abs(low) > Math.abs(high)
    ? { low: sideOf(low), high: other(low) }
    : { low: other(high), high: sideOf(high) };
}

function draw(base: number, rows: readonly TornadoRow[], axis: MoneyAxis, ink: ChartInk): ChartOption {
  const { scale } = axis;
  const words = baseOption(ink);
  const names = rows.map(({ label }) => label);
  const series = (id: 'low' | 'high', colour: string): BarSeriesOption => ({
    id,
    type: 'bar',
    // Bars begin at 0, and 0 here is the NPV with every input at its value.
    data: rows.map((row) => {
      const [low, high] = [row.npvLow - base, row.npvHigh - base];
      return { value: id === 'low' ? low : high, label: { position: sidesOf(low, high)[id] } };
    }),
    barWidth: 12,
    barGap: '-100%',
    itemStyle: { color: colour },
    emphasis: { disabled: true },
    label: {
      show: true,
      distance: 3,
      color: ink.muted,
      fontSize: 12,
      fontFamily: ink.font,
      // The line of NPV 0 lies behind bars and words, and a word is not crossed by it.
      backgroundColor: ink.panel,
      padding: [1, 2],
      formatter: ({ dataIndex }) => {
        const row = rows[dataIndex];
        return row ? row.say(row[id]) : '';
      },
    },
  });
  const zero = scale.min < 0 && base !== 0;
  const line = {
    silent: true,
    symbol: 'none',
    lineStyle: { color: ink.text, width: 1, type: 'solid' as const },
    label: { color: ink.text, fontFamily: ink.font, fontSize: 12, position: 'start' as const, distance: 4 },
  };
  const zeroLine = {
    xAxis: -base,
    lineStyle: { color: ink.act, type: 'dashed' as const },
    label: { formatter: () => 'NPV 0', color: ink.act },
  };
  return {
    ...words,
    tooltip: { ...words.tooltip, trigger: 'item', formatter: tooltip(rows, axis) },
    grid: {
      left: Math.min(260, widest(names) + 16) + END_ROOM,
      right: END_ROOM,
      top: 40,
      bottom: 44,
      outerBoundsMode: 'none',
    },
    yAxis: {
      ...plainAxis(ink),
      type: 'category',
      inverse: true,
      data: [...names],
      axisLine: { show: false },
      axisLabel: {
        ...plainAxis(ink).axisLabel,
        hideOverlap: false,
        width: 250,
        overflow: 'truncate',
        margin: END_ROOM,
      },
    },
    xAxis: {
      ...valueAxis(ink),
      type: 'value',
      name: `NPV, ${axis.name}`,
      nameLocation: 'middle',
      nameGap: 26,
      min: scale.min - base,
      max: scale.max - base,
      interval: scale.step,
      axisLabel: { ...valueAxis(ink).axisLabel, formatter: (value: number) => axis.tick(value + base) },
    },
    series: [
      {
        ...series('low', ink.level1),
        ...(zero ? { markLine: { ...line, z: 1, data: [zeroLine] } } : {}),
      },
      {
        ...series('high', ink.accent),
        markLine: {
          ...line,
          data: [{ xAxis: 0, label: { formatter: () => axis.say(base), distance: zero ? 18 : 4 } }],
        },
      },
    ],
  };
}

function tooltip(rows: readonly TornadoRow[], axis: MoneyAxis) {
  return (params: unknown): string => {
    // ECharts hands one point here; only its place is read.
    const row = rows[(params as { readonly dataIndex?: number }).dataIndex ?? -1];
    if (!row) return '';
    return [
      row.label,
      `at ${row.say(row.low)}  NPV ${axis.say(row.npvLow)}`,
      `at ${row.say(row.high)}  NPV ${axis.say(row.npvHigh)}`,
    ].join('\n');
  };
}
