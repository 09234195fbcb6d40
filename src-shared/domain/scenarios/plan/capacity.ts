/** A quotient like 2.1 / 0.7 must not cost a whole engineer for its last bit. */
const ROUNDING = 1e-9;

/** Whole engineers for `models`: ⌈models / (modelsPerEngineer × utilisation)⌉, at least the smallest team; 0 for none. */
export function engineersNeeded(models: number, modelsPerEngineer: number, least = 0, utilisation = 1): number {
  if (models <= 0) return 0;
  return Math.max(least, Math.ceil(models / (modelsPerEngineer * utilisation) - ROUNDING));
}
