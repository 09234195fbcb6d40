/** How much a bin's share of all rows changed. */
export interface MovedBin {
  readonly bin: number;
  readonly reference: number;
  readonly current: number;
  readonly change: number;
}

/**
 * The bins by how far their share moved, the farthest first; equal moves in the order of the bins. A side without any
 * rows has no shares, so nothing has moved.
 *
 * @param reference rows or shares in each bin
 * @param current the same for the other side
 */
export function movedBins(reference: readonly number[], current: readonly number[]): MovedBin[] {
  const [shareRef, shareCur] = [shares(reference), shares(current)];
  if (!shareRef || !shareCur) return [];
  return shareRef
    .map((share, bin) => ({ bin, reference: share, current: shareCur[bin] ?? 0, change: (shareCur[bin] ?? 0) - share }))
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || a.bin - b.bin);
}

function shares(rows: readonly number[]): readonly number[] | null {
  const total = rows.reduce((sum, count) => sum + count, 0);
  return total > 0 ? rows.map((count) => count / total) : null;
}
