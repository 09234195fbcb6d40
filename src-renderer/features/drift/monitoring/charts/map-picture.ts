import type { CustomSeriesOption } from 'echarts/charts';
import { HEALTH_LABELS } from '#domain/vocabulary';
import { baseOption } from '../../../../components/chart/base-option';
import type { ChartInk } from '../../../../components/chart/chart-ink';
import type { ChartOption, ChartPicture, ChartSize, ChartTable } from '../../../../components/chart/chart-types';
import { type PlacedWord, wordsSeries } from '../../../../components/chart/words-series';
import { columnLabels, sayBucket } from '../map-range';
import { CELL, cellAt, sayIncident } from '../map-rows';
import type { Bucket, CellWord, Heatmap } from '../monitoring-types';

const ROW = 20;
const HEAD = 26;
const NAME = 236;
const EDGE = 12;

/** As wide and as high as the map is when all its rows are drawn. */
export const pictureSize = (rows: readonly number[], columns: number): ChartSize => ({
  width: NAME + columns * 20 + EDGE,
  height: HEAD + rows.length * ROW + EDGE,
});

/** The heat map as a picture that leaves the page, with the table behind it; the page itself draws it as a grid. */
export function mapPicture(map: Heatmap, rows: readonly number[], bucket: Bucket): ChartPicture {
  return {
    kind: 'picture',
    words: `Worst verdict of ${rows.length} models by ${bucket}, from ${map.buckets[0] ?? ''} on.`,
    table: mapTable(map, rows, bucket),
    draw: (ink, size) => drawn(map, rows, bucket, ink, size),
  };
}

function mapTable(map: Heatmap, rows: readonly number[], bucket: Bucket): ChartTable {
  return {
    columns: [
      { label: 'model' },
      { label: 'unit' },
      { label: 'tier', digits: 0 },
      { label: 'health' },
      { label: 'owner' },
      { label: 'open incident' },
      { label: 'last result, UTC', time: true },
      ...map.buckets.map((day) => ({
        label: bucket === 'week' ? day : sayBucket(day, bucket),
        iso: day,
      })),
    ],
    rows: rows.map((row) => [
      map.names[row] ?? '',
      map.units[row] ?? '',
      map.tiers[row] ?? null,
      HEALTH_LABELS[map.health[row] ?? 'unknown'],
      map.owners[row] ?? '',
      incidentWords(map, row),
      map.lastResult[row] ?? '',
      ...map.buckets.map((_, column) => {
        const word = cellAt(map, row, column);
        return word === 'empty' ? '' : CELL[word].words;
      }),
    ]),
  };
}

function incidentWords(map: Heatmap, row: number): string {
  const incident = map.incidents[row] ?? null;
  return incident === null ? '' : sayIncident(incident);
}

function drawn(map: Heatmap, rows: readonly number[], bucket: Bucket, ink: ChartInk, size: ChartSize): ChartOption {
  const width = (size.width - NAME - EDGE) / Math.max(1, map.buckets.length);
  const labels = columnLabels(map.buckets, bucket);
  const cells = rows.flatMap((row, line) =>
    map.buckets.flatMap((_, column) => {
      const word = cellAt(map, row, column);
      return word === 'empty' ? [] : [{ word, x: NAME + column * width, y: HEAD + line * ROW }];
    }),
  );
  const words: readonly PlacedWord[] = [
    ...labels.map((text, column) => ({ x: NAME + column * width, y: 12, text, colour: ink.muted })),
    ...rows.flatMap((row, line) => {
      const y = HEAD + line * ROW + ROW / 2 - 1;
      return [
        { x: EDGE, y, text: String(map.tiers[row] ?? ''), colour: ink.muted },
        { x: EDGE + 16, y, text: shortened(map.names[row] ?? ''), colour: ink.text },
      ];
    }),
  ];
  return {
    ...baseOption(ink),
    series: [cellSeries(cells, width, ink), wordsSeries('names', words, ink)],
  };
}

const shortened = (name: string): string => (name.length > 32 ? `${name.slice(0, 31)}…` : name);

interface PlacedCell {
  readonly word: CellWord;
  readonly x: number;
  readonly y: number;
}

function cellSeries(cells: readonly PlacedCell[], width: number, ink: ChartInk): CustomSeriesOption {
  return {
    id: 'cells',
    type: 'custom',
    coordinateSystem: 'none',
    silent: true,
    clip: false,
    data: cells.map((_, index) => [index]),
    renderItem: ({ dataIndex }) => {
      const cell = cells[dataIndex];
      if (!cell) return null;
      const { fill, opacity, line, mark } = styleOf(cell.word, ink);
      return {
        type: 'group',
        children: [
          {
            type: 'rect',
            shape: { x: cell.x, y: cell.y, width: width - 2, height: ROW - 2, r: 3 },
            style: { fill, opacity, stroke: line, lineWidth: line === 'none' ? 0 : 1, lineDash: [2, 2] },
          },
          {
            type: 'text',
            style: {
              x: cell.x + (width - 2) / 2,
              y: cell.y + ROW / 2 - 1,
              text: CELL[cell.word].shape,
              fill: mark,
              align: 'center',
              verticalAlign: 'middle',
              font: `9px ${ink.font}`,
            },
          },
        ],
      };
    },
  };
}

interface CellStyle {
  readonly fill: string;
  readonly opacity: number;
  readonly line: string;
  readonly mark: string;
}

function styleOf(word: CellWord, ink: ChartInk): CellStyle {
  const filled = (fill: string, opacity = 1, mark = ink.panel): CellStyle => ({ fill, opacity, line: 'none', mark });
  switch (word) {
    case 'act':
      return filled(ink.act);
    case 'watch':
      return filled(ink.watch);
    case 'ok':
      return filled(ink.ok, 0.26);
    case 'silent':
      return { fill: 'none', opacity: 1, line: ink.silent, mark: ink.silent };
    case 'too_few_rows':
    case 'none':
    case 'empty':
      return filled(ink.line, 1, ink.muted);
  }
}
