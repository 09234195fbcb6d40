import { fitTable } from '../slide/fit-table';
import { splitTable } from '../slide/table';
import { type Block, headHeight, isLying, leastHeight } from './blocks';
import { splitWords } from './fit-words';
import type { Setting } from './page';

/** A block in its column, with the least height that it takes. */
export interface Held {
  readonly block: Block;
  readonly least: number;
}

export interface Column {
  readonly share: number;
  readonly held: readonly Held[];
}

/** One or two columns side by side, across the width of the slide. */
export interface Row {
  readonly columns: readonly Column[];
  readonly least: number;
}

export interface Planned {
  readonly rows: readonly Row[];
  readonly rest: readonly Block[];
}

export interface Room {
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly setting: Setting;
  /** Tables of many columns have the width of the slide, also where half of it would do. */
  readonly spacious: boolean;
}

/** Inches between columns and rows. */
export const GAP = { column: 0.36, row: 0.2 } as const;
/** Narrower slides have no columns: a table beside a chart would break its numbers. */
const NARROW = 9.5;
/** Less than this is not begun at the foot of a slide. */
const WORTH = 1.5;
const MANY_COLUMNS = 5;

const columnWidth = (room: Room, share: number): number => (room.width - GAP.column * room.setting.scale) * share;

const gapOf = ({ setting }: Room): number => GAP.row * setting.scale;

function heightIn(block: Block, width: number, { size, setting }: Room): number {
  return leastHeight(block, size, width, setting);
}

/** Tables that half a slide cannot hold, or whose columns would be too narrow there. */
function isWide(block: Block, room: Room): boolean {
  if (block.kind === 'figures') return true;
  if (block.kind !== 'table') return false;
  if (room.spacious && block.table.columns.length >= MANY_COLUMNS) return true;
  const half = heightIn(block, columnWidth(room, 0.5), room);
  return half > room.height && half > 1.25 * heightIn(block, room.width, room);
}

/** Lays blocks in rows as long as there is room, in their order; what has none is the rest. */
export function planRows(blocks: readonly Block[], room: Room): Planned {
  const rows: Row[] = [];
  let rest = blocks;
  let left = room.height;
  while (rest.length > 0) {
    const inner: Room = { ...room, height: left };
    const next = nextRow(rest, inner, rows.length === 0);
    if (next === null) break;
    rows.push(next.row);
    const whole = next.rest.length < rest.length && next.whole;
    rest = next.rest;
    left -= next.row.least + gapOf(room);
    if (!whole || left <= 0) break;
  }
  return { rows, rest };
}

interface Next {
  readonly row: Row;
  readonly rest: readonly Block[];
  /** Nothing of the row goes on on a further slide. */
  readonly whole: boolean;
}

function nextRow(blocks: readonly Block[], room: Room, fresh: boolean): Next | null {
  const [first, second] = blocks;
  if (!first) return null;
  const narrow = room.width < NARROW * Math.min(1, room.setting.scale) || room.width < 8.4;
  if (narrow || !second || isWide(first, room) || isWide(second, room)) return single(blocks, room, fresh);
  // Words that explain a table stand under it, where there is room.
  if (first.kind === 'table' && second.kind === 'words') return single(blocks, room, fresh);
  return pair(blocks, room) ?? single(blocks, room, fresh);
}

function single(blocks: readonly Block[], room: Room, fresh: boolean): Next | null {
  const [first, ...others] = blocks;
  if (!first) return null;
  const least = heightIn(first, room.width, room);
  const row = (block: Block, height: number): Row => ({
    columns: [{ share: 1, held: [{ block, least: height }] }],
    least: height,
  });
  if (least <= room.height) return { row: row(first, least), rest: others, whole: true };
  if (first.kind === 'chart' || first.kind === 'figures')
    return fresh ? { row: row(first, Math.min(least, room.height)), rest: others, whole: true } : null;
  if (!fresh && room.height < WORTH * room.setting.scale) return null;
  const cut = split(first, room.width, room, fresh);
  if (cut === null) return null;
  const [begin, later] = cut;
  return {
    row: row(begin, Math.min(room.height, heightIn(begin, room.width, room))),
    rest: later ? [later, ...others] : others,
    whole: later === null,
  };
}

/** The beginning of a table or text that has room, and the rest of it; `null`: nothing of it has. */
function split(block: Block, width: number, room: Room, fresh: boolean): readonly [Block, Block | null] | null {
  const { size, setting, height } = room;
  if (block.kind === 'words') {
    const [first, rest] = splitWords(block.paragraphs, width, height, fresh, setting);
    if (first.length === 0 || (first.length === 1 && first[0]?.bold && rest.length > 0 && !fresh)) return null;
    return [{ ...block, paragraphs: first }, rest.length === 0 ? null : { ...block, paragraphs: rest }];
  }
  if (block.kind !== 'table') return null;
  const { table } = block;
  const head = headHeight(table, size, width, setting);
  const fitted = fitTable(table, width, size, setting.scale, setting.measure);
  const [first, rest] = splitTable(
    fitted,
    height - head,
    fresh ? 0 : Number.POSITIVE_INFINITY,
    setting.scale,
    setting.measure,
  );
  if (first === null) return null;
  const title = table.title.endsWith(CONTINUED) || table.title === '' ? table.title : `${table.title}${CONTINUED}`;
  return [
    { ...block, table: first.table },
    rest === null ? null : { ...block, table: { ...rest, title, reading: '' } },
  ];
}

const CONTINUED = ', continued';

const columnsOf = (block: Block): number => (block.kind === 'table' ? block.table.columns.length : 0);
/** So many names under a chart need its width, or they would be turned. */
const MANY_NAMES = 10;

/** Words need less width than a table, a table of many columns more than a chart. */
function shareOf(left: Block, right: Block): number {
  const weight = (block: Block): number => {
    if (block.kind === 'words') return 0.72;
    if (block.kind === 'table') return block.table.columns.length >= 4 ? 1.25 : 1.02;
    // Long names of bars need room beside them.
    const names = block.kind === 'chart' ? block.chart.categories : [];
    if (block.kind === 'chart' && !isLying(block.chart) && names.length >= MANY_NAMES) return 1.9;
    // Points with words need room around them.
    if (block.kind === 'chart' && (block.chart.marks?.length ?? 0) > 1) return 1.7;
    return Math.max(0, ...names.map(({ length }) => length)) > 28 ? 1.3 : 1;
  };
  return weight(left) / (weight(left) + weight(right));
}

/** Two blocks side by side; words that follow go under the one that is no chart. */
function pair(blocks: readonly Block[], room: Room): Next | null {
  const [left, right, ...others] = blocks;
  if (!left || !right) return null;
  if (left.kind === 'table' && right.kind === 'table' && columnsOf(left) + columnsOf(right) > MANY_COLUMNS) return null;
  const share = shareOf(left, right);
  const [one, two] = [columnWidth(room, share), columnWidth(room, 1 - share)];
  const heights = [heightIn(left, one, room), heightIn(right, two, room)];
  if (Math.max(...heights) > room.height) return null;
  const held: [Held[], Held[]] = [
    [{ block: left, least: heights[0] ?? 0 }],
    [{ block: right, least: heights[1] ?? 0 }],
  ];
  let rest: readonly Block[] = others;
  const under = right.kind === 'chart' ? (left.kind === 'chart' ? null : 0) : 1;
  while (under !== null && rest[0]?.kind === 'words') {
    const [next, ...later] = rest;
    const height = heightIn(next, under === 0 ? one : two, room);
    const used = held[under].reduce((sum, { least }) => sum + least + gapOf(room), 0);
    if (used + height > room.height) break;
    held[under].push({ block: next, least: height });
    rest = later;
  }
  const least = Math.max(
    ...held.map((column) => column.reduce((sum, one) => sum + one.least, gapOf(room) * (column.length - 1))),
  );
  return {
    row: {
      columns: [
        { share, held: held[0] },
        { share: 1 - share, held: held[1] },
      ],
      least,
    },
    rest,
    whole: true,
  };
}
