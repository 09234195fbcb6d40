import type { Dated } from '#domain/base/period';
import type { Model } from './model-types';

/**
 * When a version ended: the day that somebody said, else that on which the next one went live; `null`: it has not ended, or
 * nobody knows when the next one went live.
 *
 * @param versions newest first
 */
export function versionEnd(versions: Model['versions'], index: number): Dated | null {
  const { until, untilPrecision } = versions[index] ?? {};
  const next = versions[index - 1];
  const said = until != null && untilPrecision !== undefined ? { at: until, precision: untilPrecision } : null;
  if (said !== null) return said;
  return next?.at == null ? null : { at: next.at, precision: next.precision };
}
