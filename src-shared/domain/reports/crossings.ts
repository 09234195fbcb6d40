/** Where two running sums meet, on the line of their places: the first after which the one stays below the other. */
export interface Crossing {
  readonly at: number;
  readonly value: number;
}

/** `null`: `lower` is not below `other` at the end, or has been from the start. */
export function crossingOf(lower: readonly number[], other: readonly number[]): Crossing | null {
  const ahead = lower.map((value, at) => (other[at] ?? value) - value);
  if ((ahead.at(-1) ?? 0) <= 0) return null;
  const last = ahead.findLastIndex((value) => value < 0);
  if (last === -1) return null;
  const [before, after] = [ahead[last] ?? 0, ahead[last + 1] ?? 0];
  const share = -before / (after - before);
  const from = lower[last] ?? 0;
  return { at: last + share, value: from + share * ((lower[last + 1] ?? from) - from) };
}
