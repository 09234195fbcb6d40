/** More figures than these nobody reads, whatever lies beside the number. */
const MOST = 8;

/**
 * A limit with as many figures as its case carries, and with more only where it would otherwise be read as lying on the other
 * side of what it is held against, or on it: 0.2531 of two figures is 0.25; beside 0.25 it is 0.253.
 */
export function carried(limit: number, against: number, digits: number): number {
  const side = Math.sign(limit - against);
  for (let figures = digits; figures < MOST; figures += 1) {
    const rounded = Number(limit.toPrecision(figures));
    if (Math.sign(rounded - against) === side) return rounded;
  }
  return limit;
}
