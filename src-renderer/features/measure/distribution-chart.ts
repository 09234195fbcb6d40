import type { ChartInk } from '../../components/chart/chart-ink';
import { baseOption, plainAxis, valueAxis } from '../../components/chart/base-option';
import { type ChartContent, type ChartOption, nothingToShow } from '../../components/chart/chart-types';
import { formatPercent } from '../../lib/format';
import type { MeasuredColumn } from './measure-types';
import { movedBins, movedWords } from './measure-words';

/** More bins than this are not told apart on a screen: the rest is in the table. */
const MOST_BINS = 24;
/** Bins that are marked as moved most. */
const MARKED = 2;

/** Two histograms over the same bins, reference in grey and current in the accent; the bins that moved most are marked. */
export function distributionChart(column: MeasuredColumn): ChartContent {
  if (column.bins.length === 0) return nothingToShow(column.notes[0] ?? 'There is no distribution to show.');
  const moved = movedBins(column);
  const marked = new Set(
    moved
      .filter(({ reference, current }) => Math.abs(current - reference) >= 0.01)
      .slice(0, MARKED)
      .map(({ label }) => label),
  );
  const shown = shownBins(column, new Set(moved.slice(0, MOST_BINS).map(({ label }) => label)));
  return {
    kind: 'picture',
    words: movedWords(column),
    table: {
      columns: [
        { label: 'bin' },
        { label: 'reference, rows' },
        { label: 'current, rows' },
        { label: 'reference, %', digits: 2 },
        { label: 'current, %', digits: 2 },
        { label: 'change, points', digits: 2 },
      ],
      rows: column.bins.map(({ label, reference, current }) => {
        const [p, q] = [(100 * reference) / column.nRef, (100 * current) / column.nCur];
        return [label, reference, current, p, q, q - p];
      }),
    },
    draw: (ink) => histograms(ink, column, shown, marked),
  };
}

function shownBins(column: MeasuredColumn, most: ReadonlySet<string>): MeasuredColumn['bins'] {
  return column.bins.length <= MOST_BINS ? column.bins : column.bins.filter(({ label }) => most.has(label));
}

function histograms(
  ink: ChartInk,
  { nRef, nCur }: MeasuredColumn,
  bins: MeasuredColumn['bins'],
  marked: ReadonlySet<string>,
): ChartOption {
  const bar = (name: string, color: string, shares: number[]) => ({
    id: name,
    name,
    type: 'bar' as const,
    barGap: '0%',
    barCategoryGap: '24%',
    itemStyle: { color },
    emphasis: { disabled: true },
    data: shares,
  });
  const current = bins.map((bin) => bin.current / nCur);
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
        rotate: bins.length > 6 ? 35 : 0,
        width: bins.length > 6 ? 84 : 110,
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
        bins.map((bin) => bin.reference / nRef),
      ),
      {
        ...bar('Current', ink.accent, current),
        label: {
          show: true,
          position: 'top',
          color: ink.text,
          fontFamily: ink.font,
          fontSize: 12,
          formatter: ({ dataIndex }) => {
            const bin = bins[dataIndex];
            if (!bin || !marked.has(bin.label)) return '';
            const points = 100 * (bin.current / nCur - bin.reference / nRef);
            return `${points > 0 ? '+' : '−'}${Math.abs(points).toFixed(1)} points`;
          },
        },
      },
    ],
  };
}
