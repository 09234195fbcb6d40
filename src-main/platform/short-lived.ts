import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { isMainThread } from 'node:worker_threads';

/** What V8 makes things in, both halves of it: left alone it grows with the machine's memory, to 128 MB here. */
export const YOUNG_BYTES = 32 * 2 ** 20;
const THREAD_HALF_MB = 8;
/** So much of what was in use after a collection may be added before the next: left alone it is up to three times as much. */
const GROWING_PERCENT = 60;
/** The young generation doubles at most once between two collections, and so not often between two looks. */
const LOOK_MS = 100;

/**
 * For a process that lets millions of rows pass. V8 notes where things are made that outlive a few collections, as the rows
 * of a block do until it is written, and from then on puts what is made there where only a collection of the whole memory
 * finds it, with all that hangs on it. And it lets garbage lie for as long as the machine has memory: an import of 100,000
 * models, of which 62 MB are alive at any time, took 487 MB, and is as quick within 320.
 *
 * The limits of threads are read when they begin; what has begun is held by how it may grow.
 */
export function expectShortLives(): void {
  // Flags are those of the process.
  if (!isMainThread) return;
  setFlagsFromString('--no-allocation-site-pretenuring');
  setFlagsFromString(`--heap-growing-percent=${GROWING_PERCENT}`);
  setFlagsFromString(`--min-semi-space-size=${THREAD_HALF_MB}`);
  setFlagsFromString(`--max-semi-space-size=${THREAD_HALF_MB}`);
  holdYoung();
  setInterval(holdYoung, LOOK_MS).unref();
}

/** It shrinks by itself when nothing is done, and must be able to grow again. */
function holdYoung(): void {
  setFlagsFromString(`--semi-space-growth-factor=${youngBytes() < YOUNG_BYTES ? 2 : 1}`);
}

export const youngBytes = (): number =>
  getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? 0;
