export interface LabelRoom {
  /** Highest and lowest centre that a label may have (pixels, downwards). */
  readonly top: number;
  readonly bottom: number;
  /** From one label's centre to the next, at least. */
  readonly gap: number;
}

interface Pool {
  sum: number;
  count: number;
}

/**
 * Centres for labels that want to stand at `wanted` (pixels), so that none covers another, none leaves the room, their order
 * is kept, and the sum of the squared shifts is the least that there is. Where the room is too small for the gap, the labels
 * share it evenly. Answers in the order of `wanted`.
 *
 * With the gaps taken out (zᵢ = yᵢ − i·gap) this is a monotone regression: pools of neighbours take their mean, and the
 * bounds cut what is left.
 */
export function placeLabels(wanted: readonly number[], room: LabelRoom): readonly number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const gaps = Math.max(1, order.length - 1);
  const gap = Math.max(0, Math.min(room.gap, (room.bottom - room.top) / gaps));
  const flat = monotone(order.map((index, rank) => (wanted[index] ?? 0) - rank * gap));
  const highest = Math.max(room.top, room.bottom - (order.length - 1) * gap);
  const placed = new Array<number>(wanted.length).fill(0);
  order.forEach((index, rank) => {
    placed[index] = Math.min(highest, Math.max(room.top, flat[rank] ?? 0)) + rank * gap;
  });
  return placed;
}

/** The never-falling sequence nearest to `values` (pool adjacent violators). */
function monotone(values: readonly number[]): readonly number[] {
  const pools: Pool[] = [];
  for (const value of values) {
    let pool: Pool = { sum: value, count: 1 };
    for (let last = pools.at(-1); last && last.sum / last.count > pool.sum / pool.count; last = pools.at(-1)) {
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
      pools.pop();
    }
    pools.push(pool);
  }
  return pools.flatMap(({ sum, count }) => new Array<number>(count).fill(sum / count));
}
