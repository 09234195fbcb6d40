import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const SCRIPT = fileURLToPath(new URL('./drift_of.py', import.meta.url));
const VARIABLE = 'MODELFOLIO_EVIDENTLY';

export interface PeerMeasured {
  readonly name: string;
  /** Of the whole program, as ours. */
  readonly seconds: number;
  readonly megabytes: number;
}

/** The same two files by Evidently, or why not. */
export async function byEvidently(reference: string, current: string): Promise<PeerMeasured | string> {
  const python = join(process.env[VARIABLE] ?? '', 'bin', 'python');
  if (!process.env[VARIABLE] || !existsSync(python)) return `${VARIABLE} names no environment of Python with it`;
  const begun = performance.now();
  const { stdout } = await promisify(execFile)(python, [SCRIPT, reference, current]);
  const seconds = (performance.now() - begun) / 1000;
  const { name, megabytes } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Omit<PeerMeasured, 'seconds'>; // printed by that script
  return { name, seconds, megabytes };
}
