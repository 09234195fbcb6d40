/**
 * The number of a journal entry as a wire brings it. What is none counts as left out: a command is then held against nothing, as
 * one of a program that looked at nothing.
 */
export function readSeen(given: unknown): number | undefined {
  const seen = typeof given === 'string' && /^\d{1,15}$/.test(given) ? Number(given) : given;
  return typeof seen === 'number' && Number.isSafeInteger(seen) && seen >= 0 ? seen : undefined;
}
