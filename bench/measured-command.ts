import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** This often the memory of the measured process is looked at. */
const LOOK_MS = 20;

/** Wall time of the whole command, start of the program included, and the most memory that it held. */
export async function measuredCommand(
  channel: string,
  input: object,
  ...more: readonly string[]
): Promise<{ readonly seconds: number; readonly megabytes: number | null }> {
  const command = join(import.meta.dirname, '../out/main/command.js');
  const begun = performance.now();
  const child = spawn(process.execPath, [command, channel, JSON.stringify(input), ...more], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let megabytes: number | null = null;
  const looking = setInterval(async () => {
    megabytes = (await peakMegabytes(child.pid)) ?? megabytes;
  }, LOOK_MS);
  const [code] = await once(child, 'exit');
  clearInterval(looking);
  if (code !== 0) throw new Error(`The measurement ended with ${code}.`);
  return { seconds: (performance.now() - begun) / 1000, megabytes };
}

/** The kernel's own high-water mark; `null` where there is none (other systems, or the process is gone). */
async function peakMegabytes(pid: number | undefined): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /VmHWM:\s+(\d+)/.exec(status)?.[1];
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
}
