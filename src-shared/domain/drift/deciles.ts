/** Fewer distinct edges than this leave too few bins for a shape: such a column is compared value by value. */
export const FEWEST_EDGES = 5;

/** The value below which the share `p` of ascending values lies, straight between neighbours by NumPy's linear rule. */
export function quantile(ascending: Float64Array, p: number): number {
  const place = p * (ascending.length - 1);
  const at = Math.floor(place);
  const low = ascending[at] ?? Number.NaN;
  const high = ascending[Math.min(at + 1, ascending.length - 1)] ?? Number.NaN;
  if (low === high) return low;
  const part = place - at;
  // From the nearer end, as NumPy: it decides on which side of an edge an equal value falls.
  return part >= 0.5 ? high - (high - low) * (1 - part) : low + (high - low) * part;
}

/**
 * The distinct finite deciles of the reference, its smallest and largest value among them, ascending; maths.md D3.
 * Infinities are in the outermost bins whatever the edges, so they make none.
 */
export function decileEdges(reference: Float64Array): Float64Array {
  if (reference.length === 0) return new Float64Array(0);
  const edges = Array.from({ length: 11 }, (_, tenth) => quantile(reference, tenth / 10));
  return Float64Array.from(new Set(edges.filter(Number.isFinite))).sort();
}

/** The edges between bins: the outermost are open, so the smallest and the largest edge fall away. */
export function innerEdges(edges: Float64Array): Float64Array {
  return edges.slice(1, -1);
}

/** How many of the ascending values are below `edge`. */
export function countBelow(ascending: Float64Array, edge: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? Number.NaN) < edge) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Counts in the bins (−∞, e₁), [e₁, e₂) … [eₖ, ∞): a value on an edge belongs to the bin above, as in NumPy. */
export function countBins(ascending: Float64Array, inner: ArrayLike<number>): number[] {
  const below = Array.from(inner, (edge) => countBelow(ascending, edge));
  return [...below, ascending.length].map((count, bin) => count - (below[bin - 1] ?? 0));
}
