import type { IncidentFact } from './incident-fact';

export const PARETO_WEIGHTS = ['count', 'personHours', 'costMinor'] as const;
export type ParetoWeight = (typeof PARETO_WEIGHTS)[number];

export interface ParetoBar {
  readonly key: string;
  readonly value: number;
  readonly count: number;
  /** Of all that is known, up to and with this bar; `null` where nothing is known, and for what is not known. */
  readonly cumulativeShare: number | null;
}

/**
 * The largest first, with the share that they make up together. What is not known (`unknownKey`) stands last and outside the shares:
 * it may belong to any of the others.
 */
export function pareto(
  incidents: readonly IncidentFact[],
  keyOf: (incident: IncidentFact) => string,
  weight: ParetoWeight,
  unknownKey: string,
): readonly ParetoBar[] {
  const bars = new Map<string, { value: number; count: number }>();
  for (const incident of incidents) {
    const key = keyOf(incident);
    const bar = bars.get(key) ?? { value: 0, count: 0 };
    bar.count += 1;
    bar.value += weight === 'count' ? 1 : (incident[weight] ?? 0);
    bars.set(key, bar);
  }
  const unknown = bars.get(unknownKey);
  bars.delete(unknownKey);
  const known = [...bars].sort((a, b) => b[1].value - a[1].value || b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1));
  const total = known.reduce((sum, [, { value }]) => sum + value, 0);
  let sum = 0;
  const shown = known.map(([key, { value, count }]): ParetoBar => {
    sum += value;
    return { key, value, count, cumulativeShare: total > 0 ? sum / total : null };
  });
  return unknown ? [...shown, { key: unknownKey, ...unknown, cumulativeShare: null }] : shown;
}
