import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from 'echarts';
import type { BarSeriesOption, CustomSeriesOption, LineSeriesOption } from 'echarts/charts';
import { axisPointer, baseOption, plainAxis, valueAxis } from './base-option';
import type { ChartInk } from './chart-ink';
import type { ChartOption, ChartSize } from './chart-types';
import { type LinesLayout, linesLayout, markSide, shownRange } from './lines-layout';
import type { ChartBand, ChartBars, ChartLine, LinesSpec, LinesZoom } from './lines-spec';

/** Lines over steps, values or time, each named where it ends; with bands, thresholds and marks. */
export function linesOption(spec: LinesSpec, ink: ChartInk, size: ChartSize): ChartOption {
  const layout = linesLayout(spec, size);
  const base = baseOption(ink);
  return {
    ...base,
    grid: { ...layout.grid, outerBoundsMode: 'none' },
    tooltip: { ...base.tooltip, trigger: 'axis', axisPointer: axisPointer(ink), formatter: tooltipText(spec) },
    xAxis: xAxis(spec, ink),
    yAxis: {
      ...valueAxis(ink),
      type: 'value',
      name: spec.y.name,
      nameLocation: 'end',
      nameGap: 10 + layout.grid.top - 28,
      nameTextStyle: { ...valueAxis(ink).nameTextStyle, align: 'left', padding: [0, 0, 0, 8 - layout.grid.left] },
      min: spec.y.scale.min,
      max: spec.y.scale.max,
      interval: spec.y.scale.step,
      // The scale spaces its ticks: nothing has to be measured for overlaps.
      axisLabel: { ...valueAxis(ink).axisLabel, hideOverlap: false, formatter: spec.y.tick },
    },
    ...(spec.zoom ? { dataZoom: [zoomOf(spec.zoom)] } : {}),
    series: [
      ...(spec.bands ?? []).map((band) => bandSeries(band)),
      ...(spec.bars ?? []).map((bars) => barSeries(bars)),
      ...spec.lines.map((line) => lineSeries(line, layout)),
      ruleSeries(spec, layout, ink),
    ],
  };
}

function zoomOf(zoom: true | LinesZoom) {
  const plain = { type: 'inside' as const, xAxisIndex: 0, filterMode: 'none' as const };
  if (zoom === true) return plain;
  const [startValue, endValue] = [zoom.from, zoom.to];
  // Each frame counts: what a drag moves is drawn at once.
  return { ...plain, startValue, endValue, throttle: 0, zoomOnMouseWheel: 'ctrl' as const, moveOnMouseWheel: false };
}

function xAxis({ x }: LinesSpec, ink: ChartInk) {
  const shared = { ...plainAxis(ink), name: x.name ?? '', nameLocation: 'middle' as const, nameGap: 26 };
  if (x.kind === 'steps') return { ...shared, type: 'category' as const, boundaryGap: false, data: [...x.labels] };
  if (x.kind === 'time') return { ...shared, type: x.kind, min: x.min, max: x.max };
  return {
    ...shared,
    type: x.kind,
    min: x.min,
    max: x.max,
    ...(x.step === undefined ? {} : { interval: x.step }),
    axisLabel: { ...shared.axisLabel, ...(x.tick ? { formatter: x.tick } : {}) },
  };
}

function lineSeries(line: ChartLine, layout: LinesLayout): LineSeriesOption {
  return {
    id: line.id,
    name: line.label || line.id,
    type: 'line',
    data: line.points.map(([x, y]) => [x, y]),
    symbol: line.symbol ?? 'circle',
    symbolSize: line.symbol === undefined ? 5 : 8,
    showSymbol: line.dots ?? false,
    lineStyle: { color: line.colour, width: line.width ?? 2, type: line.dashed ? 'dashed' : 'solid' },
    itemStyle: { color: line.colour },
    emphasis: { disabled: true },
    endLabel: {
      show: line.label !== '',
      formatter: () => line.label,
      color: line.colour,
      fontWeight: 600,
      distance: 8,
      offset: [0, layout.lineShift.get(line.id) ?? 0],
    },
  };
}

function barSeries({ id, label, points, colour, width }: ChartBars): BarSeriesOption {
  return {
    id,
    name: label,
    type: 'bar',
    data: points.map(([x, y]) => [x, y]),
    barWidth: width,
    itemStyle: { color: colour },
    emphasis: { disabled: true },
  };
}

/** A filled shape of its own: stacked areas would add up wrongly where low is below 0 and high above. */
function bandSeries({ id, points, colour }: ChartBand): CustomSeriesOption {
  const outline = (api: CustomSeriesRenderItemAPI) => {
    const upper = points.map(([x, , high]) => api.coord([x, high]));
    const lower = points.map(([x, low]) => api.coord([x, low]));
    return [...upper, ...lower.reverse()].map(([x = 0, y = 0]) => [x, y]);
  };
  return {
    id,
    type: 'custom',
    silent: true,
    clip: true,
    z: 1,
    data: points.slice(0, 1).map(([x, low]) => [x, low]),
    tooltip: { show: false },
    renderItem: (_params: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => ({
      type: 'polygon',
      shape: { points: outline(api) },
      style: { fill: colour, opacity: 0.18 },
    }),
  };
}

/** Carries the thresholds and the marks: a line without points. */
function ruleSeries(spec: LinesSpec, layout: LinesLayout, ink: ChartInk): LineSeriesOption {
  const [min, max] = shownRange(spec);
  const thresholds = (spec.thresholds ?? []).map((one, index) => ({
    yAxis: one.value,
    lineStyle: { color: one.colour, type: one.dashed === false ? ('solid' as const) : ('dashed' as const) },
    label: {
      formatter: () => one.label,
      position: 'end' as const,
      distance: 8,
      color: one.colour,
      offset: [0, layout.thresholdShift[index] ?? 0],
    },
  }));
  const marks = (spec.marks ?? []).map((one, index) => ({
    xAxis: one.x,
    lineStyle: { color: one.colour, type: 'solid' as const },
    label: {
      formatter: () => one.label,
      position: 'end' as const,
      distance: 5 + (layout.markRows[index] ?? 0) * 15,
      align: markSide(one.x, min, max),
      color: ink.text,
    },
  }));
  return {
    id: 'rules',
    type: 'line',
    data: [],
    silent: true,
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { width: 1 },
      label: { fontSize: 12, fontFamily: ink.font },
      data: [...thresholds, ...marks],
    },
  };
}

/** ECharts hands the points under the pointer as it likes: only what is needed of them is read. */
interface Hovered {
  readonly seriesId?: string;
  readonly marker?: unknown;
  readonly value?: unknown;
}

function tooltipText(spec: LinesSpec) {
  return (params: unknown): string => {
    const hovered: readonly Hovered[] = Array.isArray(params) ? params : [];
    const rows = hovered.flatMap(({ seriesId, marker, value }) => {
      const line: Pick<ChartLine, 'id' | 'label' | 'name'> | undefined = [
        ...(spec.bars ?? []),
        ...spec.lines.filter(({ width }) => width !== 0),
      ].find(({ id }) => id === seriesId);
      const [x, y]: readonly unknown[] = Array.isArray(value) ? value : [];
      if (!line || typeof x !== 'number' || typeof y !== 'number') return [];
      return [{ x, text: `${String(marker ?? '')}${line.name ?? (line.label || line.id)}  ${spec.y.say(y)}` }];
    });
    const first = rows[0];
    return first
      ? [spec.sayX(first.x), ...rows.map(({ text }) => text), ...(spec.sayMore?.(first.x) ?? [])].join('\n')
      : '';
  };
}
