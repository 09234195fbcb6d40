import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { type Figure, figure } from './figure';
import { machineWords } from './grid/report';
import { byEvidently } from './measure/evidently';
import { measuredCommand } from './measured-command';

const NUMBERS = 8;
const COLOURS = ['red', 'green', 'blue', 'teal', 'ochre'] as const;

/** Measures a drift measurement through the command host: `npm run build && node bench/run.mjs drift-measure [rows]`. */
export async function run(args: readonly string[]): Promise<readonly Figure[]> {
  const rows = Number(args[0] ?? 1_000_000);
  if (!Number.isInteger(rows) || rows < 1) {
    throw new Error('Give the rows of each side as a whole number: node bench/run.mjs drift-measure 1000000');
  }
  const folder = await mkdtemp(join(tmpdir(), 'modelfolio-bench-'));
  try {
    console.log(`${rows.toLocaleString('en-US')} rows × ${NUMBERS + 2} columns on each side; ${machineWords()}\n`);
    console.log('| files | time, s | peak memory, MB |\n|---|---:|---:|');
    const told: Figure[] = [];
    for (const kind of ['csv', 'parquet'] as const) {
      const sides = await Promise.all(['reference', 'current'].map((side, at) => write(folder, side, kind, rows, at)));
      const [reference, current] = sides;
      const { seconds, megabytes } = await measuredCommand('drift.measure', { reference, current });
      console.log(`| ${kind} | ${seconds.toFixed(1)} | ${megabytes ?? 'unknown here'} |`);
      const peer = kind === 'csv' ? await byEvidently(reference ?? '', current ?? '') : null;
      if (typeof peer === 'string') told.push({ what: 'drift measurement by Evidently', leftOut: peer });
      const of = `${rows.toLocaleString('en-US')} × ${NUMBERS + 2} on each side`;
      const their = typeof peer === 'string' ? null : peer;
      const beside = (value: number | undefined): object =>
        their && value !== undefined ? { peer: { name: their.name, value } } : {};
      told.push(
        figure(`drift measurement, ${kind}, s`, of, seconds, { most: 5, ...beside(their?.seconds) }),
        figure('the same, peak memory, MB', of, megabytes, { most: 500, ...beside(their?.megabytes) }),
      );
    }
    return told;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Normal numbers with all their digits, and two columns of categories, a little different on each side. */
function columnsOf(rows: number, side: number): { numbers: Float64Array[]; texts: string[][] } {
  const numbers = Array.from({ length: NUMBERS }, (_, column) =>
    Float64Array.from({ length: rows }, () => {
      const radius = Math.sqrt(-2 * Math.log(1 - Math.random()));
      return (1 + column) * radius * Math.cos(2 * Math.PI * Math.random()) + side * 0.1 * (column % 3);
    }),
  );
  const pick = (from: readonly string[]): string[] =>
    Array.from({ length: rows }, () => from[Math.floor(from.length * Math.random() ** (1 + side * 0.1))] ?? '');
  return { numbers, texts: [pick(COLOURS), pick(Array.from({ length: 60 }, (_, at) => `city ${at}`))] };
}

async function write(
  folder: string,
  name: string,
  kind: 'csv' | 'parquet',
  rows: number,
  side: number,
): Promise<string> {
  const { numbers, texts } = columnsOf(rows, side);
  const path = join(folder, `${name}.${kind}`);
  const columns = [...numbers, ...texts];
  if (kind === 'parquet') {
    const columnData = columns.map((data, at) => ({
      name: `c${at}`,
      data: Array.from<number | string>(data),
      type: at < NUMBERS ? ('DOUBLE' as const) : ('STRING' as const),
    }));
    await writeFile(path, new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize: 250_000 })));
    return path;
  }
  const out = createWriteStream(path);
  out.write(`${columns.map((_, at) => `c${at}`).join(',')}\n`);
  for (let row = 0; row < rows; row += 1000) {
    const lines = Array.from({ length: Math.min(1000, rows - row) }, (_, at) =>
      columns.map((column) => column[row + at]).join(','),
    );
    if (!out.write(`${lines.join('\n')}\n`)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
  return path;
}
