import type { DriftPreview } from '#contract/drift/import';
import type { ConnectionChange } from '#contract/imports/connection-change';
import { sayDay } from '#domain/base/calendar';
import { counted } from '#domain/base/wording';
import type { SeriesResults } from '#domain/drift/result-columns';
import type { Job } from '../../../jobs/job-list';
import { compareResults } from '../../../store/drift/compare';
import type { ConnectionRow } from '../../../store/imports/tables';
import type { QueryContext } from '../../context';
import { describeDrift } from '../drift/drift-kind';
import { type DriftRequest, driftRequest, readDriftFile } from '../drift/drift-pass';
import type { Fetched } from './fetch-connection';
import type { ModelNames } from './model-names';
import { type Deciding, requestOf } from './prepare-connection';

/** The results of a fetch, as an import that could be shown or written. */
export function driftOf(
  row: ConnectionRow,
  { parts: { drift } }: Fetched,
  names: ModelNames,
  deciding: Deciding,
): DriftRequest | null {
  if (drift === null) return null;
  const models = [...names].map(([name, modelId]) => ({ name, modelId }));
  const mapping = { ...drift.mapping, models: [...drift.mapping.models, ...models] };
  return driftRequest(requestOf(row, { format: 'drift', file: drift.file, mapping }, deciding));
}

export interface DriftLines {
  readonly preview: DriftPreview;
  readonly lines: readonly ConnectionChange[];
  /** Names of which nobody knows which model they are, or whose model is held back. */
  readonly homeless: readonly string[];
}

/**
 * What taking the results would do, a line a model of which some are new, and one a name that no model has.
 *
 * @param registered names of the models that come along; `null`: its row waits or is refused, and so do its results
 */
export async function describeResults(
  request: DriftRequest,
  registered: ModelNames,
  context: QueryContext,
  job: Job,
): Promise<DriftLines> {
  const fresh = new Map<string, { results: number; last: number }>();
  await readDriftFile(request, context, job, async ({ series }) => {
    for (const [modelId, its] of byModel(series)) {
      const { created, updated } = await compareResults(context.read, { series: its });
      const known = fresh.get(modelId) ?? { results: 0, last: 0 };
      const last = its.reduce((latest, { points }) => points.at.reduce((a, b) => Math.max(a, b), latest), known.last);
      fresh.set(modelId, { results: known.results + created + updated, last });
    }
  });
  const preview = await describeDrift(request, context, job);
  const homeless: string[] = [];
  const told = new Set<string>();
  const lines = preview.subjects.flatMap(({ name, modelId, modelName, found, points }): ConnectionChange[] => {
    if (found === 'left_out') {
      if (registered.get(name) === null) homeless.push(name);
      return [];
    }
    if (modelId === null) {
      homeless.push(name);
      const said = [`${counted(points, 'result')} of a model that is not known here`];
      return [{ part: 'drift', modelId, name, kind: 'waiting', said, when: '', known: 'none' }];
    }
    const { results, last } = fresh.get(modelId) ?? { results: 0, last: 0 };
    if (results === 0 || told.has(modelId)) return [];
    told.add(modelId);
    const when = `until ${sayDay(new Date(last).toISOString())}`;
    const said = [counted(results, 'new result')];
    return [{ part: 'drift', modelId, name: modelName, kind: 'changed', said, when, known: 'own' }];
  });
  return { preview, lines, homeless };
}

function byModel(series: readonly SeriesResults[]): ReadonlyMap<string, readonly SeriesResults[]> {
  const models = new Map<string, SeriesResults[]>();
  for (const one of series) {
    const others = models.get(one.key.modelId);
    if (others) others.push(one);
    else models.set(one.key.modelId, [one]);
  }
  return models;
}
