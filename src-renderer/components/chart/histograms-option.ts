import { formatPercent } from '../../lib/format';
import { baseOption, plainAxis, valueAxis } from './base-option';
import type { ChartInk } from './chart-ink';
import type { ChartOption } from './chart-types';

/** One bin with its shares of both sides, 0–1. */
export interface HistogramBin {
  readonly label: string;
  readonly reference: number;
  readonly current: number;
}

/** Two histograms over the same bins, reference in grey and current in the accent; `marked` bins carry their change. */
export function histogramsOption(
  ink: ChartInk,
  bins: readonly HistogramBin[],
  marked: ReadonlySet<string>,
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
  const many = bins.length > 6;
  return {
    ...baseOption(ink),
    grid: { left: 44, right: 12, top: 28, bottom: 56 },
    tooltip: { ...baseOption(ink).tooltip, trigger: 'axis', valueFormatter: (value) => formatPercent(Number(value)) },
    xAxis: {
      ...plainAxis(ink),
      type: 'category',
      data: bins.map(({ label }) => label),
      axisLabel: {
        ...plainAxis(ink).axisLabel,
        interval: 0,
        hideOverlap: false,
        rotate: many ? 35 : 0,
        width: many ? 84 : 110,
        overflow: 'truncate',
      },
    },
    yAxis: {
      ...valueAxis(ink),
      type: 'value',
      name: 'share of rows',
      nameTextStyle: { ...valueAxis(ink).nameTextStyle, align: 'left', padding: [0, 0, 0, -36] },
      axisLabel: { ...valueAxis(ink).axisLabel, formatter: (value: number) => formatPercent(value, 0) },
    },
    series: [
      bar(
        'Reference',
        ink.faint,
        bins.map(({ reference }) => reference),
      ),
      {
        ...bar(
          'Current',
          ink.accent,
          bins.map(({ current }) => current),
        ),
        label: {
          show: true,
          position: 'top',
          color: ink.text,
          fontFamily: ink.font,
          fontSize: 12,
          formatter: ({ dataIndex }) => {
            const bin = bins[dataIndex];
            return bin && marked.has(bin.label) ? sayPoints(bin) : '';
          },
        },
      },
    ],
  };
}

function sayPoints({ reference, current }: HistogramBin): string {
  const points = 100 * (current - reference);
  return `${points > 0 ? '+' : '−'}${Math.abs(points).toFixed(1)} pts`;
}
