import { cpus, totalmem } from 'node:os';
import { type Figure, figure } from '../figure';
import type { Figures } from './measure';

const ROWS: readonly (readonly [label: string, key: keyof Figures, unit: string])[] = [
  ['Answer to painted grid', 'paint', 'ms'],
  ['Retained heap', 'heap', 'MB'],
  ['First sort by name, INP', 'firstNameSort', 'ms'],
  ['Slowest of 4 more sorts, INP', 'sort', 'ms'],
  ['First key typed, INP', 'typingFirst', 'ms'],
  ['Slowest of 11 more keys, INP', 'typing', 'ms'],
  ['Scroll, frame p95', 'frameP95', 'ms'],
  ['Scroll, longest frame', 'frameMax', 'ms'],
  ['Scroll, tasks over 50 ms', 'longTasks', ''],
];

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

const digits = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0));

/** Median with the smallest and the largest run behind it. */
function cell(runs: readonly Figures[], key: keyof Figures): string {
  const values = runs.map((figures) => figures[key]);
  return `${digits(median(values))} (${digits(Math.min(...values))}–${digits(Math.max(...values))})`;
}

/** A table in Markdown: ours, plain, and how many times ours is better. */
export function reportTable(ours: readonly Figures[], plain: readonly Figures[]): string {
  const lines = ROWS.map(([label, key, unit]) => {
    const mine = median(ours.map((figures) => figures[key]));
    const theirs = median(plain.map((figures) => figures[key]));
    const ratio = mine === 0 ? (theirs === 0 ? '1.0' : '–') : (theirs / mine).toFixed(1);
    const name = unit === '' ? label : `${label}, ${unit}`;
    return `| ${name} | ${cell(ours, key)} | ${cell(plain, key)} | ${ratio} |`;
  });
  return ['| median (min–max) | Modelfolio | plain TanStack Table | ratio |', '|---|---:|---:|---:|', ...lines].join(
    '\n',
  );
}

/** What has a bar of its own: to the next paint, memory after a long scroll. */
const BARS: Partial<Record<keyof Figures, number>> = {
  firstNameSort: 50,
  sort: 50,
  typingFirst: 50,
  typing: 50,
  longTasks: 0,
};

export function gridFigures(
  models: number,
  ours: readonly Figures[],
  plain: readonly Figures[],
  name: string,
): readonly Figure[] {
  const of = `${models.toLocaleString('en-US')} models, 11 columns`;
  return ROWS.map(([label, key, unit]) => {
    const middle = (runs: readonly Figures[]): number => median(runs.map((figures) => figures[key]));
    const most = BARS[key];
    return figure(`grid: ${label}${unit && `, ${unit}`}`, of, middle(ours), {
      peer: { name, value: middle(plain) },
      ...(most !== undefined && { most }),
    });
  });
}

export function machineWords(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() ?? 'unknown processor';
  return `${model}, ${processors.length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
}
