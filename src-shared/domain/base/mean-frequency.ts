/**
 * Updates a year of one model, on average over the models whose frequency is known.
 *
 * @param load updates a year over all of them
 * @param known number of models with a known frequency
 * @returns 0 when none is known
 */
export function meanFrequency(load: number, known: number): number {
  return known > 0 ? load / known : 0;
}
