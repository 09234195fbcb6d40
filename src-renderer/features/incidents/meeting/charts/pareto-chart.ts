import type { Output } from '#contract/index';
import { baseOption, plainAxis } from '../../../../components/chart/base-option';
import { type ChartContent, nothingToShow } from '../../../../components/chart/chart-types';
import { widest } from '../../../../components/chart/text-width';
import { formatCount, formatFigure, formatPercent } from '../../../../lib/format';

type Bars = Output<'incidents.pareto'>['bars'];

export interface ParetoUnit {
  /** With the unit: `incidents`, `cost, EUR`. */
  readonly name: string;
  /** What the values are divided by to be in that unit. */
  readonly per: number;
}

/** The largest first, each with the share that is reached with it; what is not known stands last and in no share. */
export function paretoChart(bars: Bars, { name, per }: ParetoUnit, none: string): ChartContent {
  const drawn = bars.filter(({ value }) => value > 0);
  const first = drawn[0];
  if (!first) return nothingToShow(none);
  const reached = (share: number | null): string => (share === null ? '' : `, ${formatPercent(share, 0)} so far`);
  const labels = drawn.map(({ value, cumulativeShare }) => `${formatFigure(value / per)}${reached(cumulativeShare)}`);
  const counted = name === 'incidents';
  const known = drawn.filter(({ cumulativeShare }) => cumulativeShare !== null);
  return {
    kind: 'picture',
    words: known[0]
      ? `${known[0].label} leads with ${formatFigure(known[0].value / per)} (${name}), ${formatPercent(known[0].cumulativeShare ?? 0, 0)} of what is known.`
      : `Of ${formatCount(first.count, 'incident')} the cause is not known.`,
    table: {
      columns: [
        { label: 'group' },
        { label: name },
        ...(counted ? [] : [{ label: 'incidents', digits: 0 }]),
        { label: 'share so far, %', digits: 1 },
      ],
      rows: bars.map(({ label, value, count, cumulativeShare }) => [
        label,
        value / per,
        ...(counted ? [] : [count]),
        cumulativeShare === null ? null : cumulativeShare * 100,
      ]),
    },
    draw: (ink) => {
      const base = baseOption(ink);
      const names = drawn.map(({ label }) => label);
      return {
        ...base,
        tooltip: { ...base.tooltip, show: false },
        grid: {
          left: Math.min(220, widest(names) + 16),
          right: widest(labels) + 12,
          top: 8,
          bottom: 8,
          outerBoundsMode: 'none',
        },
        yAxis: {
          ...plainAxis(ink),
          type: 'category',
          inverse: true,
          data: names,
          axisLine: { show: false },
          axisLabel: { ...plainAxis(ink).axisLabel, hideOverlap: false, width: 208, overflow: 'truncate' },
        },
        xAxis: {
          type: 'value',
          // Each bar is named by its own value.
          show: false,
          min: 0,
          max: Math.max(...drawn.map(({ value }) => value / per)),
        },
        series: [
          {
            id: 'pareto',
            type: 'bar',
            barMaxWidth: 16,
            emphasis: { disabled: true },
            data: drawn.map(({ value, cumulativeShare }) => ({
              value: value / per,
              itemStyle: { color: cumulativeShare === null ? ink.silent : ink.accent },
            })),
            label: {
              show: true,
              position: 'right',
              distance: 6,
              color: ink.muted,
              fontFamily: ink.font,
              fontSize: 12,
              formatter: ({ dataIndex }: { readonly dataIndex: number }) => labels[dataIndex] ?? '',
            },
          },
        ],
      };
    },
  };
}
