import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** This often the measured process is looked at. */
const LOOK_MS = 20;

/** What `/proc` counts processor time in. */
const TICKS_A_SECOND = 100;

export interface MeasuredCommand {
  readonly seconds: number;
  /** Processor time of all its threads; `null` where the system does not say. */
  readonly processor: number | null;
  /** The most memory that it held; `null` where the system does not say. */
  readonly megabytes: number | null;
  /** The most that the files to watch took together; 0 where they never were. */
  readonly watchedMegabytes: number;
}

/** Wall time of the whole command, start of the program included, and what it took. */
export async function measuredCommand(
  channel: string,
  input: object,
  ...more: readonly string[]
): Promise<MeasuredCommand> {
  return measuredWatching([], channel, input, ...more);
}

/** … and how large other files grow meanwhile, such as the logs of the portfolio. */
export async function measuredWatching(
  watched: readonly string[],
  channel: string,
  input: object,
  ...more: readonly string[]
): Promise<MeasuredCommand> {
  const command = join(import.meta.dirname, '../out/main/command.js');
  const begun = performance.now();
  const child = spawn(process.execPath, [command, channel, JSON.stringify(input), ...more], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let megabytes: number | null = null;
  let processor: number | null = null;
  let largest = 0;
  const looking = setInterval(async () => {
    megabytes = (await peakMegabytes(child.pid)) ?? megabytes;
    processor = (await processorSeconds(child.pid)) ?? processor;
    const sizes = await Promise.all(watched.map(async (file) => (await stat(file).catch(() => null))?.size ?? 0));
    largest = Math.max(largest, ...(sizes.length > 0 ? [sizes.reduce((sum, size) => sum + size)] : []));
  }, LOOK_MS);
  const [code] = await once(child, 'exit');
  clearInterval(looking);
  if (code !== 0) throw new Error(`The measurement ended with ${code}.`);
  return {
    seconds: (performance.now() - begun) / 1000,
    processor,
    megabytes,
    watchedMegabytes: Math.round(largest / 1e6),
  };
}

/** The kernel's own high-water mark; `null` where there is none (other systems, or the process is gone). */
async function peakMegabytes(pid: number | undefined): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /VmHWM:\s+(\d+)/.exec(status)?.[1];
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
}

/** Fields 14 and 15 of its line, counted behind the program's name, which may hold blanks. */
async function processorSeconds(pid: number | undefined): Promise<number | null> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  return line === '' || ticks === 0 ? null : ticks / TICKS_A_SECOND;
}
