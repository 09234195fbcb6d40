import { chiSquareQuantile } from './chi-square';

/** What figures over bins would be at these sizes if nothing drifted; approximate below 5 expected rows a bin. */
export interface DriftNoise {
  /** The mean of PSI without drift. */
  readonly psiMean: number;
  /** 95 of 100 results without drift stay below. */
  readonly psi95: number;
  /** The same line for the JS distance, base 2. */
  readonly js95: number;
}

/**
 * The noise line: without drift PSI is about χ² with B − 1 degrees of freedom × (1/n + 1/m) (maths.md D1), and the JS
 * divergence in nats about an eighth of PSI. `null` with an empty sample or a single bin, which cannot differ.
 *
 * @param bins bins that either sample has rows in
 */
export function driftNoise(bins: number, nReference: number, nCurrent: number): DriftNoise | null {
  if (bins < 2 || nReference < 1 || nCurrent < 1) return null;
  const scale = 1 / nReference + 1 / nCurrent;
  const psi95 = chiSquareQuantile(0.95, bins - 1) * scale;
  return { psiMean: (bins - 1) * scale, psi95, js95: Math.min(1, Math.sqrt(psi95 / 8 / Math.LN2)) };
}
