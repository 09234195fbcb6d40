import { measureColumn } from '#domain/drift/measure-column';
import { column } from '#domain/drift/testing/column';
import type { MeasuredColumn } from '../measure-types';

/** A measured column as the engine answers it, computed by the real rules. */
export function measuredColumn(
  name: string,
  reference: readonly (number | string | null)[],
  current: readonly (number | string | null)[],
): MeasuredColumn {
  const result = measureColumn(name, column(reference), column(current));
  const written = JSON.stringify(
    { ...result, noise: result.noise ?? { psiMean: null, psi95: null, js95: null } },
    (_key, value: unknown) => (value === Infinity || value === -Infinity ? String(value) : value),
  );
  return JSON.parse(written);
}

export const numbers = (n: number, shift = 0): number[] => Array.from({ length: n }, (_, at) => at + shift);
