import { driftNoise } from './noise';

/**
 * The noise line of stored results of one metric: what the figure stays below in 95 of 100 windows without drift, at these
 * bins and rows. `null` for figures that have none, and where bins or rows are not known (NaN). The χ² quantile, which is
 * what costs, is found once for each number of bins.
 */
export function noiseLine(metric: string): (nBins: number, nRef: number, nCur: number) => number | null {
  const toFigure = FROM_PSI[metric];
  if (!toFigure) return () => null;
  const quantiles = new Map<number, number | null>();
  return (nBins, nRef, nCur) => {
    if (!(nBins >= 2 && nRef >= 1 && nCur >= 1)) return null;
    let quantile = quantiles.get(nBins);
    if (quantile === undefined) {
      // With two rows a side the scale 1/n + 1/m is 1.
      quantile = driftNoise(nBins, 2, 2)?.psi95 ?? null;
      quantiles.set(nBins, quantile);
    }
    return quantile === null ? null : toFigure(quantile * (1 / nRef + 1 / nCur));
  };
}

/** The JS divergence in nats is about an eighth of PSI; maths.md D1. */
const FROM_PSI: Readonly<Record<string, (psi: number) => number>> = {
  psi: (psi) => psi,
  jsBase2: (psi) => Math.min(1, Math.sqrt(psi / 8 / Math.LN2)),
  jsNatural: (psi) => Math.min(Math.sqrt(Math.LN2), Math.sqrt(psi / 8)),
};
