import type { DriftDirection } from './vocabulary';

/**
 * Which of two figures of one window drifts less; `null` where that cannot be said.
 * @param direction of the metric: of distances higher is drift, of p-values lower
 */
export function driftsLess(
  champion: number | null,
  challenger: number | null,
  direction: DriftDirection,
): 'champion' | 'challenger' | 'same' | null {
  if (champion === null || challenger === null || direction === 'unknown') return null;
  if (champion === challenger) return 'same';
  return challenger < champion === (direction === 'higher') ? 'challenger' : 'champion';
}
