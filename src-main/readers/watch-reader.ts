import type { ReaderLimits } from './reader-limits';

const TICK_MS = 250;
const MB = 1024 * 1024;

/**
 * Looks at a reader from outside, a few times a second. Time is counted in looks and not by the clock: while the engine
 * itself is busy it hears nothing, and a reader is not blamed for that.
 */
export function watchReader(
  { quietMs, growthMb }: ReaderLimits,
  told: { quiet(): void; grown(): void },
): { heard(): void; wait(): void; rest(): void; stop(): void } {
  const most = process.memoryUsage.rss() + growthMb * MB;
  const tick = Math.min(TICK_MS, quietMs / 4);
  let quiet = 0;
  let waited = false;
  const timer = setInterval(() => {
    if (waited) quiet += tick;
    if (quiet >= quietMs) told.quiet();
    else if (process.memoryUsage.rss() > most) told.grown();
  }, tick);
  return {
    heard: () => {
      quiet = 0;
    },
    wait: () => {
      waited = true;
    },
    rest: () => {
      waited = false;
      quiet = 0;
    },
    stop: () => clearInterval(timer),
  };
}
