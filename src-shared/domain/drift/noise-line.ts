import { driftNoise } from './noise';

/** The noise line of a stored result; `null` for figures that have none, and where sizes or bins are not known (NaN). */
export function noiseAt(
  metric: string,
  nBins: number | undefined,
  nRef: number | undefined,
  nCur: number | undefined,
): number | null {
  if (!nBins || !nRef || !nCur) return null;
  const noise = driftNoise(nBins, nRef, nCur);
  if (noise === null) return null;
  switch (metric) {
    case 'psi':
      return noise.psi95;
    case 'jsBase2':
      return noise.js95;
    case 'jsNatural':
      return noise.js95 * Math.sqrt(Math.LN2);
    default:
      return null;
  }
}
