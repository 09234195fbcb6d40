const FIRST_DELAY = 100;
const LONGEST_DELAY = 2000;
/** A process that lived this long (milliseconds) did not die of its start. */
const HEALTHY_AFTER = 10_000;

/** How long to wait before the next start: 100 ms, doubling to 2 s, never giving up. */
export class Backoff {
  #delay = FIRST_DELAY;
  #startedAt: number | null = null;

  started(now = performance.now()): void {
    this.#startedAt = now;
  }

  /** Milliseconds to wait now. */
  next(now = performance.now()): number {
    if (this.#startedAt !== null && now - this.#startedAt >= HEALTHY_AFTER) this.#delay = FIRST_DELAY;
    this.#startedAt = null;
    const delay = this.#delay;
    this.#delay = Math.min(delay * 2, LONGEST_DELAY);
    return delay;
  }
}
