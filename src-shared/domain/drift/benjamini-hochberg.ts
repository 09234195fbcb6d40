/**
 * P-values adjusted for having looked at several columns (Benjamini and Hochberg 1995): those at or below α hold at most
 * the share α of false alarms on average. `null` stays `null` and is not counted. In the order given; each 0 … 1.
 */
export function benjaminiHochberg(pValues: readonly (number | null)[]): (number | null)[] {
  const ranked = pValues.flatMap((p, at) => (p === null ? [] : [{ p, at }])).toSorted((a, b) => b.p - a.p);
  const adjusted: (number | null)[] = pValues.map(() => null);
  let least = 1;
  ranked.forEach(({ p, at }, place) => {
    least = Math.min(least, (p * ranked.length) / (ranked.length - place));
    adjusted[at] = least;
  });
  return adjusted;
}
