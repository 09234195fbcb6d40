import { formatFixed } from '../../lib/format';

/** A mean of answers, 0–3, always with its decimal so that columns line up; `null`: nothing is known. */
export function meanText(mean: number | null): string {
  return mean === null ? '–' : formatFixed(mean, 1);
}
