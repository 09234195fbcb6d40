import { formatPercent } from '../../lib/format';
import { baseOption, plainAxis, valueAxis } from './base-option';
import type { ChartInk } from './chart-ink';
import type { ChartOption, ChartSize } from './chart-types';
import {
  changeLabels,
  type HistogramBin,
  isSlanting,
  LABEL_ROW,
  namedBins,
  PLOT,
  SLANT,
  shareScale,
} from './histogram-labels';

/** Two histograms over the same bins, reference in grey and current in the accent; `marked` bins carry their change. */
export function histogramsOption(
  ink: ChartInk,
  bins: readonly HistogramBin[],
  marked: ReadonlySet<string>,
  size: ChartSize,
): ChartOption {
  const bar = (name: string, color: string, data: number[]) => ({
    id: name,
    name,
    type: 'bar' as const,
    barGap: '0%',
    barCategoryGap: '24%',
    itemStyle: { color },
    emphasis: { disabled: true },
    data,
  });
  const slanting = isSlanting(bins, size);
  const named = namedBins(bins, marked, size);
  const scale = shareScale(bins);
  return {
    ...baseOption(ink),
    grid: { ...PLOT, outerBoundsMode: 'none' },
    tooltip: { ...baseOption(ink).tooltip, trigger: 'axis', valueFormatter: (value) => formatPercent(Number(value)) },
    xAxis: {
      ...plainAxis(ink),
      type: 'category',
      data: bins.map(({ label }) => label),
      axisLabel: {
        ...plainAxis(ink).axisLabel,
        interval: (index: number) => named.has(index),
        hideOverlap: false,
        rotate: slanting ? SLANT : 0,
        ...(slanting ? { width: 84 } : {}),
        overflow: 'truncate',
      },
    },
    yAxis: {
      ...valueAxis(ink),
      type: 'value',
      name: 'share of rows',
      min: 0,
      max: scale.max,
      interval: scale.step,
      nameTextStyle: { ...valueAxis(ink).nameTextStyle, align: 'left', padding: [0, 0, 0, -36] },
      axisLabel: { ...valueAxis(ink).axisLabel, formatter: (value: number) => formatPercent(value, 0) },
    },
    series: [
      bar(
        'Reference',
        ink.faint,
        bins.map(({ reference }) => reference),
      ),
      bar(
        'Current',
        ink.accent,
        bins.map(({ current }) => current),
      ),
      {
        id: 'changes',
        type: 'scatter',
        silent: true,
        symbolSize: 1,
        itemStyle: { color: 'transparent' },
        tooltip: { show: false },
        label: { show: true, position: 'top', color: ink.text, fontFamily: ink.font, fontSize: 12 },
        data: changeLabels(bins, marked, size).map(({ bin, text, over, shift, row }) => ({
          value: [bin, over],
          label: { formatter: text, offset: [shift, -row * LABEL_ROW] },
        })),
      },
    ],
  };
}
