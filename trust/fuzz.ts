import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createReaders, type Readers } from '../src-main/readers/readers';
import { BASES, type Base, damaged } from '../src-main/testing/fuzz/bases';
import { pushThrough } from '../src-main/testing/fuzz/push-through';
import type { SuiteResult } from './suite';
import { READER } from './work';

/** No file of a few thousand bytes takes longer; one that does is ended, which is what is tried here too. */
const QUIET_MS = 3_000;

/** Every kind of file, damaged `count` times in all; each is read, or answered with a sentence, and the reader lives. */
export async function fuzz(count: number, seed: number, only: string | undefined): Promise<SuiteResult> {
  const bases = BASES.filter(({ name }) => only === undefined || name === only);
  const folder = mkdtempSync(join(tmpdir(), 'modelfolio-fuzz-'));
  const log: string[] = [];
  const readers = createReaders({ script: READER, log: (why) => log.push(why), limits: { quietMs: QUIET_MS } });
  const turns = bases.reduce((sum, base) => sum + base.turns, 0);
  const results: Result[] = [];
  const waiting = [...bases];
  const lane = async (): Promise<void> => {
    for (let base = waiting.shift(); base; base = waiting.shift())
      results.push(await fuzzBase(readers, base, { folder, share: Math.ceil((count * base.turns) / turns), seed }));
  };
  try {
    await Promise.all(Array.from({ length: availableParallelism() }, lane));
  } finally {
    readers.close();
    rmSync(folder, { recursive: true, force: true });
  }
  for (const why of firstOfEach(log)) console.log(`  not foreseen by a reader: ${why}`);
  const sum = (of: 'tried' | 'refused'): number => results.reduce((total, one) => total + one[of], 0);
  const counts = `${sum('tried')} damaged files of ${bases.length} kinds, ${sum('refused')} times refused with a sentence`;
  return { counts, failures: results.flatMap(({ failures }) => failures) };
}

interface Result {
  readonly tried: number;
  readonly refused: number;
  readonly failures: readonly string[];
}

async function fuzzBase(
  readers: Readers,
  base: Base,
  { folder, share, seed }: { readonly folder: string; readonly share: number; readonly seed: number },
): Promise<Result> {
  const failures: string[] = [];
  const outcomes = { read: 0, refused: 0, ended: 0 };
  const ended: number[] = [];
  const content = await base.bytes();
  const begun = performance.now();
  let slowest = { ms: 0, seed: 0 };
  for (let n = 0; n < share; n += 1) {
    const own = (seed + n) >>> 0;
    const path = join(folder, `${base.name} ${own} ${base.file}`);
    writeFileSync(path, damaged(base, content, own));
    const started = performance.now();
    for (const door of base.doors) {
      try {
        const outcome = await pushThrough(readers, path, door);
        outcomes[outcome] += 1;
        if (outcome === 'ended') ended.push(own);
      } catch (error) {
        const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
        failures.push(`${base.name}, seed ${own}, as ${door}: ${why}`);
      }
    }
    rmSync(path);
    const ms = performance.now() - started;
    if (ms > slowest.ms) slowest = { ms, seed: own };
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(
    `  ${base.name.padEnd(18)} ${outcomes.read} times read, ${outcomes.refused} refused, ${failures.length} failed; ${seconds} s, slowest ${Math.round(slowest.ms)} ms (seed ${slowest.seed})`,
  );
  if (ended.length > 0)
    console.log(`    of these a reader had to be ended at the seeds ${ended.slice(0, 20).join(', ')}`);
  return { tried: share, refused: outcomes.refused + outcomes.ended, failures };
}

/** The first two lines of each, without those that say the same of another file. */
function firstOfEach(log: readonly string[]): readonly string[] {
  const told = new Map<string, string>();
  for (const why of log) {
    const start = why.split('\n').slice(0, 2).join(' ').slice(0, 240);
    const key = start.replace(/^[^:]*: /, '');
    if (!told.has(key)) told.set(key, start);
  }
  return [...told.values()];
}
