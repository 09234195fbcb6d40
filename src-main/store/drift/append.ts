import type { CollectedResults, SeriesResults } from '#domain/drift/result-columns';
import { DomainError } from '../../failure/domain-error';
import { sqlite } from '../journal/connection';
import type { WriteHandle } from '../journal/handle';
import { asideVersions } from '../models/challengers';
import { listModelsById } from '../models/models';
import type { AppendRequest } from './append-request';
import { getDriftRules, listBandOverrides } from './rules';
import { appendPoints, settleTouched } from './sqlite/append-points';

export interface Appended {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly repeated: number;
  readonly models: number;
}

/**
 * Writes results in the caller's transaction. The same result again is left as it is, another value for the same series
 * and time counts instead of the earlier one; both are told. One batch for each model, tool and version is the fact that
 * the journal notes: undoing it hides its points, and what was before is there again.
 */
export async function appendResults(
  write: WriteHandle,
  { series, repeated }: CollectedResults,
  request: AppendRequest,
): Promise<Appended> {
  await refuseStrangers(write, series);
  const db = sqlite(write.read);
  const { batches, touched, ...counts } = await appendPoints(db, series, request, await asideVersions(write.read));
  await write.insert('drift_batches', batches);
  const overrides = await listBandOverrides(write.read);
  const { retrainingWindows } = await getDriftRules(write.read);
  const { now, newId } = request;
  const due = await settleTouched(db, touched, overrides, { windows: retrainingWindows, now, newId });
  for (const modelId of touched.keys()) write.settledModels.add(modelId);
  await write.insert('retraining_items', due);
  return { ...counts, repeated, models: new Set(batches.map((batch) => batch.model_id)).size };
}

async function refuseStrangers(write: WriteHandle, series: readonly SeriesResults[]): Promise<void> {
  const wanted = [...new Set(series.map((one) => one.key.modelId))];
  const known = new Set((await listModelsById(write.read, wanted)).map((model) => model.id));
  const stranger = wanted.find((id) => !known.has(id));
  if (stranger !== undefined)
    throw new DomainError(
      'not_found',
      `There is no model with the id ${stranger} in this portfolio; nothing was recorded. Give the id that models.list answers with.`,
    );
}
