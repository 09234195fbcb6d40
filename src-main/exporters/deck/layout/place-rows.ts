import { assertNever } from '#domain/base/assert-never';
import { fitTable } from '../slide/fit-table';
import type { Box } from '../template/box';
import {
  type Block,
  chartMost,
  FIGURE,
  figureColumns,
  fittedFigure,
  HEAD_GAP,
  headHeight,
  headOf,
  leastHeight,
} from './blocks';
import { wordsHeight } from './fit-words';
import type { Placed, Setting } from './page';
import { type Column, GAP, type Row } from './plan-rows';

const hasChart = ({ held }: Column): boolean => held.some(({ block }) => block.kind === 'chart');

/** Gives every block of the rows its box; charts take what height is left. */
export function placeRows(rows: readonly Row[], body: Box, size: number, setting: Setting): Placed[] {
  const gap = GAP.row * setting.scale;
  const used = rows.reduce((sum, { least }) => sum + least, gap * (rows.length - 1));
  const growing = rows.filter(({ columns }) => columns.some(hasChart)).length;
  const extra = growing === 0 ? 0 : Math.max(0, body.h - used) / growing;
  let y = body.y;
  return rows.flatMap((row) => {
    const wanted = row.least + (row.columns.some(hasChart) ? extra : 0);
    const placed = placeRow(row, { ...body, y, h: wanted }, size, setting);
    const bottom = Math.max(...placed.map(({ box }) => box.y + box.h), y);
    y = Math.max(bottom, y + row.least) + gap;
    return placed;
  });
}

function placeRow({ columns }: Row, box: Box, size: number, setting: Setting): Placed[] {
  const between = GAP.column * setting.scale;
  const width = box.w - between * (columns.length - 1);
  let x = box.x;
  return columns.flatMap((column) => {
    const own = { ...box, x, w: width * column.share };
    x += own.w + between;
    return placeColumn(column, own, size, setting);
  });
}

function placeColumn(column: Column, box: Box, size: number, setting: Setting): Placed[] {
  const gap = GAP.row * setting.scale;
  const used = column.held.reduce((sum, { least }) => sum + least, gap * (column.held.length - 1));
  const charts = column.held.filter(({ block }) => block.kind === 'chart').length;
  const extra = charts === 0 ? 0 : Math.max(0, box.h - used) / charts;
  let y = box.y;
  return column.held.flatMap(({ block, least }) => {
    const h = least + (block.kind === 'chart' ? extra : 0);
    const placed = placeBlock(block, { ...box, y, h }, size, setting);
    y += h + gap;
    return placed;
  });
}

function placeBlock(block: Block, box: Box, size: number, setting: Setting): Placed[] {
  switch (block.kind) {
    case 'words':
      return [{ kind: 'words', box, name: block.name, paragraphs: block.paragraphs }];
    case 'figures':
      return placeFigures(block, box, size, setting);
    case 'table': {
      const [head, rest] = withHead(block.table, box, size, setting);
      const fitted = fitTable(block.table, box.w, size, setting.scale, setting.measure);
      return [...head, { kind: 'table', box: { ...rest, h: fitted.total }, fitted }];
    }
    case 'chart': {
      const [head, rest] = withHead(block.chart, box, size, setting);
      const h = Math.min(
        rest.h,
        Math.max(chartMost(block.chart, setting), leastHeight(block, size, box.w, setting) - (box.h - rest.h)),
      );
      return [...head, { kind: 'chart', box: { ...rest, h }, chart: block.chart }];
    }
    default:
      return assertNever(block);
  }
}

function withHead(
  parts: { readonly title: string; readonly reading: string },
  box: Box,
  size: number,
  setting: Setting,
): readonly [Placed[], Box] {
  const paragraphs = headOf(parts, size);
  if (paragraphs.length === 0) return [[], box];
  const height = headHeight(parts, size, box.w, setting);
  const name = `Heading: ${parts.title === '' ? parts.reading : parts.title}`;
  const head = { ...box, h: height - HEAD_GAP * setting.scale };
  return [[{ kind: 'words', box: head, name, paragraphs }], { ...box, y: box.y + height, h: box.h - height }];
}

function placeFigures(block: Block & { kind: 'figures' }, box: Box, size: number, setting: Setting): Placed[] {
  const columns = figureColumns(block.figures.length, box.w, setting);
  const gap = FIGURE.gap * setting.scale;
  const w = (box.w - (columns - 1) * gap) / columns;
  const fitted = block.figures.map((figure) => fittedFigure(figure, size, w, setting));
  // One size for all of them: their labels stand on one line.
  const least = Math.min(...fitted.map(([value]) => value?.size ?? size));
  const words = fitted.map(([value, ...others]) => (value ? [{ ...value, size: least }, ...others] : others));
  let y = box.y;
  const placed: Placed[] = [];
  for (let from = 0; from < words.length; from += columns) {
    const line = words.slice(from, from + columns);
    const h = Math.max(...line.map((paragraphs) => wordsHeight(paragraphs, w, setting)));
    for (const [at, paragraphs] of line.entries()) {
      const name = `Figure: ${block.figures[from + at]?.label ?? ''}`;
      placed.push({ kind: 'words', box: { x: box.x + at * (w + gap), y, w, h }, name, paragraphs });
    }
    y += h + FIGURE.below * setting.scale;
  }
  return placed;
}
