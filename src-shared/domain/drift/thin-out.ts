/**
 * Places of at most `most` points that draw like all of them: the first and the last, and of each of equally long
 * stretches of places the lowest and the highest value, so that no spike is lost (min–max; a mean or LTTB would lose some).
 * Gaps (NaN) are kept where a stretch holds nothing else.
 *
 * @param values in the order of time
 * @param most at least 4
 */
export function thinnedPlaces(values: Float64Array, most: number): Uint32Array {
  const { length } = values;
  if (length <= most) return Uint32Array.from(values, (_, place) => place);
  const stretches = Math.floor((most - 2) / 2);
  const places: number[] = [0];
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    const from = 1 + Math.floor((stretch * (length - 2)) / stretches);
    const to = 1 + Math.floor(((stretch + 1) * (length - 2)) / stretches);
    places.push(...lowestAndHighest(values, from, to));
  }
  places.push(length - 1);
  return Uint32Array.from(places);
}

function lowestAndHighest(values: Float64Array, from: number, to: number): readonly number[] {
  let low = -1;
  let high = -1;
  for (let i = from; i < to; i += 1) {
    const value = values[i] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    if (low === -1 || value < (values[low] ?? 0)) low = i;
    if (high === -1 || value > (values[high] ?? 0)) high = i;
  }
  if (low === -1) return from < to ? [from] : [];
  if (low === high) return [low];
  return low < high ? [low, high] : [high, low];
}
