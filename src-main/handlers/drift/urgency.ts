import type { Health } from '#domain/vocabulary';
import type { DriftModel } from '../../store/drift-health';

/** Silence stands before watch: of a silent model nobody knows whether it drifted. */
const ORDER: readonly Health[] = ['act', 'silent', 'watch', 'unknown', 'ok'];

/** Worst health first, then the more material tier (none last), then the longest without a result, then the name. */
export function byUrgency(a: DriftModel, b: DriftModel): number {
  return (
    ORDER.indexOf(a.health) - ORDER.indexOf(b.health) ||
    (a.tier ?? 4) - (b.tier ?? 4) ||
    (a.state?.last_at ?? 0) - (b.state?.last_at ?? 0) ||
    (a.name < b.name ? -1 : 1)
  );
}
