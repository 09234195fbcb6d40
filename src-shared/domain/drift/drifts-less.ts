import { bandOf } from './verdict';
import type { DriftBands, DriftDirection } from './vocabulary';

/**
 * Which of two figures of one window drifts less; `null` where that cannot be said. Where neither reaches its limit to watch,
 * neither drifts: below it the figures are those of chance, and a challenger on a tenth of the rows has the higher ones.
 * @param direction of the metric: of distances higher is drift, of p-values lower
 */
export function driftsLess(
  champion: number | null,
  challenger: number | null,
  direction: DriftDirection,
  bands: DriftBands | null,
): 'champion' | 'challenger' | 'same' | null {
  if (champion === null || challenger === null || direction === 'unknown') return null;
  const calm = (value: number): boolean => bandOf(value, bands, direction) === 'ok';
  if (champion === challenger || (calm(champion) && calm(challenger))) return 'same';
  return challenger < champion === (direction === 'higher') ? 'challenger' : 'champion';
}
