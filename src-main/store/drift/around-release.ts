import { driftMetricSpec } from '#domain/drift/vocabulary';
import { sqlite } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { ALL_TIME, pointStatements, readPoints } from './sqlite/points';

export interface DriftValueAt {
  readonly at: string;
  readonly value: number;
}

/**
 * What a series said round a release: the last value whose window had ended by then, and the first whose whole window lies
 * behind it. A window that the release falls into is of both versions and says nothing of either; where a result does not
 * tell its window, its own time counts.
 *
 * @param releaseMs when the version went live, milliseconds
 */
export function driftAround(
  read: ReadHandle,
  { modelId, seriesId }: { readonly modelId: string; readonly seriesId: number },
  releaseMs: number,
): { readonly before: DriftValueAt | null; readonly after: DriftValueAt | null } {
  const statements = pointStatements(sqlite(read));
  const dead = new Set(statements.deadBatches.all(modelId));
  const points = readPoints(statements, seriesId, ALL_TIME, dead, ['value', 'span']);
  const told = (place: number): DriftValueAt => ({
    at: new Date(points.at[place] ?? 0).toISOString(),
    value: points.value[place] ?? 0,
  });
  let before: DriftValueAt | null = null;
  for (const [place, at] of points.at.entries()) {
    if (Number.isNaN(points.value[place] ?? Number.NaN)) continue;
    if (at <= releaseMs) before = told(place);
    const span = points.span[place] ?? Number.NaN;
    const begun = Number.isNaN(span) ? at : at - span;
    if (at > releaseMs && begun >= releaseMs) return { before, after: told(place) };
  }
  return { before, after: null };
}

/** The same of the series that a retraining was asked for by; `null`: a person asked, or no dated release resolved it. */
export function driftAroundItem(
  read: ReadHandle,
  item: {
    readonly model_id: string;
    readonly series_id: number | null;
    readonly metric: string;
    readonly version: string;
  },
  liveAt: string | null,
) {
  if (item.series_id === null || item.version === '' || liveAt === null) return null;
  const around = driftAround(read, { modelId: item.model_id, seriesId: item.series_id }, Date.parse(liveAt));
  return { label: driftMetricSpec(item.metric).label, ...around };
}
