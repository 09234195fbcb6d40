/** The value below which the share `p` lies, straight between neighbours as NumPy does; NaN-free: 0 for no values. */
export function percentile(sorted: ArrayLike<number>, p: number): number {
  const place = p * Math.max(0, sorted.length - 1);
  const at = Math.floor(place);
  const low = sorted[at] ?? 0;
  const high = sorted[at + 1] ?? low;
  return low + (place - at) * (high - low);
}
